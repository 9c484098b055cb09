import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import { psuCorrection, type ReplicateFactors, replicatedStrata } from './replicate-factors.ts';

/**
 * Jackknife: each PSU left out in turn, the others of its stratum raised to n/(n − 1); rscales (1 − f)(n − 1)/n, with
 * Brewer's 1 − p of the PSU left out where probabilities are unequal.
 *
 * A stratum with one PSU: under `adjust` its PSU is left out and all others raised to H/(H − 1), H strata, with rscale
 * (1 − f)(H − 1)/H (R leaves out the 1 − f); under `average` the scale is PSUs / replicates; else no replicate is made.
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
  const { lonelyPsu, psusPerStratum, psus, strata } = design;
  for (let h = 0, first = 0; h < strata; first += psusPerStratum[h]!, h++) {
    const correction = design.stages[0]!.correction[h]!;
    if (lonelyPsu !== 'adjust' || psusPerStratum[h] !== 1 || correction < CERTAINTY_TOLERANCE) continue;
    const factor = new Float64Array(psus).fill(strata / (strata - 1));
    factor[first] = 0;
    factors.push(factor);
    rscales.push((correction * (strata - 1)) / strata);
  }
  const scale = lonelyPsu === 'average' ? psus / factors.length : 1;
  return { factors, scale, rscales: Float64Array.from(rscales) };
}
