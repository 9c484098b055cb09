import type { DomainCells } from '../design/domain-cells.ts';
import { type Answered, answeredMeans, countAnswered } from './answered.ts';

/** Second moments of two variables in every domain, on the rows that have both. Private to `estimation/`. */
export interface Moments {
  readonly sums: Answered;
  readonly xx: Float64Array;
  readonly xy: Float64Array;
  readonly yy: Float64Array;
  /**
   * Calls back every row that enters: its domain, its weight over the domain's, and its own terms
   * n/(n−1) · (x − x̄)(x − x̄), (x − x̄)(y − ȳ), (y − ȳ)(y − ȳ).
   */
  forEachRow(
    visit: (row: number, level: number, share: number, xx: number, xy: number, yy: number) => void,
  ): void;
}

/** Second moments with divisor n − 1: n/(n−1) · Σ w (x − x̄)(y − ȳ)/W; NaN below two rows. */
export function moments(cells: DomainCells, x: Float64Array, y: Float64Array): Moments {
  const sums = countAnswered(cells, [x, y]);
  const { levelOfRow, levels, design } = cells;
  const meanX = answeredMeans(sums, x, [x, y]);
  const meanY = answeredMeans(sums, y, [x, y]);
  const correction = Float64Array.from(sums.n, (n) => (n > 1 ? n / (n - 1) : Number.NaN));
  const forEachRow: Moments['forEachRow'] = (visit) => {
    for (let row = 0; row < x.length; row++) {
      const level = levelOfRow[row]!;
      if (level === levels || Number.isNaN(x[row]!) || Number.isNaN(y[row]!)) continue;
      const dx = x[row]! - meanX[level]!;
      const dy = y[row]! - meanY[level]!;
      const c = correction[level]!;
      visit(row, level, design.weight[row]! / sums.weight[level]!, c * dx * dx, c * dx * dy, c * dy * dy);
    }
  };
  const empty = () => sums.weight.map((weight) => (weight > 0 ? 0 : Number.NaN));
  const xx = empty();
  const xy = empty();
  const yy = empty();
  forEachRow((_row, level, share, ownXx, ownXy, ownYy) => {
    xx[level]! += share * ownXx;
    xy[level]! += share * ownXy;
    yy[level]! += share * ownYy;
  });
  return { sums, xx, xy, yy, forEachRow };
}
