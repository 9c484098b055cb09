import type { SurveyDesign } from '../design/survey-design.ts';
import type { AnalysisRows } from './analysis-rows.ts';

export interface GroupMoments {
  /** column → weighted mean */
  readonly mean: Float64Array;
  /** column → row of the design → influence value of the mean, weight included */
  readonly influence: readonly Float64Array[];
}

/** Weighted means of columns over some rows, z = w (x − x̄)/W; NaN and z = 0 without rows. */
export function groupMoments(
  design: SurveyDesign,
  columns: readonly { readonly values: Float64Array }[],
  used: AnalysisRows,
): GroupMoments {
  const mean = new Float64Array(columns.length);
  const influence = columns.map(({ values }, j) => {
    const centre = used.rows.length > 0 ? values[used.rows[0]!]! : 0;
    let sum = 0;
    for (const row of used.rows) sum += design.weight[row]! * (values[row]! - centre);
    const own = centre + sum / used.weight;
    mean[j] = own;
    const z = new Float64Array(design.rows);
    for (const row of used.rows) z[row] = (design.weight[row]! * (values[row]! - own)) / used.weight;
    return z;
  });
  return { mean, influence };
}
