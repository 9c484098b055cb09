import { families } from './family.ts';
import { type CovariateSampling, type RowAverage, rowAverages, weightedMean } from './row-averages.ts';
import { levelOf, meanAt } from './set-columns.ts';
import type { SurveyRegression } from './survey-regression.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from './tested-estimate.ts';

export interface MarginalEffectOptions {
  /** columns of the model; default all but the intercept */
  readonly variables?: readonly string[] | undefined;
  /** default 'fixed', as R's `margins` */
  readonly covariates?: CovariateSampling | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
}

export interface MarginalEffect extends TestedEstimate {
  readonly name: string;
  /** `derivative` for a number; `difference` from 0 to 1, or from the reference level, for a 0/1 column */
  readonly kind: 'derivative' | 'difference';
  readonly n: number;
  readonly df: number;
}

/**
 * Average marginal effects: by how much the predicted outcome (a mean, a probability, a count) changes with a variable,
 * averaged with the weights over the rows of the model.
 *
 * A column that holds only 0 and 1 gives the difference of the predictions at 1 and 0; one of a categorical variable the
 * difference from the reference, its other columns at 0; any other the average derivative. A column built from others,
 * such as a product, is not known to move with them. The SE holds the covariates fixed unless `covariates: 'sampled'`.
 *
 * @returns one effect a variable, t and interval with the model's df.
 * @throws on a variable that the model does not have, or the intercept.
 *
 * R equivalent: `margins::margins(model, design = design)` on a `svyglm`. Source: delta method, averages of dμ/dx.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1] });
 * const x = [{ name: 'trained', values: Float64Array.of(0, 0, 0, 1, 1, 1) }];
 * const model = surveyRegression(design, { y: Float64Array.of(0, 0, 1, 0, 1, 1), x, family: 'logistic' });
 * averageMarginalEffects(model, { variables: ['trained'] })[0].estimate; // 0.3333…: points of probability
 */
export function averageMarginalEffects(
  model: SurveyRegression,
  options: MarginalEffectOptions = {},
): MarginalEffect[] {
  const level = checkLevel('averageMarginalEffects', options.ciLevel);
  const { columns } = model.fit;
  const known = columns.flatMap(({ name }) => (name === 'intercept' ? [] : [name]));
  const chosen = (options.variables ?? known).map((name) => {
    if (known.includes(name)) return columns.findIndex((column) => column.name === name);
    throw new RangeError(
      `averageMarginalEffects: variables must be columns of the model (${known.join(', ')}); got "${name}"`,
    );
  });
  const kinds = chosen.map((j) => (isBinary(model, j) ? 'difference' : 'derivative'));
  const effects = chosen.map((j, i) =>
    kinds[i] === 'difference' ? difference(model, j) : derivative(model, j),
  );
  const { estimate, se } = rowAverages(model, effects, options.covariates ?? 'fixed');
  return chosen.map((j, i) => ({
    name: columns[j]!.name,
    kind: kinds[i]!,
    n: model.n,
    df: model.df,
    ...testedEstimate(estimate[i]!, se[i]!, model.df, level),
  }));
}

function isBinary({ fit }: SurveyRegression, j: number): boolean {
  const { values } = fit.columns[j]!;
  return fit.used.rows.every((row) => values[row] === 0 || values[row] === 1);
}

function difference(model: SurveyRegression, j: number): RowAverage {
  const factor = model.fit.columns[j]!.factor?.name;
  const one = meanAt(model, factor ? levelOf(model, factor, j) : new Map([[j, 1]]));
  const zero = meanAt(model, factor ? levelOf(model, factor, undefined) : new Map([[j, 0]]));
  return {
    values: one.values.map((own, k) => own - zero.values[k]!),
    gradient: one.gradient.map((own, i) => own - zero.gradient[i]!),
  };
}

function derivative(model: SurveyRegression, j: number): RowAverage {
  const { columns, coefficients, eta, used, family } = model.fit;
  const { slope, curvature } = families[family];
  const b = coefficients[j]!;
  const slopes = eta.map(slope);
  const bends = eta.map(curvature);
  const gradient = Float64Array.from(
    columns,
    ({ values }, i) =>
      b *
        weightedMean(
          model,
          bends.map((own, k) => own * values[used.rows[k]!]!),
        ) +
      (i === j ? weightedMean(model, slopes) : 0),
  );
  return { values: slopes.map((own) => own * b), gradient };
}
