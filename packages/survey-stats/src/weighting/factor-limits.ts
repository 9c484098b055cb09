import type { CalibrationKind } from './calibration-function.ts';

/** Limits of g, row by row. */
export interface FactorLimits {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** What bounds limit: the factor g, or the weight after calibration. */
export type BoundsOn = 'g' | 'weight';

interface Weights {
  /** row or unit → smallest and largest weight in it, 0 left out; both 0 if all are */
  readonly smallest: Float64Array;
  readonly largest: Float64Array;
}

/**
 * Limits of g from bounds on g or on the weight after calibration: for the latter L / w and U / w.
 *
 * @throws if bounds on g are not around 1, bounds on the weight are not low < high with high above 0, logit has no
 *   bounds or, with bounds on the weight, a weight outside them, and if sinh has no finite bounds.
 */
export function factorLimits(
  caller: string,
  kind: CalibrationKind,
  bounds: readonly [number, number] | undefined,
  boundsOn: BoundsOn,
  { smallest, largest }: Weights,
): FactorLimits | undefined {
  if (boundsOn !== 'g' && boundsOn !== 'weight') {
    throw new RangeError(`${caller}: boundsOn must be g or weight; got "${boundsOn}"`);
  }
  if ((kind === 'logit' || kind === 'sinh') && !bounds?.every(Number.isFinite)) {
    throw new RangeError(
      `${caller}: kind "${kind}" needs finite bounds, for example on g bounds: [0.3, 3]; got ${bounds ? `[${bounds.join(', ')}]` : 'none'}`,
    );
  }
  if (!bounds) return undefined;
  const [low, high] = bounds;
  if (boundsOn === 'g') {
    if (!(low < 1 && high > 1)) {
      throw new RangeError(
        `${caller}: bounds on g must be below and above 1, for example [0.3, 3]; got [${bounds.join(', ')}]. Bounds on the weight itself: boundsOn: 'weight'`,
      );
    }
    return {
      low: new Float64Array(smallest.length).fill(low),
      high: new Float64Array(smallest.length).fill(high),
    };
  }
  if (!(low < high && high > 0)) {
    throw new RangeError(
      `${caller}: bounds on the weight must be low < high with high above 0; got [${bounds.join(', ')}]`,
    );
  }
  if (kind === 'logit') refuseOutside(caller, bounds, smallest, largest);
  // a row of weight 0 stays 0 whatever its g; logit runs through 1 there as everywhere
  const lows = smallest.map((w) => (w > 0 ? low / w : 0));
  const highs = largest.map((w) => (w > 0 ? high / w : 2));
  lows.forEach((value, row) => {
    if (value > highs[row]!) {
      throw new RangeError(
        `${caller}: rows that share g must have weights close enough for the bounds on the weight; weights ${smallest[row]} and ${largest[row]} with one g cannot both be in [${bounds.join(', ')}]`,
      );
    }
  });
  return { low: lows, high: highs };
}

function refuseOutside(
  caller: string,
  [low, high]: readonly [number, number],
  smallest: Float64Array,
  largest: Float64Array,
): void {
  let outside = 0;
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  for (let row = 0; row < smallest.length; row++) {
    if (largest[row] === 0) continue;
    if (!(smallest[row]! > low && largest[row]! < high)) outside++;
    from = Math.min(from, smallest[row]!);
    to = Math.max(to, largest[row]!);
  }
  if (outside > 0) {
    throw new RangeError(
      `${caller}: logit with bounds on the weight needs every weight before inside [${low}, ${high}]; ${outside} are not (weights run from ${from} to ${to}). Use raking or linear, trim first, or scale the weights to the totals`,
    );
  }
}

/**
 * Limits that keep two pairs of limits at once.
 *
 * @param weight row or unit → its largest weight, for the message.
 * @throws if no g of a row keeps both.
 */
export function bothLimits(
  caller: string,
  one: FactorLimits | undefined,
  other: FactorLimits | undefined,
  weight: Float64Array,
): FactorLimits | undefined {
  if (!one || !other) return one ?? other;
  const low = one.low.map((value, row) => Math.max(value, weight[row]! > 0 ? other.low[row]! : value));
  const high = one.high.map((value, row) => Math.min(value, weight[row]! > 0 ? other.high[row]! : value));
  let outside = 0;
  let first = -1;
  low.forEach((value, row) => {
    if (value <= high[row]!) return;
    if (outside === 0) first = row;
    outside++;
  });
  if (outside > 0) {
    throw new RangeError(
      `${caller}: bounds on g and weightBounds must leave every weight a place; ${outside} of ${weight.length} weights have none, the first at index ${first} (${weight[first]}). Widen one of them`,
    );
  }
  return { low, high };
}
