import type { DomainCells } from '../design/domain-cells.ts';
import { type Answered, answeredMeans, countAnswered } from './answered.ts';
import { checkColumn } from './cell-sums.ts';

/**
 * A statistic that can be combined with others: the mean (a proportion is the mean of 0 and 1) or the total of `y`,
 * or the ratio of the totals of `y` and `x`. Columns are row → value, NaN for no answer.
 */
export type Statistic =
  | { readonly kind: 'mean' | 'total'; readonly y: Float64Array }
  | { readonly kind: 'ratio'; readonly y: Float64Array; readonly x: Float64Array };

/** A statistic in every domain with what its variance is made of. Private to `estimation/` and `change/`. */
interface Linearised {
  readonly sums: Answered;
  readonly estimate: Float64Array;
  /** row → weight × influence on the statistic of the row's own domain; NaN where the row does not enter */
  readonly influence: Float64Array;
}

export function checkStatistic(caller: string, statistic: Statistic, rows: number, name = ''): void {
  if (!['mean', 'total', 'ratio'].includes(statistic.kind)) {
    throw new RangeError(`${caller}: ${name}kind must be mean, total or ratio; got "${statistic.kind}"`);
  }
  checkColumn(caller, `${name}y`, statistic.y, rows);
  if (statistic.kind === 'ratio') checkColumn(caller, `${name}x`, statistic.x, rows);
}

/** Whether a row has all that the statistic needs. */
export function hasAnswer(statistic: Statistic, row: number): boolean {
  return !Number.isNaN(statistic.y[row]!) && (statistic.kind !== 'ratio' || !Number.isNaN(statistic.x[row]!));
}

/** Estimates and influence values; source: z of mean w(y − ȳ)/W, total w y, ratio w(y − R x)/X. */
export function linearise(cells: DomainCells, statistic: Statistic): Linearised {
  const { y } = statistic;
  if (statistic.kind === 'ratio') {
    const { x } = statistic;
    const sums = countAnswered(cells, [y, x]);
    const wholeX = totals(sums, x, [y, x]);
    const estimate = totals(sums, y, [y, x]).map((total, d) =>
      wholeX[d] === 0 ? Number.NaN : total / wholeX[d]!,
    );
    const influence = byRow(cells, (row, d) => (y[row]! - estimate[d]! * x[row]!) / wholeX[d]!);
    return { sums, estimate, influence };
  }
  const sums = countAnswered(cells, [y]);
  if (statistic.kind === 'total') {
    return { sums, estimate: totals(sums, y, [y]), influence: byRow(cells, (row) => y[row]!) };
  }
  const estimate = answeredMeans(sums, y, [y]);
  const influence = byRow(cells, (row, d) => (y[row]! - estimate[d]!) / sums.weight[d]!);
  return { sums, estimate, influence };
}

function totals({ cells, n }: Answered, y: Float64Array, columns: readonly Float64Array[]): Float64Array {
  const total = Float64Array.from(n, (rows) => (rows > 0 ? 0 : Number.NaN));
  for (let row = 0; row < y.length; row++) {
    const level = cells.levelOfRow[row]!;
    if (level === cells.levels || columns.some((column) => Number.isNaN(column[row]!))) continue;
    total[level]! += cells.design.weight[row]! * y[row]!;
  }
  return total;
}

function byRow(
  { levels, levelOfRow, design }: DomainCells,
  influence: (row: number, level: number) => number,
): Float64Array {
  const z = new Float64Array(design.rows).fill(Number.NaN);
  for (let row = 0; row < z.length; row++) {
    const level = levelOfRow[row]!;
    if (level < levels) z[row] = design.weight[row]! * influence(row, level);
  }
  return z;
}
