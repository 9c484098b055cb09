import type { SurveyDesign } from '../design/survey-design.ts';
import { influenceCovariance } from '../estimation/influence-covariance.ts';

/** Standard error of each statistic from its influence values, without the covariances between them. */
export function standardErrors(
  design: SurveyDesign,
  influence: readonly Float64Array[],
  present: Uint8Array,
): Float64Array {
  return Float64Array.from(influence, (column) =>
    Math.sqrt(influenceCovariance(design, [column], present)[0]!),
  );
}

/** Σ a_j · column j */
export function combine(columns: readonly Float64Array[], a: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, j) => {
    const times = a[j]!;
    if (times !== 0) for (let k = 0; k < sum.length; k++) sum[k]! += times * column[k]!;
  });
  return sum;
}
