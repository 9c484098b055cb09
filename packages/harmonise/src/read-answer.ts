import { codeLists, type IssueCode, type Mapping, type MissingReason, type Variable } from '@wavebook/schema';
import { parseNumber } from '@wavebook/tables';
import { missingReasonOf } from './missing-words.ts';
import { isGarbled, provinceOf } from './places.ts';

/** What a raw text says of a variable. */
export type Reading =
  | { value: number }
  | { code: string }
  | { missing: MissingReason }
  | { issue: IssueCode };

/** A number as it is written in codebooks: 2.0, which went through a spreadsheet, is 2. */
const plainNumber = (text: string): string => text.replace(/\.0+$/, '');

const readCode = (text: string, mapping: Mapping, variable: Variable): Reading => {
  const direct = mapping.codes?.[text] ?? mapping.codes?.[plainNumber(text)] ?? mapping.texts?.[text];
  if (direct !== undefined) return { code: direct };
  const known = new Set(Object.values(mapping.codes ?? {}));
  const byLabel = codeLists[variable.codes ?? '']?.codes.find(
    (c) => c.label.zh === text && known.has(c.code),
  );
  if (byLabel) return { code: byLabel.code };
  return { issue: isGarbled(text) ? 'garbled_text' : 'unknown_code' };
};

const readNumber = (text: string, variable: Variable): Reading => {
  const value = parseNumber(text);
  if (value === undefined) return { issue: 'not_a_number' };
  const [low, high] = variable.range ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return value < low || value > high ? { issue: 'value_out_of_range' } : { value };
};

/** A date written as one number, YYYYMM: its year or its month. */
const readYearMonth = (text: string, part: 'year' | 'month', variable: Variable): Reading => {
  const digits = /^(\d{4})(\d{2})(\.0+)?$/.exec(text);
  if (!digits) return { issue: parseNumber(text) === undefined ? 'not_a_number' : 'value_out_of_range' };
  return readNumber((part === 'year' ? digits[1] : digits[2]) as string, variable);
};

const readProvince = (text: string): Reading => {
  const code = provinceOf(text);
  return code === undefined ? { issue: isGarbled(text) ? 'garbled_text' : 'unknown_place' } : { code };
};

/** `.a` to `.z` without a meaning in the codebook are empty cells. */
const isStataMissing = (text: string): boolean => /^\.[a-z]$/.test(text);

/** Reads a raw text as a variable. `declared`: the label of a code that the file itself declares missing; one that the codebook gives a meaning has it all the same. */
export const readAnswer = (
  text: string,
  mapping: Mapping,
  variable: Variable,
  declared: string | undefined,
): Reading => {
  if (text === '') return { missing: 'missing' };
  const reason = mapping.missing?.[text] ?? mapping.missing?.[plainNumber(text)];
  if (reason) return { missing: reason };
  const told = declared === undefined ? undefined : missingReasonOf(declared, variable);
  if (isStataMissing(text)) return { missing: told ?? 'missing' };
  const isAnswer = mapping.codes?.[plainNumber(text)] !== undefined || mapping.texts?.[text] !== undefined;
  if (declared !== undefined && !isAnswer) return { missing: told ?? 'missing' };
  switch (mapping.read) {
    case 'code':
      return readCode(text, mapping, variable);
    case 'number':
      return readNumber(text, variable);
    case 'year_of_yyyymm':
      return readYearMonth(text, 'year', variable);
    case 'month_of_yyyymm':
      return readYearMonth(text, 'month', variable);
    case 'province':
      return readProvince(text);
    case 'province_of_code':
      return /^\d{6}$/.test(text) ? readProvince(text.slice(0, 2)) : { issue: 'unknown_place' };
    default:
      return isGarbled(text) ? { issue: 'garbled_text' } : { code: text };
  }
};
