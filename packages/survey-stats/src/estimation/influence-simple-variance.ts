import type { DomainCells } from '../design/domain-cells.ts';
import type { EstimateOptions } from './survey-estimate.ts';

/**
 * Variance that a simple random sample of the same size would give to linearised statistics, in every domain: W²
 * S²(u) (W − n)/(W n), or W² S²(u)/n with replacement, u = z/w the influence before the weight and S² with divisor n
 * − 1.
 *
 * @param z row → weighted influence on the row's own domain; NaN where the row does not enter.
 * @returns NaN for one row, and without replacement when the weights sum to n or less: scaled weights.
 * Source: R/survey.R (`svymean`, deff) with y replaced by u; convey does the same.
 */
export function influenceSimpleVariance(
  { levels, levelOfRow, design }: Pick<DomainCells, 'levels' | 'levelOfRow' | 'design'>,
  z: Float64Array,
  deff: EstimateOptions['deff'],
): Float64Array {
  const n = new Int32Array(levels);
  const weight = new Float64Array(levels);
  const mean = new Float64Array(levels);
  const squares = new Float64Array(levels);
  const forEach = (visit: (level: number, w: number, row: number) => void) => {
    for (let row = 0; row < z.length; row++) {
      const level = levelOfRow[row]!;
      if (level < levels && !Number.isNaN(z[row]!)) visit(level, design.weight[row]!, row);
    }
  };
  forEach((level, w, row) => {
    n[level]!++;
    weight[level]! += w;
    mean[level]! += z[row]!;
  });
  for (let level = 0; level < levels; level++) mean[level]! /= weight[level]!;
  forEach((level, w, row) => {
    squares[level]! += w * (z[row]! / w - mean[level]!) ** 2;
  });
  return squares.map((sum, d) => simpleSpread(sum, n[d]!, weight[d]!, deff));
}

/** From Σ w (u − ū)² over n rows that weigh `weight`. */
export function simpleSpread(
  squares: number,
  n: number,
  weight: number,
  deff: EstimateOptions['deff'],
): number {
  const spread = (n / (n - 1)) * squares * weight;
  if (deff === 'with_replacement') return spread / n;
  return weight > n ? (spread * (weight - n)) / (weight * n) : Number.NaN;
}
