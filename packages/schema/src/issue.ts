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
  /** The label where a survey has other units than people, by the name of their record. */
  readonly unitLabels?: Readonly<Record<string, Label>>;
}

const rules = {
  duplicate_respondent_id: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0.01,
    label: { zh: '个人编码重复', en: 'respondent identifier occurs before in the file' },
    unitLabels: { enterprise: { zh: '企业编码重复', en: 'enterprise identifier occurs before in the file' } },
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
    unitLabels: { enterprise: { zh: '无法识别所在省份', en: 'province not recognised' } },
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
  no_consent: {
    action: 'out_of_scope',
    severity: 'warning',
    label: { zh: '未同意接受访问', en: 'no consent to the interview' },
  },
  unknown_unit: {
    action: 'reject',
    severity: 'error',
    allowedRate: 0.01,
    label: { zh: '所属单位不在主文件中', en: 'belongs to a unit that the main file does not have' },
  },
  unit_not_kept: {
    action: 'out_of_scope',
    severity: 'note',
    label: { zh: '所属单位的记录已剔除', en: 'belongs to a unit whose record was left out' },
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
  departure_after_interview: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '首次离开户籍地晚于调查时间', en: 'first departure after the interview' },
  },
  departure_before_birth: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '首次离开户籍地早于出生时间', en: 'first departure before birth' },
  },
  departure_after_arrival: {
    action: 'set_invalid',
    severity: 'error',
    label: { zh: '首次离开户籍地晚于本次流入', en: 'first departure after this arrival' },
  },
  child_before_parent: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '子女出生时被访者不足10岁', en: 'child born before the respondent was 10' },
  },
  parent_younger: {
    action: 'keep',
    severity: 'warning',
    label: {
      zh: '父母出生时间与被访者相差不足10年',
      en: 'parent born less than 10 years before the respondent',
    },
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
  outlier: {
    action: 'keep',
    severity: 'note',
    label: { zh: '数值远离本轮的中位数', en: 'value far from the median of the wave' },
  },
  income_unit: {
    action: 'keep',
    severity: 'warning',
    label: {
      zh: '月收入为正但不足100元，可能是单位错误',
      en: 'income above 0 and below 100 yuan; the unit is doubtful',
    },
  },
  income_zero: {
    action: 'keep',
    severity: 'note',
    label: { zh: '雇员收入为0，可能是缺失', en: 'employee with an income of 0, which may stand for a blank' },
  },
  income_above_household: {
    action: 'keep',
    severity: 'note',
    label: { zh: '个人收入高于家庭收入', en: 'own income above that of the household' },
  },
  household_size_differs: {
    action: 'keep',
    severity: 'note',
    label: { zh: '所报同住人数与成员表不符', en: 'reported household size differs from the roster' },
  },
  near_duplicate: {
    action: 'keep',
    severity: 'warning',
    label: {
      zh: '与前面一份问卷的回答几乎全部相同',
      en: 'nearly all answers are those of an earlier record',
    },
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
  roster_second_respondent: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '成员表中有第二个“本人”', en: 'second respondent in the roster' },
  },
  roster_two_spouses: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '成员表中有两个配偶', en: 'two spouses in the roster' },
  },
  spouse_of_never_married: {
    action: 'keep',
    severity: 'warning',
    label: { zh: '未婚者成员表中有配偶', en: 'spouse in the roster of somebody never married' },
  },
} as const satisfies Record<string, IssueRule>;

export const IssueCode = z.enum(Object.keys(rules) as [keyof typeof rules, ...(keyof typeof rules)[]]);
export type IssueCode = z.infer<typeof IssueCode>;

/** The closed list of issue codes with their actions. */
export const issueRules: Readonly<Record<IssueCode, IssueRule>> = rules;

/**
 * What an issue is called in a survey, whose units may be enterprises.
 *
 * @param unit the name of the record of the survey's units.
 * @example issueLabel('duplicate_respondent_id', 'enterprise').zh // '企业编码重复'
 */
export function issueLabel(code: IssueCode, unit: string | undefined): Label {
  const { label, unitLabels } = issueRules[code];
  return unitLabels?.[unit ?? ''] ?? label;
}

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

/**
 * A row of `audit.csv`: a cell that cleaning changed, with the value before and after, and the rule that changed it. `file` names the file of
 * the wave whose row it is; it is empty for the records themselves.
 */
export const AuditEntry = z.strictObject({
  row: z.number().int().positive(),
  respondent_id: z.string(),
  variable: z.string(),
  raw_column: z.string(),
  old_value: z.string(),
  new_value: z.string(),
  code: z.enum([...IssueCode.options, 'correction']),
  rule: z.string(),
  file: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;
