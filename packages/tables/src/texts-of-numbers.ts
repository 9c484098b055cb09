import type { MissingCodes, NumberColumn, TextColumn } from './table.ts';

const EMPTY = -1;
/** Whole numbers from 0 up to, not with, this one find their text without a search. */
const SMALL = 4096;

/** Numbers as texts in their shortest round-trip form, levels in the order of their first row; the codes go into `codes`. */
export function textsOfNumbers(
  { values, missing }: NumberColumn,
  codes: Int32Array = new Int32Array(values.length),
): TextColumn {
  const levels: string[] = [];
  const small = new Int32Array(SMALL);
  const others = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value >= 0 && value < SMALL && (value | 0) === value) {
      let next = small[value] as number;
      if (next === 0) {
        next = levels.push(String(value));
        small[value] = next;
      }
      codes[row] = next - 1;
    } else if (Number.isNaN(value)) codes[row] = EMPTY;
    else {
      let code = others.get(value);
      if (code === undefined) {
        code = levels.push(String(value)) - 1;
        others.set(value, code);
      }
      codes[row] = code;
    }
  }
  return { kind: 'text', codes, levels, ...withMissing(missing) };
}

const withMissing = (missing: MissingCodes | undefined): { missing?: MissingCodes } =>
  missing ? { missing } : {};
