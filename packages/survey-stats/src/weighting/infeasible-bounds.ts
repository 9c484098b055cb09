import type { BoundsOn } from './factor-limits.ts';
import {
  type BoundedEquations,
  countPatterns,
  type FeasibleBounds,
  feasibleBounds,
} from './feasible-bounds.ts';
import { columnTotals } from './sparse-rows.ts';

interface Question extends BoundedEquations {
  readonly bounds: readonly [number, number];
  readonly boundsOn: BoundsOn;
  /** weights below 0 are not possible, whatever the bounds */
  readonly positive: boolean;
  readonly name: (column: number) => string;
}

const SHOWN = 4;
/** Above this the programmes would take longer than anyone waits for a message: seconds, on continuous variables alone. */
const MOST_PATTERNS = 4000;
const DIGITS = 6;
const BELOW_ONE = 0.99;
const ABOVE_ONE = 1.01;

/**
 * Why bounds cannot be kept, for a message: the columns that alone are out of reach, and the tightest bounds that work.
 *
 * Bounds are shown rounded outward, so that those shown work. @returns empty text if the bounds can be kept.
 */
export function infeasibleBounds(question: Question): string {
  const { bounds, boundsOn } = question;
  if (countPatterns(question, MOST_PATTERNS) >= MOST_PATTERNS) {
    return `The bounds may be too tight${alone(question)}; calibrationBounds finds the tightest that work`;
  }
  const found = feasibleBounds(question, bounds);
  const [low, high] = bounds;
  if (found.smallestUpper <= high || found.largestLower >= low) return '';
  return `No weights ${boundsOn === 'g' ? 'with g ' : ''}in [${low}, ${high}] meet the totals${alone(question)}. ${advice(question, found)}`;
}

function advice(question: Question, found: FeasibleBounds): string {
  const [low, high] = question.bounds;
  const { smallestUpper, largestLower } = found;
  const narrowest = question.positive ? positivePair(question, found) : found.narrowest;
  if (Number.isNaN(found.narrowest[0]))
    return 'No bounds at all make it possible: the totals contradict each other';
  if (Number.isNaN(narrowest[1])) return 'Only weights below 0 would meet them: merge small categories';
  const pairs: (readonly [number, number])[] = [[low, smallestUpper], [largestLower, high], narrowest];
  const ways = pairs
    .filter((pair) => !pair.some(Number.isNaN) && !(question.positive && pair[0] < 0))
    .map((pair) => allowed(question, pair))
    .map((pair) => `[${rounded(pair[0], -1)}, ${rounded(pair[1], 1)}]`);
  return `The tightest bounds that work: ${[...new Set(ways)].join(' or ')} (the last is the narrowest)`;
}

/** Bounds that hold these and may be asked for: those on g must be below and above 1. */
function allowed({ boundsOn }: Question, [low, high]: readonly [number, number]): readonly [number, number] {
  return boundsOn === 'g' ? [Math.min(low, BELOW_ONE), Math.max(high, ABOVE_ONE)] : [low, high];
}

/** The narrowest bounds not below 0. */
function positivePair(question: Question, { narrowest }: FeasibleBounds): readonly [number, number] {
  if (!(narrowest[0] < 0)) return narrowest;
  return [0, feasibleBounds(question, [0, Number.POSITIVE_INFINITY]).smallestUpper];
}

/** Columns whose own mean of v is out of the bounds: for indicators of a category, total / sum of sizes. */
function alone({ x, size, totals, bounds, boundsOn, name }: Question): string {
  const what = boundsOn === 'g' ? 'g' : 'the weight';
  const nonNegative = x.value.every((value) => value >= 0);
  if (!nonNegative) return '';
  const sums = columnTotals(x, Float64Array.from(size));
  const needs = totals
    .map((total, j) => ({ j, mean: total / sums[j]! }))
    .filter(({ mean }) => mean < bounds[0] || mean > bounds[1])
    .sort((a, b) => farness(b.mean, bounds) - farness(a.mean, bounds));
  if (needs.length === 0) return '; each alone could be met, but not all together';
  const list = needs
    .slice(0, SHOWN)
    .map(({ j, mean }) => `${name(j)} needs a mean of ${mean.toPrecision(4)}`);
  const more = needs.length > SHOWN ? `, and ${needs.length - SHOWN} more` : '';
  return `: for ${what}, ${list.join(', ')}${more}`;
}

function farness(mean: number, [low, high]: readonly [number, number]): number {
  return mean > high ? mean / high : low > 0 ? low / mean : low - mean;
}

function rounded(value: number, direction: 1 | -1): number {
  if (value === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) + 1 - DIGITS);
  const steps = value / unit;
  const outward = direction > 0 ? Math.ceil(steps - 1e-4) : Math.floor(steps + 1e-4);
  return Number((outward * unit).toPrecision(DIGITS));
}
