import type { CellSums } from './cell-sums.ts';
import type { EstimateOptions } from './survey-estimate.ts';

/**
 * Variance that a simple random sample of the same size would give to a domain mean: S²(W − n)/(W n), or S²/n with
 * replacement, where S² = n/(n−1) · Σ w (y − ȳ)²/W. One row has no spread: NaN.
 *
 * Source: R survey, R/survey.R (`svymean`, deff).
 */
export function simpleMeanVariance(
  sums: CellSums,
  squares: Float64Array,
  deff: EstimateOptions['deff'],
): Float64Array {
  return sums.weight.map((weight, d) => ofDomain(sums.n[d]!, weight, squares[d]!, deff));
}

function ofDomain(n: number, weight: number, squares: number, deff: EstimateOptions['deff']): number {
  if (n < 2) return Number.NaN;
  const spread = ((n / (n - 1)) * squares) / weight;
  if (deff === 'with_replacement') return spread / n;
  return weight > n ? (spread * (weight - n)) / (weight * n) : Number.NaN;
}
