import { Confidence } from './confidence.ts';
import { Label } from './label.ts';
import { MissingReason } from './missing-reason.ts';
import { z } from './zod.ts';

/** Another name under which a column may stand, and how sure that is. Nothing is read under it by itself. */
export const Alias = z.strictObject({
  raw: z.string().min(1),
  confidence: Confidence,
  source: z.string().min(1),
  note: Label.optional(),
});
export type Alias = z.infer<typeof Alias>;

/**
 * One raw column and how it becomes a canonical variable. `confidence` is of the name (is this column this variable?),
 * `codes_confidence` of the meaning of its codes where that is less sure. `{n}` in a member's raw name stands for the slot.
 *
 * - `read`: `code` (through `codes`, or the Chinese label of the answer), `number`, `text`, `province` (name or two-digit code),
 *   `province_of_code` (first two digits of a place code), `prefecture` (name, possibly cut, or code), `year_of_yyyymm` and
 *   `month_of_yyyymm` (a date written as one number), `not_known` (no source says how its cells are written, so it is never read).
 * - `times`: a second column by which the number is multiplied (days a week by hours a day). `plus`: a second column that is added.
 * - `question`: a name for the wording or code list, given where it differs from that of the latest waves; a trend breaks there.
 * - `unit`, `reference_period`: where they differ from those of the variable.
 * - `codes`: absent where no source gives the codes; `codes_partial`: only some are given. Neither is read from a real file.
 * - `missing`: raw values that stand for a missing reason; blanks are always `missing`.
 * - `aliases`, `note`: other names seen or suspected, and what a reader of the file should know.
 */
export const Mapping = z.strictObject({
  variable: z.string(),
  raw: z.string().min(1),
  read: z.enum([
    'code',
    'number',
    'text',
    'province',
    'province_of_code',
    'prefecture',
    'year_of_yyyymm',
    'month_of_yyyymm',
    'not_known',
  ]),
  times: z.string().optional(),
  plus: z.string().optional(),
  question: z.string().optional(),
  unit: z.string().optional(),
  reference_period: Label.optional(),
  confidence: Confidence,
  codes_confidence: Confidence.optional(),
  source: z.string().min(1),
  codes: z.record(z.string(), z.string()).optional(),
  codes_partial: z.literal(true).optional(),
  texts: z.record(z.string(), z.string()).optional(),
  missing: z.record(z.string(), MissingReason).optional(),
  aliases: z.array(Alias).optional(),
  note: Label.optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/**
 * A variable that has no column in a layout, and why that is believed. `not_released`: it is in the questionnaire, not in the file
 * that was given out.
 */
export const Absence = z.strictObject({
  variable: z.string(),
  confidence: Confidence,
  source: z.string().min(1),
  kind: z.literal('not_released').optional(),
  note: Label.optional(),
});
export type Absence = z.infer<typeof Absence>;

/** A variable that the wave asked, under a column name that no source gives. */
export const AskedWithoutName = z.strictObject({
  variable: z.string(),
  confidence: Confidence,
  source: z.string().min(1),
  note: Label.optional(),
});
export type AskedWithoutName = z.infer<typeof AskedWithoutName>;

/** What one source says a column is, where sources disagree or only guess. A claim is never read from a file. */
export const Claim = z.strictObject({
  raw: z.string().min(1),
  variable: z.string(),
  confidence: Confidence,
  source: z.string().min(1),
  note: Label.optional(),
});
export type Claim = z.infer<typeof Claim>;

/** A column known to stand in the file that no canonical variable takes up. */
export const OtherColumn = z.strictObject({
  raw: z.string().min(1),
  meaning: Label,
  confidence: Confidence,
  source: z.string().min(1),
});
export type OtherColumn = z.infer<typeof OtherColumn>;

const Evidence = z.strictObject({ confidence: Confidence, source: z.string().min(1) });

/**
 * The layout of a wave's file: every raw column that is known, and what the wave did not ask (`not_asked`, and of the roster
 * `not_asked_of_members`). A canonical variable in
 * neither list is *not known* for this wave: it may have been asked under a name that no source gives (`asked` says so where a source
 * does). `parts` are columns that are read only within another variable (days a week within hours a week). `claims` are guesses and
 * contradictions about columns, `evidence` says how sure the facts of the wave itself are.
 */
export const Codebook = z.strictObject({
  name: z.string(),
  instrument: z.string(),
  wave: z.string(),
  interview: z.strictObject({ year: z.number().int(), month: z.number().int().min(1).max(12) }),
  age_window: z.tuple([z.number(), z.number().nullable()]),
  usual_rows: z.number().int(),
  roster_slots: z.number().int().min(1),
  evidence: z.strictObject({ interview: Evidence, age_window: Evidence, usual_rows: Evidence }).optional(),
  note: Label.optional(),
  respondent: z.array(Mapping),
  member: z.array(Mapping),
  not_asked: z.array(Absence),
  not_asked_of_members: z.array(Absence).optional(),
  asked: z.array(AskedWithoutName).optional(),
  parts: z.array(Mapping).optional(),
  claims: z.array(Claim).optional(),
  other_columns: z.array(OtherColumn).optional(),
});
export type Codebook = z.infer<typeof Codebook>;

/**
 * Variables whose columns tell layouts apart: place, person, move, work and insurance. Money, opinions and the rest are left out,
 * since extracts of the files often lack them.
 */
const signatureVariables: ReadonlySet<string> = new Set([
  ...['respondent_id', 'province', 'prefecture', 'county', 'survey_weight'],
  ...['relation', 'sex', 'birth_year', 'birth_month', 'ethnicity', 'education', 'residence'],
  ...['hukou_type', 'hukou_province', 'marital_status', 'migration_range', 'arrival_year', 'arrival_month'],
  ...['employment_status', 'industry', 'occupation', 'weekly_hours', 'moves', 'stay_intention'],
  ...['pension_insured', 'medical_insured_here', 'work_injury_insured', 'unemployment_insured'],
  ...['maternity_insured', 'housing_fund'],
]);

/**
 * The columns by which a layout is recognised: names that are `verified`, those of the roster in slot 1. Never a placeholder.
 *
 * @example layoutSignature(monitoring2014).includes('flo_rage_1') // true
 */
export function layoutSignature(codebook: Codebook): string[] {
  const names = [...codebook.respondent, ...codebook.member]
    .filter((m) => m.confidence === 'verified' && signatureVariables.has(m.variable))
    .flatMap((m) => [m.raw, m.times, m.plus].filter((raw) => raw !== undefined))
    .map((raw) => raw.replace('{n}', '1'));
  return [...new Set(names)];
}

/** Whether the cells of a column can be read at all: how they are written is known, and so are codes where there are any. */
export function isReadable(mapping: Mapping): boolean {
  return mapping.read !== 'not_known' && (mapping.read !== 'code' || mapping.codes !== undefined);
}

/** Whether a mapping may be used on a real file: it can be read, all of its codes are known, and neither name nor codes are invented. */
export function isUsableOnRealFile(mapping: Mapping): boolean {
  return (
    isReadable(mapping) &&
    mapping.codes_partial === undefined &&
    mapping.confidence !== 'placeholder' &&
    mapping.codes_confidence !== 'placeholder'
  );
}
