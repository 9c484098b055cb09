import { type NumberColumn, parseNumber, type TextColumn } from '../table.ts';

/** The column as numbers if every text is one in its shortest form, so that nothing is lost: not "01", "1.0" or "+1". */
export function asNumbers({ codes, levels }: TextColumn): NumberColumn | undefined {
  if (levels.length === 0) return undefined;
  const numbers = new Float64Array(levels.length);
  for (let level = 0; level < levels.length; level++) {
    const text = levels[level] as string;
    const value = parseNumber(text);
    if (value === undefined || String(value) !== text) return undefined;
    numbers[level] = value;
  }
  const values = new Float64Array(codes.length);
  for (let row = 0; row < values.length; row++) {
    const code = codes[row] as number;
    values[row] = code < 0 ? Number.NaN : (numbers[code] as number);
  }
  return { kind: 'number', values };
}
