import { parseNumber } from '../parse-number.ts';
import type { NumberColumn, TextColumn } from '../table.ts';

/** Whether every text is a number in its shortest form, so that nothing is lost by reading it as one: not "01", "1.0" or "+1". */
export const holdsNumbers = ({ levels }: TextColumn): boolean =>
  levels.length > 0 &&
  levels.every((text) => {
    const value = parseNumber(text);
    return value !== undefined && String(value) === text;
  });

/** The column as numbers, if it holds them. */
export function asNumbers(column: TextColumn): NumberColumn | undefined {
  if (!holdsNumbers(column)) return undefined;
  const { codes, levels } = column;
  const numbers = Float64Array.from(levels, Number);
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] as number;
    values[row] = code < 0 ? Number.NaN : (numbers[code] as number);
  }
  return { kind: 'number', values };
}
