export { CleaningRule, cleaningRules, hasOutlierRule, ruleOf } from './cleaning-rules.ts';
export { recordRules } from './record-rules.ts';
export { memberRules, rosterRules } from './roster-rules.ts';
export {
  type AnswerView,
  type MemberRule,
  monthIndex,
  type RecordRule,
  type RecordView,
  type RosterRule,
  type RosterSlot,
} from './rule.ts';
