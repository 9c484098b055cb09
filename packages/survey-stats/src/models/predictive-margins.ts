import { type CovariateSampling, rowAverages } from './row-averages.ts';
import { type ColumnValues, levelOf, meanAt } from './set-columns.ts';
import type { SurveyRegression } from './survey-regression.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from './tested-estimate.ts';

export interface PredictiveMarginOptions {
  /** a column of the model, or a categorical variable */
  readonly variable: string;
  /** values of a column; a categorical variable takes its levels and needs none */
  readonly at?: readonly number[] | undefined;
  /** default 'sampled': the margin is an estimate for the population */
  readonly covariates?: CovariateSampling | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
}

export interface PredictiveMargin extends TestedEstimate {
  /** level or value, as text */
  readonly at: string;
  readonly n: number;
  readonly df: number;
}

/**
 * Predictive margins: the mean outcome that the model predicts if every row had the same value of one variable and kept
 * its other covariates; a comparison of groups adjusted for the rest.
 *
 * @returns one margin a level (reference first) or value of `at`.
 * @throws on a variable that the model does not have, and on a column without `at`.
 *
 * R equivalent: `survey::svypredmeans(model, ~group)`, which adds the variance from the coefficients to that from the
 * covariates and leaves out their covariance; here it is in. Source: Graubard & Korn (1999); influence values as in
 * {@link CovariateSampling}.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
 * const codes = Int32Array.of(0, 0, 0, 1, 1, 1);
 * const region = dummyVariables({ name: 'region', codes, levels: ['east', 'west'] });
 * const age = { name: 'age', values: Float64Array.of(0, 1, 2, 1, 2, 3) };
 * const model = surveyRegression(design, { y: Float64Array.of(1, 2, 3, 4, 5, 6), x: [age, ...region] });
 * predictiveMargins(model, { variable: 'region' }).map(({ at }) => at); // ['east', 'west']
 * predictiveMargins(model, { variable: 'region' }).map(({ estimate }) => estimate); // [2.5, 4.5]
 */
export function predictiveMargins(
  model: SurveyRegression,
  options: PredictiveMarginOptions,
): PredictiveMargin[] {
  const level = checkLevel('predictiveMargins', options.ciLevel);
  const settings = settingsOf(model, options);
  const averages = settings.map(({ set }) => meanAt(model, set));
  const { estimate, se } = rowAverages(model, averages, options.covariates ?? 'sampled');
  return settings.map(({ at }, i) => ({
    at,
    n: model.n,
    df: model.df,
    ...testedEstimate(estimate[i]!, se[i]!, model.df, level),
  }));
}

function settingsOf(
  model: SurveyRegression,
  { variable, at }: PredictiveMarginOptions,
): { at: string; set: ColumnValues }[] {
  const { columns } = model.fit;
  const ofFactor = columns.flatMap((column, j) =>
    column.factor?.name === variable ? [{ ...column.factor, j }] : [],
  );
  const [first] = ofFactor;
  if (first) {
    return [
      { at: first.reference, set: levelOf(model, variable, undefined) },
      ...ofFactor.map(({ level, j }) => ({ at: level, set: levelOf(model, variable, j) })),
    ];
  }
  const j = columns.findIndex(({ name }) => name === variable);
  if (j === -1 || variable === 'intercept') {
    throw new RangeError(
      `predictiveMargins: variable must be a column or a categorical variable of the model (${columns.map(({ name }) => name).join(', ')}); got "${variable}"`,
    );
  }
  if (!at || at.length === 0) {
    throw new RangeError(
      `predictiveMargins: the column "${variable}" needs the values to predict at, for example at: [0, 1]`,
    );
  }
  return at.map((value) => ({ at: String(value), set: new Map([[j, value]]) }));
}
