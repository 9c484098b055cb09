import type { InstrumentDefinition } from '../../instrument-definition.ts';
import { type IssueAction, issueRules } from '../../issue.ts';
import type { Label } from '../../label.ts';
import { type CleaningRule, cleaningRules } from '../../rules/cleaning-rules.ts';
import { both, code, escapeHtml, heading, page, table } from './html.ts';

const actions: Readonly<Record<IssueAction, Label>> = {
  keep: { zh: '保留，只标记', en: 'kept, flagged only' },
  set_invalid: { zh: '单元格置为无效', en: 'the cell becomes invalid' },
  out_of_scope: { zh: '不属于目标总体', en: 'the record leaves the population' },
  reject: { zh: '剔除记录', en: 'the record is rejected' },
};

const judgedOn: Readonly<Record<CleaningRule['judged_on'], Label>> = {
  cell: { zh: '单元格', en: 'cell' },
  record: { zh: '记录', en: 'record' },
  member: { zh: '家庭成员', en: 'member' },
  roster: { zh: '成员表', en: 'roster' },
  file: { zh: '文件', en: 'file' },
  wave: { zh: '整轮', en: 'wave' },
};

const ruleRow = ({ id, judged_on, label, action, variables, questions, source }: CleaningRule): string[] => [
  code(id),
  both(label),
  both(judgedOn[judged_on]),
  both(actions[action]),
  [variables.map(code).join(' '), ...questions.map((question) => escapeHtml(question.zh))].join('<br>'),
  `<i>${escapeHtml(source)}</i>`,
];

/** The rules that every variable of a kind has, as one row a code; their own texts differ by the variable's name and limits only. */
function familyRow(rules: readonly CleaningRule[]): string[] {
  const [first] = rules as readonly [CleaningRule, ...CleaningRule[]];
  return [
    code(`${first.code}.…`),
    both(issueRules[first.code].label),
    both(judgedOn[first.judged_on]),
    both(actions[first.action]),
    rules.map(({ id }) => code(id.slice(first.code.length + 1))).join(' '),
    both({ zh: '变量的定义', en: 'definitions of the variables' }),
  ];
}

const isOfVariable = ({ judged_on }: CleaningRule): boolean => judged_on === 'cell' || judged_on === 'wave';

function rowsOf(rules: readonly CleaningRule[]): string[][] {
  const codes = [...new Set(rules.filter(isOfVariable).map((rule) => rule.code))];
  return [
    ...rules.filter((rule) => !isOfVariable(rule)).map(ruleRow),
    ...codes.map((found) => familyRow(rules.filter((rule) => rule.code === found && isOfVariable(rule)))),
  ];
}

const head: readonly Label[] = [
  { zh: '规则', en: 'rule' },
  { zh: '含义', en: 'what it finds' },
  { zh: '对象', en: 'judged on' },
  { zh: '处理', en: 'action' },
  { zh: '变量与题目', en: 'variables and questions' },
  { zh: '来源', en: 'source' },
];

/** Every rule by which records are cleaned, one table an instrument. */
export function rulesPage(instruments: readonly InstrumentDefinition[]): string {
  const body = [
    '<h1>清理规则</h1><p lang=en>Rules of cleaning</p>',
    ...instruments.flatMap((instrument) => [
      heading(instrument.label.zh, instrument.label.en, instrument.id),
      `<div class=scroll>${table('grid', head.map(both), rowsOf(cleaningRules(instrument)))}</div>`,
    ]),
  ];
  return page({ title: '清理规则 Rules of cleaning', depth: 0, body: body.join('\n') });
}
