import { z } from 'zod';
import { Confidence } from './confidence.ts';
import { MissingReason } from './missing-reason.ts';

/**
 * One raw column and how it becomes a canonical variable. `confidence` is of the name (is this column this variable?),
 * `codes_confidence` of the meaning of its codes where that is less sure. `{n}` in a member's raw name stands for the slot.
 *
 * - `read`: `code` (through `codes`, or the Chinese label of the answer), `number`, `text`, `province` (name or two-digit code),
 *   `province_of_code` (first two digits of a place code), `prefecture` (name, possibly cut, or code), `year_of_yyyymm` and
 *   `month_of_yyyymm` (a date written as one number).
 * - `times`: a second column by which the number is multiplied (days a week by hours a day).
 * - `question`: a name for the wording or code list, given where it differs from that of the latest waves; a trend breaks there.
 * - `missing`: raw values that stand for a missing reason; blanks are always `missing`.
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
  ]),
  times: z.string().optional(),
  question: z.string().optional(),
  confidence: Confidence,
  codes_confidence: Confidence.optional(),
  source: z.string().min(1),
  codes: z.record(z.string(), z.string()).optional(),
  texts: z.record(z.string(), z.string()).optional(),
  missing: z.record(z.string(), MissingReason).optional(),
});
export type Mapping = z.infer<typeof Mapping>;

/** A variable that has no column in a layout, and why that is believed. */
export const Absence = z.strictObject({
  variable: z.string(),
  confidence: Confidence,
  source: z.string().min(1),
});
export type Absence = z.infer<typeof Absence>;

/**
 * The layout of a wave's file: every raw column that is known, and what the wave did not ask (`not_asked`). A canonical variable in
 * neither list is *not known* for this wave: it may have been asked under a name that no source gives.
 */
export const Codebook = z.strictObject({
  name: z.string(),
  instrument: z.string(),
  wave: z.string(),
  interview: z.strictObject({ year: z.number().int(), month: z.number().int().min(1).max(12) }),
  age_window: z.tuple([z.number(), z.number().nullable()]),
  usual_rows: z.number().int(),
  roster_slots: z.number().int().min(1),
  respondent: z.array(Mapping),
  member: z.array(Mapping),
  not_asked: z.array(Absence),
});
export type Codebook = z.infer<typeof Codebook>;

/**
 * The columns by which a layout is recognised: names that are `verified`, those of the roster in slot 1. Never a placeholder.
 *
 * @example layoutSignature(monitoring2014).includes('flo_rage_1') // true
 */
export function layoutSignature(codebook: Codebook): string[] {
  const mappings = [...codebook.respondent, ...codebook.member];
  const names = mappings
    .filter((m) => m.confidence === 'verified')
    .flatMap((m) => (m.times === undefined ? [m.raw] : [m.raw, m.times]))
    .map((raw) => raw.replace('{n}', '1'));
  return [...new Set(names)];
}

/** Whether a mapping may be used on a real file: neither its name nor its codes are invented. */
export function isUsableOnRealFile(mapping: Mapping): boolean {
  return mapping.confidence !== 'placeholder' && mapping.codes_confidence !== 'placeholder';
}
