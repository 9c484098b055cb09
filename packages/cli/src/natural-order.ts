import { parseNumber } from '@wavebook/tables/csv';

/** Order of code points (that of UTF-8 bytes), the same in every locale. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = place(a.charCodeAt(i)) - place(b.charCodeAt(i));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** UTF-16 has its surrogates, which stand for the last code points, before U+E000: they are moved behind U+FFFF. */
function place(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/**
 * Levels in natural order: by size if every one is a number, else by code points.
 *
 * @example naturalOrder(['10', '9', '1']) // ['1', '9', '10']
 */
export function naturalOrder(levels: readonly string[]): string[] {
  const numbers = new Map(levels.map((level) => [level, parseNumber(level)]));
  const numeric = ![...numbers.values()].includes(undefined);
  return [...levels].sort(
    (a, b) => (numeric ? (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0) : 0) || compareCodePoints(a, b),
  );
}
