import type { SurveyDesign } from '../design/survey-design.ts';
import { psuCorrection, type ReplicateFactors, replicatedStrata } from './replicate-factors.ts';

/**
 * Jackknife: each PSU left out in turn, the others of its stratum raised to n/(n − 1); rscales (1 − f)(n − 1)/n, with
 * Brewer's 1 − p of the PSU left out where probabilities are unequal.
 *
 * Source: R survey, R/surveyrep.R (`jk1weights`, `jknweights`).
 */
export function jackknife(design: SurveyDesign): ReplicateFactors {
  if (design.pps && design.pps.method !== 'brewer') {
    throw new RangeError(
      `replicateWeights: a jackknife can stand for pps 'brewer' only, because it has no pairs of PSUs; got '${design.pps.method}'. Leave replicates out, or make the design with pps 'brewer'`,
    );
  }
  const factors: Float64Array[] = [];
  const rscales: number[] = [];
  for (const { first, n } of replicatedStrata(design)) {
    for (let dropped = first; dropped < first + n; dropped++) {
      const correction = psuCorrection(design, dropped);
      if (correction === 0) continue;
      const factor = new Float64Array(design.psus).fill(1);
      factor.fill(n / (n - 1), first, first + n);
      factor[dropped] = 0;
      factors.push(factor);
      rscales.push((correction * (n - 1)) / n);
    }
  }
  return { factors, scale: 1, rscales: Float64Array.from(rscales) };
}
