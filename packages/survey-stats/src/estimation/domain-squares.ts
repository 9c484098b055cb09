import type { CellSums } from './cell-sums.ts';

/**
 * One-pass sums of squares lose digits where the mean is far from the centre; up to this many times the spread's square they
 * keep 13.
 */
const FAR = 16;

/**
 * Per domain Σ w (y − m)², m the domain's own mean: from the sums around the common centre where that is exact enough, else
 * by a second pass.
 */
export function domainSquares(sums: CellSums, mean: Float64Array): Float64Array {
  const { centre, weight, n } = sums;
  const squares = new Float64Array(n.length);
  let exact: Float64Array | undefined;
  for (let d = 0; d < n.length; d++) {
    if (n[d]! <= 1) continue;
    const ofCentre = weight[d]! * (mean[d]! - centre) ** 2;
    const own = sums.squares[d]! - ofCentre;
    if (ofCentre <= FAR * own) {
      squares[d] = own;
    } else {
      exact ??= centredSquares(sums, mean);
      squares[d] = exact[d]!;
    }
  }
  return squares;
}

function centredSquares({ cells, y }: CellSums, mean: Float64Array): Float64Array {
  const { levelOfRow, levels, design } = cells;
  const squares = new Float64Array(levels + 1);
  const centres = new Float64Array(levels + 1);
  centres.set(mean);
  for (let row = 0; row < y.length; row++) {
    const level = levelOfRow[row]!;
    const difference = y[row]! - centres[level]!;
    if (!Number.isNaN(difference)) squares[level]! += design.weight[row]! * difference * difference;
  }
  return squares;
}

/** Per domain Σ w (y − r x)² over rows with both, for ratios (the mean residual is 0). */
export function residualSquares({ cells, y, x = y }: CellSums, ratio: Float64Array): Float64Array {
  const { levelOfRow, levels, design } = cells;
  const squares = new Float64Array(levels + 1);
  for (let row = 0; row < y.length; row++) {
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const residual = y[row]! - ratio[level]! * x[row]!;
    if (!Number.isNaN(residual)) squares[level]! += design.weight[row]! * residual * residual;
  }
  return squares;
}
