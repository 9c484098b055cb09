import type { SurveyDesign } from '../design/survey-design.ts';
import { poststratify } from './poststratify.ts';
import type { RakeResult } from './rake.ts';

/** A categorical variable by row. */
interface Categories {
  /** row → category, from 0; −1: missing */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export interface StandardiseInput {
  /** what is standardised for, age groups for example; rows of −1 get weight 0 */
  readonly by: Categories & {
    readonly name: string;
    /** standard population of each category; only its shares matter */
    readonly population: readonly number[];
  };
  /** groups that are standardised each to the same shares and keep their weight total; absent: all together */
  readonly over?: Categories | undefined;
  /** true: leave out categories that a group does not have, as R does; false (default): throw */
  readonly partial?: boolean | undefined;
}

/**
 * Direct standardisation: gives every group the same composition, so that differences between groups are not those of
 * their ages.
 *
 * A post-stratification of group × category to group total × standard share, with its residual variance: the group
 * totals, which are estimates, are taken as known, as in R.
 *
 * @returns as `poststratify`; means of the groups are then standardised means. With `partial` a group without one of the
 *   categories is standardised to the others alone and loses their share of its weight.
 * @throws naming group and category without respondents; a population that is negative or sums to 0; codes that do not fit.
 *
 * R equivalent: `survey::svystandardize(design, by, over, population, excluding.missing)`. Source: R/stdize.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const by = { name: 'age', codes: Int32Array.of(0, 0, 0, 1), levels: ['young', 'old'], population: [1, 1] };
 * standardise(design, { by }).design.weight; // Float64Array [0.6666…, 0.6666…, 0.6666…, 2]
 */
export function standardise(design: SurveyDesign, input: StandardiseInput): RakeResult {
  const { by, partial = false } = input;
  const over = input.over ?? { codes: new Int32Array(design.rows), levels: ['all'] };
  const share = sharesOf(by.population, by.levels);
  checkCodes(design, 'by', by);
  checkCodes(design, 'over', over);
  const weight = design.weight.map((w, row) => (by.codes[row]! < 0 || over.codes[row]! < 0 ? 0 : w));
  const complete: SurveyDesign = Object.freeze({ ...design, weight });
  const groupWeight = new Float64Array(over.levels.length);
  weight.forEach((w, row) => {
    if (w !== 0) groupWeight[over.codes[row]!]! += w;
  });
  return poststratify(
    complete,
    {
      name: input.over ? `group and ${by.name}` : by.name,
      codes: crossed(by.codes, over.codes, by.levels.length),
      levels: over.levels.flatMap((group) =>
        by.levels.map((level) => (input.over ? `${group}: ${level}` : level)),
      ),
      totals: over.levels.flatMap((_, group) => share.map((s) => s * groupWeight[group]!)),
    },
    { partial },
  );
}

function crossed(by: Int32Array, over: Int32Array, categories: number): Int32Array {
  return by.map((code, row) => (code < 0 || over[row]! < 0 ? -1 : over[row]! * categories + code));
}

function sharesOf(population: readonly number[], levels: readonly string[]): number[] {
  if (population.length !== levels.length) {
    throw new RangeError(
      `standardise: population must have one number a category; expected ${levels.length}, got ${population.length}`,
    );
  }
  const bad = population.findIndex((n) => !(n >= 0 && n < Number.POSITIVE_INFINITY));
  const sum = population.reduce((a, b) => a + b, 0);
  if (bad >= 0 || sum === 0) {
    throw new RangeError(
      bad >= 0
        ? `standardise: every population must be a number of at least 0; "${levels[bad]}" has ${population[bad]}`
        : 'standardise: the populations must not all be 0',
    );
  }
  return population.map((n) => n / sum);
}

function checkCodes(design: SurveyDesign, name: string, { codes, levels }: Categories): void {
  if (codes.length !== design.rows) {
    throw new RangeError(
      `standardise: codes of ${name} must have one entry a row; expected ${design.rows}, got ${codes.length}`,
    );
  }
  const bad = codes.findIndex((code) => code < -1 || code >= levels.length);
  if (bad >= 0) {
    throw new RangeError(
      `standardise: codes of ${name} must be −1 (missing) or 0 to ${levels.length - 1}; row index ${bad} has ${codes[bad]}`,
    );
  }
}
