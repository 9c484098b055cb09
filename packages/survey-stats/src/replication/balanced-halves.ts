import type { SurveyDesign } from '../design/survey-design.ts';
import { hadamard } from './hadamard.ts';
import { type ReplicateFactors, replicatedStrata } from './replicate-factors.ts';

/**
 * Balanced repeated replication: in each replicate one PSU of every stratum has factor 2 − rho and the other rho, by the
 * rows 2, 3, … of a Hadamard matrix (+1: the second PSU is raised, as R does).
 *
 * Source: R survey, R/surveyrep.R (`brrweights`); Fay 1984, Judkins 1990.
 */
export function balancedHalves(design: SurveyDesign, rho: number): ReplicateFactors {
  const strata = replicatedStrata(design);
  const other = strata.find(({ n }) => n !== 2);
  if (other) {
    const label = design.stratumLabels[other.h];
    throw new RangeError(
      `replicateWeights: balanced half-samples need strata of two PSUs; ${label === '' ? 'the design' : `stratum "${label}"`} has ${other.n}. Pair its PSUs into strata of two, or take the jackknife or a bootstrap`,
    );
  }
  const { correction } = design.stages[0]!;
  const corrected = strata.find(({ h }) => correction[h]! < 1);
  if (corrected) {
    throw new RangeError(
      'replicateWeights: balanced half-samples have no finite population correction; make the design without fpc, or take the jackknife or rao-wu-yue-beaumont',
    );
  }
  const rows = hadamard(strata.length + 1);
  const replicates = rows.length;
  const factors = Array.from({ length: replicates }, (_, r) => {
    const factor = new Float64Array(design.psus).fill(1);
    strata.forEach(({ first }, s) => {
      const raised = rows[s + 1]![r]! > 0 ? 1 : 0;
      factor[first + raised] = 2 - rho;
      factor[first + 1 - raised] = rho;
    });
    return factor;
  });
  return {
    factors,
    scale: 1 / (replicates * (1 - rho) ** 2),
    rscales: new Float64Array(replicates).fill(1),
  };
}
