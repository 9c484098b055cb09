import { type MergedClass, mergedClasses } from './merged-classes.ts';

/** What became of a sampled unit. `unknown`: not known whether it belongs to the population. */
export type ResponseStatus = 'respondent' | 'nonrespondent' | 'ineligible' | 'unknown';

export const RESPONSE_STATUSES: readonly ResponseStatus[] = [
  'respondent',
  'nonrespondent',
  'ineligible',
  'unknown',
];

/** Adjustment classes, made of what is known of respondents and non-respondents alike. */
export interface ResponseClasses {
  /** row → class, from 0 */
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export interface NonresponseInput {
  /** one a row */
  readonly status: ArrayLike<ResponseStatus>;
  /** absent: one class */
  readonly classes?: ResponseClasses | undefined;
  /**
   * who takes the weight of units of unknown eligibility: 'known' (default), all others of the class, so that a part of
   * it goes with the ineligible; 'respondents', as if all were eligible
   */
  readonly unknownTo?: 'known' | 'respondents' | undefined;
  /** fewest respondents of a class, default 1 */
  readonly minimumRespondents?: number | undefined;
  /** class with fewer: 'throw' (default), or 'merge' with the class before it in `levels`, the first with the next */
  readonly smallClass?: 'throw' | 'merge' | undefined;
}

export interface NonresponseClass {
  readonly level: string;
  readonly respondents: number;
  readonly nonrespondents: number;
  readonly ineligible: number;
  readonly unknown: number;
  /** Σ w of respondents / Σ w of respondents and non-respondents, after unknown eligibility is shared out */
  readonly responseRate: number;
  /** what a respondent's weight is multiplied by; NaN for a class without eligible units */
  readonly factor: number;
}

export interface NonresponseResult {
  /** row → weight after; 0 for non-respondents and units of unknown eligibility */
  readonly weight: Float64Array;
  /** row → weight after / before */
  readonly factor: Float64Array;
  /** classes after merging */
  readonly classes: readonly NonresponseClass[];
  readonly merged: readonly MergedClass[];
}

/**
 * Non-response adjustment by classes: respondents of a class take over the weight of its non-respondents.
 *
 * First the weight of units of unknown eligibility is shared out in proportion to weight, then each respondent's weight
 * is multiplied by 1 + Σ w of non-respondents / Σ w of respondents. Ineligible units keep their weight (and their share
 * of the unknown). The sum of the weights of every class is kept. Give the result to `surveyDesign` with **all** rows, so
 * that PSUs without respondents still count; for the variance of the adjustment itself repeat it on every replicate.
 *
 * @param weight base weights, one a row.
 * @returns weights after, their factors, and what was found in each class.
 * @throws naming the class: fewer respondents than asked for, with `smallClass: 'throw'`; a class that has only units of
 *   unknown eligibility; a status or code that is not one of those listed; a weight that is not finite or negative.
 * R equivalent: `svrep::redistribute_weights(design, reduce_if, increase_if, by)`; svy's `adjust`. Source: Valliant, Dever
 * and Kreuter 2018, chapter 13.
 * @example
 * nonresponseClasses([1, 1, 2], { status: ['respondent', 'nonrespondent', 'respondent'] }).factor;
 * // Float64Array [1.3333…, 0, 1.3333…]
 */
export function nonresponseClasses(weight: ArrayLike<number>, input: NonresponseInput): NonresponseResult {
  const { status, unknownTo = 'known' } = input;
  const rows = weight.length;
  const given = input.classes ?? { codes: new Int32Array(rows), levels: ['all'] };
  checkInput(weight, status, given);
  const respondents = new Int32Array(given.levels.length);
  const eligible = new Int32Array(given.levels.length);
  for (let row = 0; row < rows; row++) {
    if (weight[row] === 0) continue;
    const code = given.codes[row]!;
    if (status[row] === 'respondent') respondents[code]!++;
    if (status[row] !== 'ineligible') eligible[code]!++;
  }
  const { codes, levels, merged } = mergedClasses(given, respondents, eligible, {
    minimum: input.minimumRespondents ?? 1,
    smallClass: input.smallClass ?? 'throw',
  });
  const sums = classSums(weight, status, codes, levels.length);
  const factor = Float64Array.from({ length: rows }, (_, row) => {
    const { spread, factor: responding } = sums[codes[row]!]!;
    if (status[row] === 'respondent') return responding[unknownTo];
    return status[row] === 'ineligible' ? (unknownTo === 'known' ? spread : 1) : 0;
  });
  for (let row = 0; row < rows; row++) if (weight[row] === 0) factor[row] = 1;
  return {
    weight: factor.map((f, row) => f * weight[row]!),
    factor,
    classes: levels.map((level, c) => {
      const { counts, rate, factor: responding } = sums[c]!;
      return { level, ...counts, responseRate: rate[unknownTo], factor: responding[unknownTo] };
    }),
    merged,
  };
}

function classSums(
  weight: ArrayLike<number>,
  status: ArrayLike<ResponseStatus>,
  codes: Int32Array,
  n: number,
) {
  const sums = Array.from({ length: n }, () => new Float64Array(RESPONSE_STATUSES.length));
  const counts = Array.from({ length: n }, () => new Int32Array(RESPONSE_STATUSES.length));
  for (let row = 0; row < weight.length; row++) {
    if (weight[row] === 0) continue;
    const s = RESPONSE_STATUSES.indexOf(status[row]!);
    sums[codes[row]!]![s]! += weight[row]!;
    counts[codes[row]!]![s]!++;
  }
  return sums.map(([r = 0, nr = 0, i = 0, u = 0], c) => {
    const [respondents = 0, nonrespondents = 0, ineligible = 0, unknown = 0] = counts[c]!;
    const known = r + nr + i;
    const spread = known === 0 ? 1 : (known + u) / known;
    return {
      spread,
      counts: { respondents, nonrespondents, ineligible, unknown },
      rate: { known: r / (r + nr), respondents: r / (r + nr + u) },
      factor: { known: (spread * (r + nr)) / r, respondents: (r + nr + u) / r },
    };
  });
}

function checkInput(
  weight: ArrayLike<number>,
  status: ArrayLike<ResponseStatus>,
  { codes, levels }: ResponseClasses,
): void {
  for (const [name, list] of [
    ['status', status],
    ['codes of classes', codes],
  ] as const) {
    if (list.length !== weight.length) {
      throw new RangeError(
        `nonresponseClasses: ${name} must have one entry a row; expected ${weight.length}, got ${list.length}`,
      );
    }
  }
  for (let row = 0; row < weight.length; row++) {
    if (!(weight[row]! >= 0 && weight[row]! < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `nonresponseClasses: every weight must be finite and at least 0; row index ${row} has ${weight[row]}`,
      );
    }
    if (!RESPONSE_STATUSES.includes(status[row]!)) {
      throw new RangeError(
        `nonresponseClasses: status must be ${RESPONSE_STATUSES.join(', ')}; row index ${row} has "${status[row]}"`,
      );
    }
    if (!(codes[row]! >= 0 && codes[row]! < levels.length)) {
      throw new RangeError(
        `nonresponseClasses: every row must have a class, 0 to ${levels.length - 1}; row index ${row} has ${codes[row]}. Give rows whose class is not known one of their own`,
      );
    }
  }
}
