import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';

/** What a way of making replicates gives. */
export interface ReplicateFactors {
  /** one array a replicate: PSU → factor */
  readonly factors: readonly Float64Array[];
  readonly scale: number;
  readonly rscales: Float64Array;
}

/** 1 − the sampling fraction of a PSU: its own where probabilities are unequal, else its stratum's. */
export function psuCorrection({ stages, psuStratum }: SurveyDesign, psu: number): number {
  const { probability, correction } = stages[0]!;
  return probability ? 1 - probability[psu]! : correction[psuStratum[psu]!]!;
}

/** Strata whose PSUs are replicated, and their first PSU: neither taken whole nor of a single PSU. */
export function replicatedStrata(design: SurveyDesign): { h: number; first: number; n: number }[] {
  const { correction } = design.stages[0]!;
  const strata: { h: number; first: number; n: number }[] = [];
  let first = 0;
  design.psusPerStratum.forEach((n, h) => {
    if (n > 1 && correction[h]! >= CERTAINTY_TOLERANCE) strata.push({ h, first, n });
    first += n;
  });
  if (strata.length === 0) {
    throw new RangeError(
      'replicateWeights: expected a stratum with at least two PSUs that is not taken whole; got none, so nothing varies',
    );
  }
  return strata;
}
