import type { MissingCodes } from '../columns/column-builder.ts';
import { userMissing as declaredCode, type NumberArray } from '../stat-column.ts';
import type { UserMissing } from '../stat-file.ts';

/** LOWEST is the double above system-missing, HIGHEST the largest of all. */
const lowest = -1.797693134862315e308;

/** Declared missing numbers: 1 to 3 values, or (count −2, −3) a range and at most one value. */
export function numericMissing(count: number, numbers: readonly number[]): UserMissing {
  if (count >= 0) return { values: numbers };
  const [low = Number.NaN, high = Number.NaN, ...values] = numbers;
  return {
    values,
    range: {
      low: low <= lowest ? Number.NEGATIVE_INFINITY : low,
      high: high === Number.MAX_VALUE ? Number.POSITIVE_INFINITY : high,
    },
  };
}

/** Marks the cells whose values were declared missing. */
export function markDeclared(values: NumberArray, missing: MissingCodes, declared: UserMissing): void {
  const { low, high } = declared.range ?? { low: Number.NaN, high: Number.NaN };
  const single = new Set(declared.values);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!(value >= low && value <= high) && !single.has(value)) continue;
    if (!missing.array?.[row]) missing.set(row, declaredCode);
  }
}
