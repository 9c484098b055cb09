import { parseNumber } from '@wavebook/tables';

/** Order of code points (that of UTF-8 bytes), the same in every locale. */
export function compareCodePoints(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
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
