import type { SurveyDesign } from '../design/survey-design.ts';
import { feasibleBounds } from './feasible-bounds.ts';
import { kishDesignEffect } from './kish-design-effect.ts';
import type { Margin } from './margins.ts';
import { type RakeOptions, type RakeResult, rake } from './rake.ts';
import { sparseFromCodes } from './sparse-rows.ts';
import { type TrimLimits, type TrimRule, trimLimits } from './trim-limits.ts';

export interface TrimAndCalibrateOptions extends Omit<RakeOptions, 'bounds' | 'boundsOn'> {
  /** where the calibrated weights are cut */
  readonly trim: TrimRule;
}

export interface TrimAndCalibrateResult extends RakeResult {
  /** the limits that the weights keep, and the rule that set them */
  readonly limits: TrimLimits;
  /** rows whose weight was outside the limits after calibration alone */
  readonly outside: number;
}

const SEARCH_STEPS = 60;
/** Of the limit, relative, and of the design effect. */
const PRECISION = 1e-9;
/** The tightest upper limit is tried this much above itself, where it can be reached. */
const ROOM = 1e-4;
/** Relative rounding of weight · g at a limit. */
const ROUNDING = 1e-12;

/**
 * Trimming and calibration until both hold: weights inside limits **and** margins met.
 *
 * The weights are calibrated, the rule sets limits on these weights, and if any is outside they are calibrated anew from
 * the start with the limits as bounds on the weight: what trimming and calibrating in turn would lead to, in one step,
 * with one calibration for the residual variance. For `design_effect` the upper limit is the largest at which the final
 * weights have at most the target.
 *
 * @param margins as for `rake`. @param options `trim`, the rule that sets the limits, and what `rake` takes but bounds.
 * @returns as `rake`, with the limits and how many rows they caught.
 * @throws as `rake`; where no weights inside the limits meet the margins the tightest limits that do are named, and for
 *   a design effect out of reach the smallest that is.
 *
 * R equivalent: `survey::calibrate(…, bounds, bounds.const = TRUE)`; ReGenesees `trimcal`. Source: Deville and Särndal 1992,
 * with bounds on the weight.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 7] });
 * const sex = { name: 'sex', codes: Int32Array.of(0, 0, 1, 1), levels: ['female', 'male'], totals: [5, 5] };
 * trimAndCalibrate(design, [sex], { trim: { rule: 'constant', upper: 4 } }).design.weight;
 * // Float64Array [2.5, 2.5, 1, 4]
 */
export function trimAndCalibrate(
  design: SurveyDesign,
  margins: readonly Margin[],
  options: TrimAndCalibrateOptions,
): TrimAndCalibrateResult {
  const { trim, ...how } = options;
  const free = rake(design, margins, plain(how));
  if (trim.rule === 'design_effect') return towardsTarget(design, margins, how, free, trim.target);
  const limits = trimLimits(free.design.weight, trim);
  const outside = countOutside(free.design.weight, limits);
  if (outside === 0) return { ...free, limits, outside };
  return { ...within(design, margins, how, limits), limits, outside };
}

/** `logit` and `sinh` have no form without bounds: the first calibration is by raking. */
function plain(how: Omit<RakeOptions, 'bounds' | 'boundsOn'>): RakeOptions {
  return how.method === 'logit' || how.method === 'sinh' ? { ...how, method: 'raking' } : how;
}

function within(
  design: SurveyDesign,
  margins: readonly Margin[],
  how: RakeOptions,
  { lower, upper }: TrimLimits,
): RakeResult {
  return rake(design, margins, { ...how, bounds: [lower, upper], boundsOn: 'weight' });
}

function towardsTarget(
  design: SurveyDesign,
  margins: readonly Margin[],
  how: RakeOptions,
  free: RakeResult,
  target: number,
): TrimAndCalibrateResult {
  if (!(target >= 1)) {
    throw new RangeError(`trimAndCalibrate: the target design effect must be at least 1; got ${target}`);
  }
  const limitsAt = (upper: number): TrimLimits => ({ rule: 'design_effect', lower: 0, upper });
  const untrimmed = kishDesignEffect(free.design.weight);
  if (untrimmed <= target) return { ...free, limits: limitsAt(Number.POSITIVE_INFINITY), outside: 0 };
  let best: { result: RakeResult; upper: number } | undefined;
  let smallest = untrimmed;
  const aboveTarget = (upper: number): number | undefined => {
    const result = attempt(() => within(design, margins, how, limitsAt(upper)));
    if (!result) return undefined;
    const effect = kishDesignEffect(result.design.weight);
    smallest = Math.min(smallest, effect);
    if (effect <= target && !(best && best.upper > upper)) best = { result, upper };
    return effect - target;
  };
  const high = free.design.weight.reduce((a, b) => Math.max(a, b), 0);
  const low = Math.min(high, smallestUpper(design, margins) * (1 + ROOM));
  largestBelow(aboveTarget, { low, high, atHigh: untrimmed - target });
  if (!best) {
    throw new RangeError(
      `trimAndCalibrate: no upper limit of the weights gives a design effect of ${target} and meets the margins; the smallest reached is ${smallest.toPrecision(4)}. Raise the target or merge small categories`,
    );
  }
  const limits = limitsAt(best.upper);
  return { ...best.result, limits, outside: countOutside(free.design.weight, limits) };
}

/**
 * Goes to the largest upper limit at which the design effect is not above its target, by false position (Illinois rule),
 * and by halves while the lower end cannot be calibrated to.
 */
function largestBelow(
  aboveTarget: (upper: number) => number | undefined,
  ends: { readonly low: number; readonly high: number; readonly atHigh: number },
): void {
  let { low, high, atHigh } = ends;
  let atLow = aboveTarget(low);
  if (atLow !== undefined && atLow > 0) return;
  let side = 0;
  for (let i = 0; i < SEARCH_STEPS && high - low > PRECISION * high && atLow !== 0; i++) {
    const share = atLow === undefined ? 0.5 : -atLow / (atHigh - atLow);
    const middle = low + share * (high - low);
    const here = aboveTarget(middle);
    if (here === undefined || here <= 0) {
      if (here !== undefined && here > -PRECISION) return;
      if (side < 0) atHigh /= 2;
      [low, atLow, side] = [middle, here, -1];
    } else {
      if (side > 0 && atLow !== undefined) atLow /= 2;
      [high, atHigh, side] = [middle, here, 1];
    }
  }
}

/** The smallest upper limit that any weights can keep. */
function smallestUpper(design: SurveyDesign, margins: readonly Margin[]): number {
  const equations = {
    x: sparseFromCodes(
      margins.map(({ codes, levels }) => ({ codes, levels: levels.length })),
      design.rows,
    ),
    size: design.weight.map((w) => (w > 0 ? 1 : 0)),
    totals: margins.flatMap(({ totals }) => totals),
  };
  return feasibleBounds(equations, [0, Number.POSITIVE_INFINITY]).smallestUpper;
}

/** undefined where the bounds cannot be kept; the margins themselves were met before. */
function attempt(step: () => RakeResult): RakeResult | undefined {
  try {
    return step();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function countOutside(weight: Float64Array, { lower, upper }: TrimLimits): number {
  let outside = 0;
  for (const w of weight)
    if (w !== 0 && (w < lower * (1 - ROUNDING) || w > upper * (1 + ROUNDING))) outside++;
  return outside;
}
