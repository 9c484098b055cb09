import { domainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { replicateDf } from './replicate-df.ts';
import { replicateCovariance } from './replicate-spread.ts';
import { checkReplicates } from './replicate-variance.ts';
import type { ReplicateWeights } from './replicate-weights.ts';
import { rowWeights } from './row-weights.ts';

/**
 * Covariance matrix of statistics from working them out again with the weights of every replicate.
 *
 * @param estimate the full sample's. @param again the statistics under the weights of a design, in the same order.
 * @returns by rows.
 * @throws if the replicates are of another design, or a replicate cannot be worked out: its number and why.
 */
export function covarianceAgain(
  caller: string,
  { design, replicates }: { readonly design: SurveyDesign; readonly replicates: ReplicateWeights },
  estimate: ArrayLike<number>,
  again: (design: SurveyDesign) => ArrayLike<number>,
): Float64Array {
  checkReplicates(caller, design, replicates);
  const values = Array.from(replicates.rscales, (_, r) => {
    try {
      return Float64Array.from(again({ ...design, weight: rowWeights(replicates, r) }));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(
        `${caller}: replicate ${r + 1} cannot be fitted, leave replicates out for the linearised variance, or: ${error.message}`,
        { cause: error },
      );
    }
  });
  return replicateCovariance(replicates, values, estimate);
}

/** Total of weighted influence values in a replicate: each row counts as its weight there does to its own. */
export function influenceTotal(design: SurveyDesign, replicate: SurveyDesign, z: Float64Array): number {
  let total = 0;
  for (let row = 0; row < z.length; row++) {
    if (z[row] !== 0) total += (z[row]! / design.weight[row]!) * replicate.weight[row]!;
  }
  return total;
}

/** Degrees of freedom that replicates give some rows of a design; undefined: PSUs minus strata of these rows hold. */
export function replicateDfOf(
  replicates: ReplicateWeights | undefined,
  design: SurveyDesign,
  present: Uint8Array,
): number | undefined {
  if (replicates?.df === undefined) return undefined;
  const codes = Int32Array.from(present, (own) => own - 1);
  return replicateDf(replicates, domainCells(design, codes, 1))?.df[0];
}
