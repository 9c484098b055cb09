import type { EncodedIds } from './encode-ids.ts';
import { type JointBlock, type JointProbabilities, jointBlocks } from './joint-probabilities.ts';
import type { SamplingStage, StageUnits } from './sampling-stage.ts';

/** `horvitz-thompson`: Σ Σ D T T. `yates-grundy`: −½ Σ Σ D (T − T)², for samples of fixed size, never below 0 if no D is above 0. */
export type PpsEstimator = 'horvitz-thompson' | 'yates-grundy';

/**
 * PSUs drawn without replacement with unequal probabilities; the probabilities are the first stage's fpc, as fractions.
 *
 * `brewer`: Brewer's approximation Σ (1 − p) n/(n − 1) (T − T̄)², the only one whose units of probability 1 add nothing of
 * their own. `overton` and `hartley-rao` put approximate joint probabilities into the quadratic form; `frameSquares` is
 * Σ p² over the frame, one number or one a stratum by its id (default: n times the sample's mean p, as R's `HR()`).
 * `joint`: joint probabilities as given, of all PSUs or of one stratum each.
 */
export type PpsInput =
  | 'brewer'
  | 'overton'
  | 'hartley-rao'
  | { readonly method: 'brewer' }
  | { readonly method: 'overton'; readonly estimator?: PpsEstimator | undefined }
  | {
      readonly method: 'hartley-rao';
      readonly frameSquares?: number | ReadonlyMap<number | string, number> | undefined;
      readonly estimator?: PpsEstimator | undefined;
    }
  | {
      readonly method: 'joint';
      readonly probabilities: JointProbabilities | readonly JointProbabilities[];
      readonly estimator?: PpsEstimator | undefined;
    };

/** What the variance of a design with unequal probabilities needs besides the probabilities of its first stage. */
export interface UnequalProbabilities {
  readonly method: 'brewer' | 'overton' | 'hartley-rao' | 'joint';
  readonly estimator: PpsEstimator;
  /** stratum → Σ of its sampled PSUs' probabilities */
  readonly sum: Float64Array;
  /** stratum → Σ p² over the frame / n; `hartley-rao` only */
  readonly frameSquares?: Float64Array;
  /** `joint` only; pairs of PSUs of different blocks are independent */
  readonly blocks?: readonly JointBlock[];
}

const METHODS: readonly string[] = ['brewer', 'overton', 'hartley-rao', 'joint'];

/**
 * Checks what was said about unequal probabilities against the first stage.
 *
 * @param ids the PSU ids, absent where every row is its own PSU. @throws naming what does not fit.
 */
export function unequalProbabilities(
  input: PpsInput,
  stage: SamplingStage,
  units: StageUnits,
  strata: EncodedIds,
  ids: EncodedIds | undefined,
): UnequalProbabilities {
  const given = typeof input === 'string' ? { method: input } : input;
  const { method } = given;
  if (!METHODS.includes(method)) {
    throw new RangeError(`surveyDesign: pps must be one of ${METHODS.join(', ')}; got "${method}"`);
  }
  const estimator = ('estimator' in given ? given.estimator : undefined) ?? 'horvitz-thompson';
  if (estimator !== 'horvitz-thompson' && estimator !== 'yates-grundy') {
    throw new RangeError(
      `surveyDesign: estimator of pps must be horvitz-thompson or yates-grundy; got "${estimator}"`,
    );
  }
  const sum = Float64Array.from(stage.fraction, (mean, h) => mean * stage.sampled[h]!);
  if (given.method === 'hartley-rao') {
    const squares = 'frameSquares' in given ? given.frameSquares : undefined;
    return { method, estimator, sum, frameSquares: frameSquares(squares, stage, strata.labels) };
  }
  if (given.method === 'joint') {
    return { method, estimator, sum, blocks: jointBlocks(given.probabilities, stage, units, strata, ids) };
  }
  return { method, estimator, sum };
}

function frameSquares(
  given: number | ReadonlyMap<number | string, number> | undefined,
  { fraction, sampled }: SamplingStage,
  labels: readonly (number | string)[],
): Float64Array {
  if (given === undefined) return fraction.slice();
  if (typeof given === 'number' && labels.length > 1) {
    throw new RangeError(
      `surveyDesign: frameSquares must be given for each stratum, new Map([[stratum id, Σ p²], …]); got one number for ${labels.length} strata`,
    );
  }
  return Float64Array.from(labels, (label, h) => {
    const squares = typeof given === 'number' ? given : given.get(label);
    if (squares === undefined || !(squares > 0)) {
      throw new RangeError(
        `surveyDesign: frameSquares must be above 0 in every stratum; ${label === '' ? 'the population' : `stratum "${label}"`} has ${squares}`,
      );
    }
    return squares / sampled[h]!;
  });
}
