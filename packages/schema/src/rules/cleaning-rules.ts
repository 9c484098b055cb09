import type { InstrumentDefinition, RecordDefinition } from '../instrument-definition.ts';
import { IssueAction, IssueCode, IssueSeverity, issueLabel, issueRules } from '../issue.ts';
import { Label } from '../label.ts';
import type { Variable } from '../variable.ts';
import { z } from '../zod.ts';
import { recordRules } from './record-rules.ts';
import { memberRules, rosterRules } from './roster-rules.ts';

/**
 * A rule of cleaning as a table prints it: what it is judged on, the issue that it raises with severity and action, what it says, the variables
 * that it needs and the questions that they come from, and its source.
 */
export const CleaningRule = z.strictObject({
  id: z.string(),
  judged_on: z.enum(['cell', 'record', 'member', 'roster', 'file', 'wave']),
  code: IssueCode,
  severity: IssueSeverity,
  action: IssueAction,
  label: Label,
  variables: z.array(z.string()),
  questions: z.array(Label),
  source: z.string().min(1),
});
export type CleaningRule = z.infer<typeof CleaningRule>;

/** Codes of which every variable has a rule of its own. */
const families: ReadonlySet<IssueCode> = new Set([
  'unknown_code',
  'not_a_number',
  'value_out_of_range',
  'unknown_place',
  'garbled_text',
  'routing_violation',
  'unusual_value',
  'outlier',
]);

/** Numbers of which values far from the median are flagged: amounts of money. */
export const hasOutlierRule = ({ kind, unit = '', derived }: Variable): boolean =>
  kind === 'number' && derived === undefined && unit.startsWith('yuan');

/** The rule that an issue comes from, by its code and the variable that it reports; members of the roster share one. */
export function ruleOf(code: IssueCode, variable: string): string {
  const name = variable.replace(/^member_\d+_/, 'member.');
  if (families.has(code)) return `${code}.${name}`;
  if (code === 'not_migrating' && variable === 'local_hukou') return 'local_hukou';
  return code === 'birth_after_interview' && name !== variable ? `${code}.member` : code;
}

const ruleRow = (
  id: string,
  judged_on: CleaningRule['judged_on'],
  code: IssueCode,
  label: Label,
  told: { variables: readonly string[]; record: RecordDefinition | undefined; source: string },
): CleaningRule => ({
  id,
  judged_on,
  code,
  severity: issueRules[code].severity,
  action: issueRules[code].action,
  label,
  variables: [...told.variables],
  questions: told.variables.flatMap(
    (name) => told.record?.variables.find((v) => v.name === name)?.question ?? [],
  ),
  source: told.source,
});

/** How each kind of cell can fail to be read. */
function cellCodes(variable: Variable): IssueCode[] {
  const places = ['province', 'prefecture', 'hukou_province'];
  if (variable.name === 'province') return ['unknown_province'];
  if (places.includes(variable.name)) return ['unknown_place', 'garbled_text'];
  if (variable.kind === 'text') return ['garbled_text'];
  if (variable.kind === 'category') return ['unknown_code', 'garbled_text'];
  return [
    'not_a_number',
    ...(variable.range ? (['value_out_of_range'] as const) : []),
    ...(variable.usual ? (['unusual_value'] as const) : []),
    ...(hasOutlierRule(variable) ? (['outlier'] as const) : []),
  ];
}

const limits = (code: IssueCode, { range, usual }: Variable): string => {
  const span = code === 'value_out_of_range' ? range : code === 'unusual_value' ? usual : undefined;
  return span ? ` (${span[0]}–${span[1]})` : '';
};

function variableRules(record: RecordDefinition, isUnit: boolean): CleaningRule[] {
  return record.variables
    .filter(({ name, derived }) => derived === undefined && !record.key.includes(name))
    .flatMap((variable) => {
      const told = {
        variables: [variable.name],
        record,
        source: variable.source ?? 'code lists and ranges of the schema',
      };
      const codes: IssueCode[] = [
        ...cellCodes(variable),
        ...(variable.universe ? (['routing_violation'] as const) : []),
      ];
      return codes.map((code) => {
        const { zh, en } = issueLabel(code, record.name);
        const more = limits(code, variable);
        return ruleRow(
          ruleOf(code, isUnit ? variable.name : `member_2_${variable.name}`),
          code === 'outlier' ? 'wave' : 'cell',
          code,
          { zh: `${variable.label.zh}：${zh}${more}`, en: `${variable.label.en}: ${en}${more}` },
          code === 'routing_violation'
            ? { ...told, variables: [variable.name, ...(variable.universe ?? []).map((c) => c.variable)] }
            : told,
        );
      });
    });
}

const fileRules: readonly (readonly [IssueCode, readonly string[]])[] = [
  ['duplicate_respondent_id', []],
  ['near_duplicate', []],
  ['missing_weight', ['survey_weight']],
  ['missing_design', []],
];

/**
 * Every rule by which records of an instrument are cleaned, as rows of a table: of each cell, record, roster and file. The predicates of those
 * on records and rosters are `recordRules`, `memberRules` and `rosterRules`.
 *
 * @example cleaningRules(monitoring).find((r) => r.id === 'arrival_before_birth')?.action // 'set_invalid'
 */
export function cleaningRules(instrument: InstrumentDefinition): CleaningRule[] {
  const [unit, members] = instrument.records;
  if (!unit) throw new Error(`cleaningRules: instrument "${instrument.id}" has no record`);
  const has = (record: RecordDefinition | undefined, names: readonly string[]): boolean =>
    record !== undefined && names.every((name) => record.variables.some((v) => v.name === name));
  const hasRoster = members?.variables.some((v) => v.name === 'relation') === true;
  return [
    ...fileRules
      .filter(([, variables]) => has(unit, variables))
      .map(([code, variables]) =>
        ruleRow(code, 'file', code, issueLabel(code, unit.name), {
          variables,
          record: unit,
          source: 'surveys 3.3',
        }),
      ),
    ...recordRules
      .filter((rule) => has(unit, rule.needs))
      .map((rule) =>
        ruleRow(rule.id, 'record', rule.code, rule.label, {
          variables: rule.needs,
          record: unit,
          source: rule.source,
        }),
      ),
    ...(hasRoster
      ? [
          ...memberRules.map((rule) =>
            ruleRow(rule.id, 'member', rule.code, rule.label, {
              variables: rule.needs,
              record: members,
              source: rule.source,
            }),
          ),
          ...rosterRules.map((rule) =>
            ruleRow(rule.id, 'roster', rule.code, rule.label, {
              variables: rule.needs,
              record: members,
              source: rule.source,
            }),
          ),
        ]
      : []),
    ...(members && !hasRoster
      ? (['unknown_unit', 'unit_not_kept'] as const).map((code) =>
          ruleRow(code, 'file', code, issueLabel(code, unit.name), {
            variables: unit.key,
            record: unit,
            source: 'surveys 3.3',
          }),
        )
      : []),
    ...variableRules(unit, true),
    ...(members ? variableRules(members, false) : []),
  ];
}
