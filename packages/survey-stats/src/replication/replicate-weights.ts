import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import { balancedHalves } from './balanced-halves.ts';
import { bootstrap } from './bootstrap.ts';
import { fromDraws } from './draws.ts';
import { jackknife } from './jackknife.ts';
import { successiveDifference } from './successive-difference.ts';

/**
 * How replicates are made. `jackknife`: JK1, or JKn with strata, one replicate a PSU. `brr`: balanced half-samples of two
 * PSUs a stratum; `fay`: the same, where the half left out keeps a share of its weight. `bootstrap`: Rao and Wu, n_h − 1
 * draws; `canty-davison`: n_h draws; `rao-wu-yue-beaumont`: m draws, with the sampling fraction in the factors.
 * `successive-difference`: for systematic samples; strata only order the list, so that one may have a single PSU.
 */
export type ReplicateMethod =
  | 'jackknife'
  | 'brr'
  | 'fay'
  | 'bootstrap'
  | 'canty-davison'
  | 'rao-wu-yue-beaumont'
  | 'successive-difference';

export interface ReplicateOptions {
  readonly method: ReplicateMethod;
  /**
   * bootstraps: the number of replicates, default 500; successive differences: at least so many, default as many as hold
   * every PSU once, or 80
   */
  readonly replicates?: number | undefined;
  /** bootstraps: a whole number; the same seed gives the same replicates. Default 1 */
  readonly seed?: number | undefined;
  /** `fay` only: share of its weight that a half left out keeps, above 0 and below 1. Default 0.5 */
  readonly fayRho?: number | undefined;
  /** `rao-wu-yue-beaumont` only: PSUs drawn in every stratum, m ≤ (n_h − 1)/(1 − f_h); default n_h − 1 */
  readonly draws?: number | undefined;
  /** `successive-difference` only: row → place of its PSU in the list that was sampled; default the PSU ids' order */
  readonly order?: ArrayLike<number> | undefined;
  /** deviations from the full sample's estimate in place of the replicates' mean; default true for `rao-wu-yue-beaumont` alone */
  readonly mse?: boolean | undefined;
}

/** What every set of replicates has: v = scale · Σ rscales (θ_r − c)². */
interface Replicates {
  readonly design: SurveyDesign;
  readonly method: string;
  readonly scale: number;
  /** one a replicate */
  readonly rscales: Float64Array;
  /** true: c is the estimate of the full sample; absent or false: the mean of θ_r over replicates with rscales above 0 */
  readonly mse?: boolean;
  /**
   * absent: PSUs minus strata of the domain; `rank`: the rank of the domain's replicate weights less 1, R's rule; or a
   * number for all domains
   */
  readonly df?: number | 'rank';
}

/** Replicates that treat all rows of a PSU alike, kept as one factor per PSU. */
export interface PsuReplicates extends Replicates {
  readonly level?: 'psu';
  /** one array a replicate: PSU → factor on the weight; of a bootstrap worked out when first asked for */
  readonly factors: readonly Float64Array[];
}

/** Replicates with a weight of its own for every row: given ones, and calibrated ones. */
export interface RowReplicates extends Replicates {
  readonly level: 'row';
  /** one array a replicate: row → weight in this replicate, the sampling weight in it */
  readonly weights: readonly Float64Array[];
}

/** Replicate weights of a design: pass them to an estimator as `options.replicates`. */
export type ReplicateWeights = PsuReplicates | RowReplicates;

/**
 * Replicate weights: the sample's PSUs left out in turn, halved or drawn again, so that variances come from estimating
 * again on each replicate.
 *
 * Pass the result to an estimator as `options.replicates`, or calibrate it by `calibrateReplicates`. First-stage sampling
 * fractions enter the jackknife, `canty-davison`, `rao-wu-yue-beaumont` and `successive-difference`; `bootstrap` takes PSUs
 * as drawn with replacement, `brr` and `fay` refuse them. Strata taken whole keep factor 1. Lower stages are ignored.
 *
 * @returns factors per PSU, with scale and rscales of v = scale · Σ rscales (θ_r − c)².
 * @throws on a calibrated design (call `calibrateReplicates`), for a stratum with one PSU under `lonelyPsu: 'fail'`, and
 *   but for the jackknife under `adjust` and `average` (`remove` and `certainty` make no replicate for it), for `brr` and `fay` unless strata have two
 *   PSUs, for the jackknife of unequal probabilities other than Brewer's, for draws that make factors fall below 0, and for
 *   an option of another method.
 *
 * R equivalent: `survey::as.svrepdesign(design, type = "JK1" | "JKn" | "BRR" | "Fay" | "subbootstrap" | "bootstrap")`,
 * `svrep::as_bootstrap_design(type = "Rao-Wu-Yue-Beaumont")`, `svrep::as_sdr_design()`. Source: R/surveyrep.R,
 * R/bootstrap.R; Rao and Wu 1988; Beaumont and Patak 2012; Fay and Train 1995.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * replicateWeights(design, { method: 'jackknife' }).factors[0]; // Float64Array [0, 1.5, 1.5]
 */
export function replicateWeights(design: SurveyDesign, options: ReplicateOptions): PsuReplicates {
  const { method } = options;
  if (design.calibration) {
    throw new RangeError(
      'replicateWeights: the design is calibrated, and replicates would take its weights as fixed; make them from the ' +
        'design before calibration and repeat it in each: calibrateReplicates(replicates, (design) => …)',
    );
  }
  checkOptions(options);
  if (method !== 'successive-difference') checkLonely(design, method);
  const made = { design, method, ...(options.mse === undefined ? {} : { mse: options.mse }) };
  switch (method) {
    case 'jackknife':
      return { ...made, ...jackknife(design) };
    case 'brr':
      return { ...made, ...balancedHalves(design, 0) };
    case 'fay':
      return { ...made, ...balancedHalves(design, options.fayRho ?? 0.5) };
    case 'bootstrap':
    case 'canty-davison':
    case 'rao-wu-yue-beaumont': {
      const { draws, ...scales } = bootstrap(design, method, options);
      const mse = method === 'rao-wu-yue-beaumont' ? { mse: options.mse ?? true } : {};
      return fromDraws({ ...made, ...mse, ...scales }, draws);
    }
    case 'successive-difference':
      return { ...made, ...successiveDifference(design, options) };
  }
}

const BOOTSTRAPS: readonly string[] = ['bootstrap', 'canty-davison', 'rao-wu-yue-beaumont'];
const OPTIONS: readonly [keyof ReplicateOptions, readonly string[]][] = [
  ['replicates', [...BOOTSTRAPS, 'successive-difference']],
  ['seed', BOOTSTRAPS],
  ['fayRho', ['fay']],
  ['draws', ['rao-wu-yue-beaumont']],
  ['order', ['successive-difference']],
];

function checkOptions(options: ReplicateOptions): void {
  const { method, fayRho, draws, replicates } = options;
  const known = ['jackknife', 'brr', 'fay', ...BOOTSTRAPS, 'successive-difference'];
  if (!known.includes(method)) {
    throw new RangeError(`replicateWeights: method must be one of ${known.join(', ')}; got "${method}"`);
  }
  for (const [option, methods] of OPTIONS) {
    if (options[option] !== undefined && !methods.includes(method)) {
      throw new RangeError(
        `replicateWeights: ${option} belongs to ${methods.join(', ')}; got it with method ${method}, leave it out`,
      );
    }
  }
  if (replicates !== undefined && !(Number.isInteger(replicates) && replicates >= 2)) {
    throw new RangeError(
      `replicateWeights: replicates must be a whole number of at least 2; got ${replicates}`,
    );
  }
  if (fayRho !== undefined && !(fayRho > 0 && fayRho < 1)) {
    throw new RangeError(
      `replicateWeights: fayRho must be above 0 and below 1 (0 is method brr); got ${fayRho}`,
    );
  }
  if (draws !== undefined && !(Number.isInteger(draws) && draws >= 1)) {
    throw new RangeError(`replicateWeights: draws must be a whole number of at least 1; got ${draws}`);
  }
}

function checkLonely(design: SurveyDesign, method: ReplicateMethod): void {
  const { correction } = design.stages[0]!;
  const lonely = design.psusPerStratum.findIndex((n, h) => n === 1 && correction[h]! >= CERTAINTY_TOLERANCE);
  if (lonely < 0 || design.lonelyPsu === 'remove' || design.lonelyPsu === 'certainty') return;
  if (method === 'jackknife' && design.lonelyPsu !== 'fail') return;
  const label = design.stratumLabels[lonely];
  throw new RangeError(
    `replicateWeights: ${label === '' ? 'the design' : `stratum "${label}"`} has only one PSU; choose lonelyPsu 'remove' or 'certainty', or merge it with a similar stratum`,
  );
}
