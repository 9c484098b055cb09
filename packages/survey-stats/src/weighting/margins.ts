import type { SurveyDesign } from '../design/survey-design.ts';

/** A control margin: the categories of one variable, or of several crossed, and their population totals. */
export interface Margin {
  readonly name: string;
  /** row → category, from 0; −1: none, allowed only for rows of weight 0 */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
  readonly totals: readonly number[];
}

/** One category of a margin before and after weighting. */
export interface MarginResult {
  readonly name: string;
  readonly level: string;
  /** the control */
  readonly total: number;
  /** weighted total before */
  readonly before: number;
  /** weighted total after */
  readonly after: number;
  /** (after − total) / total; 0 for a total of 0 */
  readonly discrepancy: number;
}

/** Sums of two margins further apart than this, relative, cannot both be met to 1e-10. */
const SUM_TOLERANCE = 1e-11;

/**
 * Checks margins against a design and brings their sums, equal but for rounding, to the first one's.
 *
 * @throws naming the margin and category: codes of the wrong length or out of range, rows without a category, totals that
 *   are negative or 0 where there are respondents, a category without respondents, margins with different sums.
 */
export function checkedMargins(caller: string, design: SurveyDesign, margins: readonly Margin[]): Margin[] {
  if (margins.length === 0) throw new RangeError(`${caller}: expected at least one margin, got none`);
  for (const margin of margins) checkMargin(caller, design, margin);
  const sums = margins.map((margin) => margin.totals.reduce((a, b) => a + b, 0));
  const first = sums[0]!;
  const different = sums.findIndex((sum) => Math.abs(sum - first) > SUM_TOLERANCE * first);
  if (different > 0) {
    throw new RangeError(
      `${caller}: all margins must add up to the same population; ${margins[0]!.name} adds up to ${first}, ${margins[different]!.name} to ${sums[different]}. ` +
        'Scale one to the other, or use controls from one source',
    );
  }
  return margins.map((margin, m) => ({
    ...margin,
    totals: margin.totals.map((total) => total * (first / sums[m]!)),
  }));
}

function checkMargin(caller: string, design: SurveyDesign, { name, codes, levels, totals }: Margin): void {
  if (codes.length !== design.rows) {
    throw new RangeError(
      `${caller}: codes of ${name} must have one entry a row; expected ${design.rows}, got ${codes.length}`,
    );
  }
  if (totals.length !== levels.length) {
    throw new RangeError(
      `${caller}: ${name} must have one total a level; expected ${levels.length}, got ${totals.length}`,
    );
  }
  const sample = new Float64Array(levels.length);
  let without = 0;
  let first = -1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    const w = design.weight[row]!;
    if (code < -1 || code >= levels.length) {
      throw new RangeError(
        `${caller}: codes of ${name} must be 0 to ${levels.length - 1}; row index ${row} has ${code}`,
      );
    }
    if (code >= 0) sample[code]! += w;
    else if (w !== 0) {
      if (without === 0) first = row;
      without++;
    }
  }
  if (without > 0) {
    throw new RangeError(
      `${caller}: every row must have a category of every margin; ${without} of ${codes.length} rows have no ${name}, the first at index ${first}. Impute them, or give them weight 0`,
    );
  }
  totals.forEach((total, level) => {
    if (!Number.isFinite(total) || total < 0) {
      throw new RangeError(
        `${caller}: every total must be a number of at least 0; ${name} "${levels[level]}" has ${total}`,
      );
    }
    if (total > 0 && sample[level] === 0) {
      throw new RangeError(
        `${caller}: every control category must occur in the sample; ${name} "${levels[level]}" has no respondents. Merge it with another category, in the sample and in the controls`,
      );
    }
    if (total === 0 && sample[level]! > 0) {
      throw new RangeError(
        `${caller}: a category with respondents must have a total above 0; ${name} "${levels[level]}" has a total of 0. Merge it with another category or give its rows weight 0`,
      );
    }
  });
}

/** Weighted totals of every category before and after. */
export function marginResults(
  margins: readonly Margin[],
  before: Float64Array,
  after: Float64Array,
): MarginResult[] {
  const totals = (weight: Float64Array) =>
    Float64Array.from(
      margins.flatMap(({ codes, levels }) => Array.from(categoryTotals(codes, levels.length, weight))),
    );
  return resultsFromTotals(margins, totals(before), totals(after));
}

function categoryTotals(codes: Int32Array, levels: number, weight: Float64Array): Float64Array {
  const totals = new Float64Array(levels);
  for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) totals[codes[row]!]! += weight[row]!;
  return totals;
}

/** The same from totals that are there already, one a category, margin after margin. */
export function resultsFromTotals(
  margins: readonly Margin[],
  before: Float64Array,
  after: Float64Array,
): MarginResult[] {
  return margins
    .flatMap(({ name, levels, totals }) =>
      levels.map((level, index) => ({ name, level, total: totals[index]! })),
    )
    .map((category, at) => ({
      ...category,
      before: before[at]!,
      after: after[at]!,
      discrepancy: category.total === 0 ? 0 : (after[at]! - category.total) / category.total,
    }));
}
