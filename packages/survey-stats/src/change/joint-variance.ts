import type { DomainCells } from '../design/domain-cells.ts';
import type { WaveEstimate, WaveOverlap } from './change-between.ts';
import { overlapCorrelation } from './overlap-correlation.ts';
import { psuIds, psuTotals, sharedDf, sharedPsus, sharedVariance } from './wave-psus.ts';

/** One wave's estimates by domain. */
export interface WaveParts {
  readonly name: string;
  readonly wave: WaveEstimate;
  readonly cells: DomainCells;
  readonly estimate: Float64Array;
  readonly n: Int32Array;
  readonly variance: Float64Array;
  /** domain → degrees of freedom */
  readonly df: ArrayLike<number>;
  unitTotals(d: number): Float64Array;
}

/** Derivatives of the change by the first and the second wave's estimate. */
export type Slopes = readonly [number, number];

/** Variance of a domain's change, the correlation of its two estimates, and the degrees of freedom. */
interface JointVariance {
  at(d: number, slopes: Slopes): { variance: number; correlation: number };
  df(d: number): number;
}

/** How the variance of a change is made, by what the waves share. */
export function jointVariance(first: WaveParts, second: WaveParts, overlap: WaveOverlap): JointVariance {
  const own = (d: number, [a1, a2]: Slopes) => a1 ** 2 * first.variance[d]! + a2 ** 2 * second.variance[d]!;
  if (overlap === 'independent') {
    return {
      at: (d, slopes) => ({ variance: own(d, slopes), correlation: 0 }),
      df: (d) => first.df[d]! + second.df[d]!,
    };
  }
  const resampled = [first, second].find(({ wave }) => wave.replicates);
  if (resampled) {
    throw new RangeError(
      `changeBetween: ${resampled.name}.replicates are for overlap 'independent', because those of two waves do not vary together; got '${overlap}'. Leave them out, or replicate one design of both waves stacked and contrast its jointEstimates`,
    );
  }
  const cross = (d: number, [a1, a2]: Slopes) =>
    2 * a1 * a2 * Math.sqrt(first.variance[d]! * second.variance[d]!);
  const idsOf = ({ name, wave }: WaveParts) => ({
    design: wave.design,
    ids: psuIds(name, wave.design, wave.psu),
  });
  const one = idsOf(first);
  const two = idsOf(second);
  const totals = ({ wave, unitTotals }: WaveParts, d: number) => psuTotals(wave.design, unitTotals(d));
  if (overlap === 'same_psus') {
    const shared = sharedPsus(one, two);
    return {
      at: (d, slopes) => {
        if (Number.isNaN(own(d, slopes))) return { variance: Number.NaN, correlation: Number.NaN };
        const variance = sharedVariance(
          shared,
          [totals(first, d), slopes[0]],
          [totals(second, d), slopes[1]],
        );
        const size = cross(d, slopes);
        return { variance, correlation: size === 0 ? 0 : (variance - own(d, slopes)) / size };
      },
      df: (d) => sharedDf(shared, [first.cells, second.cells], d),
    };
  }
  return {
    at: (d, slopes) => {
      if (Number.isNaN(own(d, slopes))) return { variance: Number.NaN, correlation: Number.NaN };
      const correlation = overlapCorrelation(
        { ...one, totals: totals(first, d) },
        { ...two, totals: totals(second, d) },
      );
      return { variance: own(d, slopes) + correlation * cross(d, slopes), correlation };
    },
    df: (d) => Math.min(first.cells.df[d]!, second.cells.df[d]!),
  };
}
