import type { Covariate } from '../models/covariate.ts';
import { fitModel } from '../models/fit-model.ts';
import {
  type NonresponseClass,
  nonresponseClasses,
  RESPONSE_STATUSES,
  type ResponseStatus,
} from './nonresponse-classes.ts';
import { quantileOf } from './quantile-of.ts';

export interface PropensityInput {
  /** one a row; `unknown` must be settled first, see `nonresponseClasses` */
  readonly status: ArrayLike<ResponseStatus>;
  /** what is known of respondents and non-respondents alike, without an intercept; see `dummyVariables` */
  readonly covariates: readonly Covariate[];
  /** fit the logistic model with the weights: true (default), or without */
  readonly weighted?: boolean | undefined;
  /** 'inverse' (default): weight / propensity. 'classes': by classes of propensity, as `nonresponseClasses` */
  readonly adjust?: 'inverse' | 'classes' | undefined;
  /** number of classes, default 5: quintiles of the propensity over eligible rows */
  readonly classes?: number | undefined;
}

export interface PropensityResult {
  /** row → weight after; 0 for non-respondents, as before for ineligible rows */
  readonly weight: Float64Array;
  /** row → weight after / before */
  readonly factor: Float64Array;
  /** row → estimated probability to respond; NaN for rows that are not eligible or have weight 0 */
  readonly propensity: Float64Array;
  /** intercept first */
  readonly coefficients: readonly { readonly name: string; readonly estimate: number }[];
  /** with `adjust: 'classes'`: the classes, from the lowest propensity up */
  readonly classes?: readonly NonresponseClass[];
}

/**
 * Non-response adjustment by response propensities: a logistic model of who responds, and weights divided by its
 * probabilities, or adjusted in classes of them, which keeps the sum of the weights and is safer against small ones.
 *
 * @param weight base weights, one a row.
 * @returns weights after, their factors, propensities and the model's coefficients.
 * @throws on units of unknown eligibility, a covariate missing on an eligible row (how many), fewer than one respondent
 *   or non-respondent, collinear or separating covariates (named), and a class without respondents.
 * R equivalent: `glm(responded ~ x, quasibinomial, weights = w)`, then w / fitted; classes by `cut(fitted, quantile(…))`.
 * Source: Rosenbaum and Rubin 1984; Little 1986; Valliant, Dever and Kreuter 2018, chapter 13.
 * @example
 * const status = ['respondent', 'nonrespondent', 'respondent', 'respondent'] as const;
 * responsePropensity([1, 1, 1, 1], { status, covariates: [] }).propensity; // Float64Array [0.75, 0.75, 0.75, 0.75]
 */
export function responsePropensity(weight: ArrayLike<number>, input: PropensityInput): PropensityResult {
  const { status, covariates, weighted = true, adjust = 'inverse', classes = 5 } = input;
  const eligible = eligibleRows(weight, status);
  checkCovariates(covariates, eligible, weight.length);
  const w = Float64Array.from(eligible, (row) => (weighted ? weight[row]! : 1));
  const mean = w.reduce((sum, value) => sum + value, 0) / w.length;
  const names = ['intercept', ...covariates.map(({ name }) => name)];
  const fit = fitModel('responsePropensity', {
    family: 'logistic',
    y: Float64Array.from(eligible, (row) => (status[row] === 'respondent' ? 1 : 0)),
    x: [
      new Float64Array(eligible.length).fill(1),
      ...covariates.map(({ values }) => Float64Array.from(eligible, (row) => values[row]!)),
    ],
    names,
    weight: w.map((value) => value / mean),
  });
  const propensity = new Float64Array(weight.length).fill(Number.NaN);
  eligible.forEach((row, i) => {
    propensity[row] = 1 / (1 + Math.exp(-fit.eta[i]!));
  });
  const coefficients = names.map((name, j) => ({ name, estimate: fit.coefficients[j]! }));
  if (adjust === 'classes') {
    const made = nonresponseClasses(weight, { status, classes: propensityClasses(propensity, classes) });
    return {
      weight: made.weight,
      factor: made.factor,
      propensity,
      coefficients,
      classes: made.classes.filter((one) => one.respondents + one.nonrespondents > 0),
    };
  }
  if (adjust !== 'inverse') {
    throw new RangeError(`responsePropensity: adjust must be inverse or classes; got "${adjust}"`);
  }
  const factor = Float64Array.from(propensity, (p, row) =>
    Number.isNaN(p) ? 1 : status[row] === 'respondent' ? 1 / p : 0,
  );
  return { weight: factor.map((f, row) => f * weight[row]!), factor, propensity, coefficients };
}

function eligibleRows(weight: ArrayLike<number>, status: ArrayLike<ResponseStatus>): number[] {
  if (status.length !== weight.length) {
    throw new RangeError(
      `responsePropensity: status must have one entry a row; expected ${weight.length}, got ${status.length}`,
    );
  }
  const eligible: number[] = [];
  const counts: Record<string, number> = {};
  for (let row = 0; row < weight.length; row++) {
    if (!(weight[row]! >= 0 && weight[row]! < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `responsePropensity: every weight must be finite and at least 0; row index ${row} has ${weight[row]}`,
      );
    }
    const own = status[row]!;
    if (!RESPONSE_STATUSES.includes(own)) {
      throw new RangeError(
        `responsePropensity: status must be ${RESPONSE_STATUSES.join(', ')}; row index ${row} has "${own}"`,
      );
    }
    if (weight[row] === 0) continue;
    counts[own] = (counts[own] ?? 0) + 1;
    if (own === 'respondent' || own === 'nonrespondent') eligible.push(row);
  }
  if (counts.unknown) {
    throw new RangeError(
      `responsePropensity: eligibility must be known; ${counts.unknown} rows are of unknown eligibility. Share out their weight with nonresponseClasses first, or call them nonrespondent`,
    );
  }
  if (!counts.respondent || !counts.nonrespondent) {
    throw new RangeError(
      `responsePropensity: expected respondents and non-respondents of non-zero weight; got ${counts.respondent ?? 0} and ${counts.nonrespondent ?? 0}`,
    );
  }
  return eligible;
}

function checkCovariates(covariates: readonly Covariate[], eligible: readonly number[], rows: number): void {
  for (const { name, values } of covariates) {
    if (values.length !== rows) {
      throw new RangeError(
        `responsePropensity: "${name}" must have one value a row; expected ${rows}, got ${values.length}`,
      );
    }
    const without = eligible.filter((row) => !Number.isFinite(values[row]));
    if (without.length > 0) {
      throw new RangeError(
        `responsePropensity: every eligible row needs every covariate; "${name}" has none in ${without.length} of ${eligible.length} rows, the first at index ${without[0]}. Impute it, or make missing a category of its own`,
      );
    }
  }
}

/** Classes between quantiles of the propensity; rows without one stand in the last class, beside nobody else. */
function propensityClasses(propensity: Float64Array, classes: number) {
  if (!(Number.isInteger(classes) && classes >= 1)) {
    throw new RangeError(`responsePropensity: classes must be a whole number of at least 1; got ${classes}`);
  }
  const sorted = propensity.filter((p) => !Number.isNaN(p)).sort();
  const cuts = Array.from({ length: classes - 1 }, (_, i) => quantileOf(sorted, (i + 1) / classes)).filter(
    (cut, i, all) => cut < sorted.at(-1)! && cut !== all[i - 1],
  );
  const codes = Int32Array.from(propensity, (p) =>
    Number.isNaN(p) ? cuts.length + 1 : cuts.filter((cut) => p > cut).length,
  );
  const levels = [...cuts, sorted.at(-1)!].map(
    (cut, i) => `propensity ${i + 1}, up to ${cut.toPrecision(3)}`,
  );
  return { codes, levels: [...levels, 'not eligible'] };
}
