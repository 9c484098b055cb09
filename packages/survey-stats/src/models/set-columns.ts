import { families } from './family.ts';
import { type RowAverage, weightedMean } from './row-averages.ts';
import type { SurveyRegression } from './survey-regression.ts';

/** Some columns of the model held at one value for every row: column index → value. */
export type ColumnValues = ReadonlyMap<number, number>;

/** Mean predicted outcome if every row had these values in these columns. */
export function meanAt(model: SurveyRegression, set: ColumnValues): RowAverage {
  const { columns, coefficients, eta, used, family } = model.fit;
  const shifted = eta.slice();
  for (const [j, value] of set) {
    const { values } = columns[j]!;
    used.rows.forEach((row, k) => {
      shifted[k]! += coefficients[j]! * (value - values[row]!);
    });
  }
  const { mean, slope } = families[family];
  const slopes = shifted.map(slope);
  const gradient = Float64Array.from(columns, ({ values }, j) => {
    const value = set.get(j);
    return weightedMean(
      model,
      slopes.map((own, k) => own * (value ?? values[used.rows[k]!]!)),
    );
  });
  return { values: shifted.map(mean), gradient };
}

/** Every column of a categorical variable at 0, but for one. */
export function levelOf(model: SurveyRegression, factor: string, column: number | undefined): ColumnValues {
  const set = new Map<number, number>();
  model.fit.columns.forEach((own, j) => {
    if (own.factor?.name === factor) set.set(j, j === column ? 1 : 0);
  });
  return set;
}
