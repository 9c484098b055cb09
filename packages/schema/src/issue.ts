import type { Label } from './label.ts';
import { z } from './zod.ts';

export const IssueAction = z.enum(['keep', 'set_invalid', 'out_of_scope', 'reject']);
export type IssueAction = z.infer<typeof IssueAction>;

export const IssueSeverity = z.enum(['note', 'warning', 'error']);
export type IssueSeverity = z.infer<typeof IssueSeverity>;

/**
 * What can be wrong with a record or cell. The one action of a code: `keep` flags only; `set_invalid` empties the cell (the old value
 * stays in the audit); `out_of_scope` takes the record out of the target population, counted; `reject` takes the record out and fails
 * the stage once more than `allowed_rate` of the rows have it, after all rows were read.
 */
export interface IssueRule {
  readonly action: IssueAction;
  readonly severity: IssueSeverity;
  readonly allowedRate?: number;
  readonly label: Label;
}

const rules = {
  duplicate_respondent_id: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0.01,
    label: { zh: '个人编码重复', en: 'respondent identifier occurs before in the file' },
  },
  missing_weight: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0,
    label: { zh: '权重缺失或不为正', en: 'weight missing or not positive' },
  },
  missing_design: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0,
    label: { zh: '缺少层或抽样单元', en: 'stratum or sampling unit missing' },
  },
  unknown_province: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0.01,
    label: { zh: '无法识别现居住省份', en: 'province of residence not recognised' },
  },
  age_outside_window: {
    action: 'out_of_scope',
    severity: 'warning',
    label: { zh: '年龄超出本轮调查范围', en: 'age outside the window of the wave' },
  },
  not_migrating: {
    action: 'out_of_scope',
    severity: 'warning',
    label: { zh: '未流动', en: 'not a migrant' },
  },
  unknown_code: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '代码不在码表内', en: 'code not in the codebook' },
  },
  not_a_number: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '应为数字', en: 'not a number' },
  },
  value_out_of_range: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '数值超出可能范围', en: 'value outside the possible range' },
  },
  unknown_place: {
    action: 'set_invalid',
    severity: 'warning',
    label: { zh: '无法识别地名', en: 'place name not recognised' },
  },
  garbled_text: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '文字乱码', en: 'garbled text' },
  },
  birth_after_interview: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '出生时间晚于调查时间', en: 'born after the interview' },
  },
  arrival_after_interview: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '流入时间晚于调查时间', en: 'arrived after the interview' },
  },
  arrival_before_birth: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '流入时间早于出生时间', en: 'arrived before birth' },
  },
  child_before_parent: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '子女出生时被访者不足10岁', en: 'child born before the respondent was 10' },
  },
  routing_violation: {
    action: 'set_invalid',
    severity: 'warning',
    label: { zh: '跳答题仍有回答', en: 'answered although routed past' },
  },
  unusual_value: {
    action: 'keep',
    severity: 'note',
    label: { zh: '数值异常偏高或偏低', en: 'value outside the usual range' },
  },
  roster_gap: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '家庭成员表有空行', en: 'empty slot inside the household roster' },
  },
  roster_respondent: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '成员表第一人不是本人', en: 'first member of the roster is not the respondent' },
  },
} as const satisfies Record<string, IssueRule>;

export const IssueCode = z.enum(Object.keys(rules) as [keyof typeof rules, ...(keyof typeof rules)[]]);
export type IssueCode = z.infer<typeof IssueCode>;

/** The closed list of issue codes with their actions. */
export const issueRules: Readonly<Record<IssueCode, IssueRule>> = rules;

/** A row of `issues.csv`. `row` counts data rows of the raw file from 1, the header not counted. */
export const Issue = z.strictObject({
  row: z.number().int().positive(),
  code: IssueCode,
  severity: IssueSeverity,
  action: IssueAction,
  instrument: z.string(),
  wave: z.string(),
  respondent_id: z.string(),
  variable: z.string(),
  value: z.string(),
  message: z.string(),
});
export type Issue = z.infer<typeof Issue>;

/** A row of `audit.csv`: a cell or record that cleaning changed, with the value it had. */
export const AuditEntry = z.strictObject({
  row: z.number().int().positive(),
  respondent_id: z.string(),
  variable: z.string(),
  raw_column: z.string(),
  old_value: z.string(),
  new_value: z.string(),
  code: IssueCode,
});
export type AuditEntry = z.infer<typeof AuditEntry>;
