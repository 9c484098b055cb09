import { pf } from '../distributions/fisher.ts';
import { quadraticForm } from './scaled-cholesky.ts';
import type { SurveyRegression } from './survey-regression.ts';

export interface WaldTest {
  readonly f: number;
  /** number of coefficients tested */
  readonly df1: number;
  /** the model's df */
  readonly df2: number;
  /** NaN when df2 ≤ 0 */
  readonly pValue: number;
  /** the coefficients tested */
  readonly names: readonly string[];
}

/**
 * Wald test that some coefficients of a survey regression are all 0, such as those of a categorical variable.
 *
 * @param names columns of the model, or categorical variables: their name stands for all their columns.
 * @returns F on (coefficients tested, the model's df) and its p.
 * @throws on a name that the model does not have, no name, or coefficients whose covariance matrix is singular (more of
 *   them than sampling units can tell apart).
 *
 * R equivalent: `survey::regTermTest(model, ~x)`. Source: F = b'V⁻¹b/q on (q, df).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
 * const codes = Int32Array.of(0, 0, 1, 1, 2, 2);
 * const x = dummyVariables({ name: 'region', codes, levels: ['east', 'middle', 'west'] });
 * const model = surveyRegression(design, { y: Float64Array.of(1, 3, 2, 4, 6, 8), x });
 * waldTest(model, ['region']);
 * // { f: 11.66…, df1: 2, df2: 3, pValue: 0.03845…, names: ['region: middle', 'region: west'] }
 */
export function waldTest(model: SurveyRegression, names: readonly string[]): WaldTest {
  const { columns } = model.fit;
  const tested = columns.flatMap(({ name, factor }, j) =>
    names.includes(name) || (factor && names.includes(factor.name)) ? [j] : [],
  );
  const unknown = names.find((name) => !columns.some((c) => c.name === name || c.factor?.name === name));
  if (unknown !== undefined || tested.length === 0) {
    throw new RangeError(
      `waldTest: expected columns of the model (${columns.map(({ name }) => name).join(', ')}) or its categorical variables; got ${unknown === undefined ? 'no name' : `"${unknown}"`}`,
    );
  }
  const p = columns.length;
  const covariance = tested.flatMap((i) => tested.map((j) => model.covariance[i * p + j]!));
  const form = quadraticForm(
    covariance,
    tested.map((j) => model.fit.coefficients[j]!),
  );
  const testedNames = tested.map((j) => columns[j]!.name);
  if (Number.isNaN(form)) {
    throw new RangeError(
      `waldTest: the covariance matrix of ${testedNames.join(', ')} is singular, so they cannot be tested together; test fewer coefficients`,
    );
  }
  const f = form / tested.length;
  return {
    f,
    df1: tested.length,
    df2: model.df,
    pValue: pf(f, tested.length, model.df, false),
    names: testedNames,
  };
}
