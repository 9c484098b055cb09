import type { Covariate } from '@wavebook/survey-stats';

/** A column of which less than this share of its own sum of squares is its own is taken for a sum of the others. */
const OWN_SHARE = 1e-9;

/**
 * The columns that are no linear combination of the intercept and the columns before them on the rows that enter; the others are left out,
 * as R's `lm` does with aliased coefficients. Cholesky decomposition of the cross products, column by column.
 */
export function independentColumns(columns: readonly Covariate[], enters: Float64Array): Covariate[] {
  const rows = Int32Array.from(enters.keys()).filter((row) => enters[row] === 1);
  const kept: { column: Covariate; values: Float64Array; factor: number[]; pivot: number }[] = [];
  columns.forEach((column) => {
    const values = centredOn(rows, column.values);
    const factor: number[] = [];
    const own = product(values, values);
    let left = own;
    kept.forEach((before) => {
      let cross = product(values, before.values);
      before.factor.forEach((f, i) => {
        cross -= f * (factor[i] as number);
      });
      const entry = cross / before.pivot;
      factor.push(entry);
      left -= entry * entry;
    });
    if (left > OWN_SHARE * own) kept.push({ column, values, factor, pivot: Math.sqrt(left) });
  });
  return kept.map(({ column }) => column);
}

/** The values of the rows, less their mean. */
const centredOn = (rows: Int32Array, values: Float64Array): Float64Array => {
  const packed = new Float64Array(rows.length);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sum += packed[i] = values[rows[i] as number] as number;
  const mean = sum / rows.length;
  for (let i = 0; i < packed.length; i++) packed[i] = (packed[i] as number) - mean;
  return packed;
};

const product = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
};
