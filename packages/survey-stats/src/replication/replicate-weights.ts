import type { SurveyDesign } from '../design/survey-design.ts';
import { seededRandom } from './seeded-random.ts';

export type ReplicateMethod = 'jackknife' | 'bootstrap';

export interface ReplicateOptions {
  /** `jackknife`: JK1, or JKn with strata, one replicate a PSU. `bootstrap`: Rao and Wu, n_h − 1 draws. */
  readonly method: ReplicateMethod;
  /** bootstrap replicates, default 500 */
  readonly replicates?: number | undefined;
  /** bootstrap seed, a whole number; the same seed gives the same replicates. Default 1 */
  readonly seed?: number | undefined;
}

/** Replicate weights of a design, kept as one factor per PSU. */
export interface ReplicateWeights {
  readonly design: SurveyDesign;
  readonly method: string;
  /** one array a replicate: PSU → factor on the weight */
  readonly factors: readonly Float64Array[];
  readonly scale: number;
  /** one a replicate */
  readonly rscales: Float64Array;
}

/**
 * Replicate weights: the sample's PSUs dropped in turn (jackknife), or drawn again with replacement (bootstrap), so that
 * variances come from estimating again on each replicate.
 *
 * Pass the result to an estimator as `options.replicates`. First-stage sampling fractions enter the jackknife's scale;
 * the bootstrap takes PSUs as drawn with replacement. Lower stages are ignored.
 *
 * @returns factors per PSU, with scale and rscales of v = scale · Σ rscales (θ_r − mean θ)².
 * @throws on a calibrated design (its calibration would have to be repeated in every replicate), and for a stratum with
 *   one PSU under `lonelyPsu: 'fail'`, `adjust` and `average`; `remove` and `certainty` make no replicate for it.
 *
 * R equivalent: `survey::as.svrepdesign(design, type = "JK1" | "JKn" | "subbootstrap")`. Source: R/surveyrep.R,
 * R/bootstrap.R; Rao and Wu 1988.
 * @example replicateWeights(surveyDesign({ weight: [1, 1, 1] }), { method: 'jackknife' }).factors[0] // [0, 1.5, 1.5]
 */
export function replicateWeights(design: SurveyDesign, options: ReplicateOptions): ReplicateWeights {
  const { method, replicates = 500, seed = 1 } = options;
  if (design.calibration) {
    throw new RangeError(
      'replicateWeights: the design is calibrated, and replicates would take its weights as fixed; ' +
        'leave replicates out (the residual variance is used), or make them from the design before calibration',
    );
  }
  const lonely = design.psusPerStratum.findIndex((n, h) => n === 1 && !isCertainty(design, h));
  if (lonely >= 0 && design.lonelyPsu !== 'remove' && design.lonelyPsu !== 'certainty') {
    throw new RangeError(
      `replicateWeights: stratum "${design.stratumLabels[lonely]}" has only one PSU; choose lonelyPsu 'remove' or 'certainty', or merge it with a similar stratum`,
    );
  }
  if (method === 'jackknife') return jackknife(design);
  if (method === 'bootstrap') {
    if (!(Number.isInteger(replicates) && replicates >= 2)) {
      throw new RangeError(
        `replicateWeights: replicates must be a whole number of at least 2; got ${replicates}`,
      );
    }
    return bootstrap(design, replicates, seed);
  }
  throw new RangeError(`replicateWeights: method must be jackknife or bootstrap; got "${method}"`);
}

function isCertainty(design: SurveyDesign, h: number): boolean {
  return design.stages[0]!.correction[h]! < 1e-7;
}

function jackknife(design: SurveyDesign): ReplicateWeights {
  const { psus, psuStratum, psusPerStratum } = design;
  const factors: Float64Array[] = [];
  const rscales: number[] = [];
  for (let dropped = 0; dropped < psus; dropped++) {
    const h = psuStratum[dropped]!;
    const n = psusPerStratum[h]!;
    if (n === 1) continue;
    factors.push(
      Float64Array.from(psuStratum, (s, psu) => (psu === dropped ? 0 : s === h ? n / (n - 1) : 1)),
    );
    rscales.push((design.stages[0]!.correction[h]! * (n - 1)) / n);
  }
  return { design, method: 'jackknife', factors, scale: 1, rscales: Float64Array.from(rscales) };
}

function bootstrap(design: SurveyDesign, replicates: number, seed: number): ReplicateWeights {
  const { psus, psuStratum, psusPerStratum } = design;
  const random = seededRandom(seed);
  const first = new Int32Array(design.strata);
  for (let psu = psus - 1; psu >= 0; psu--) first[psuStratum[psu]!] = psu;
  const factors = Array.from({ length: replicates }, () => {
    const factor = new Float64Array(psus);
    for (let h = 0; h < design.strata; h++) {
      const n = psusPerStratum[h]!;
      if (n === 1) {
        factor[first[h]!] = 1;
        continue;
      }
      for (let draw = 1; draw < n; draw++) factor[first[h]! + Math.floor(random() * n)]! += n / (n - 1);
    }
    return factor;
  });
  return {
    design,
    method: 'bootstrap',
    factors,
    scale: 1 / (replicates - 1),
    rscales: new Float64Array(replicates).fill(1),
  };
}
