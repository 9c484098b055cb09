import { restoreCalibration, type SurveyDesign } from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, textOf } from '@wavebook/tables';
import { z } from 'zod';

/**
 * What `calibration.json` says. A row's calibration variables are, for each margin, the indicator of its level; a row whose level is not
 * known carries the margin's `shares` instead (its expected membership), so that every row counts once in each margin.
 */
export const CalibrationRecord = z.strictObject({
  method: z.enum(['none', 'rake', 'linear', 'logit']),
  controls: z.string().nullable(),
  margins: z.array(
    z.strictObject({
      name: z.string(),
      /** Column of `respondents.arrow` that holds the level. */
      column: z.string(),
      levels: z.array(
        z.strictObject({
          level: z.string(),
          total: z.number(),
          before: z.number(),
          after: z.number(),
          share: z.number(),
        }),
      ),
      unknown_rows: z.number().int().nonnegative(),
    }),
  ),
});
export type CalibrationRecord = z.infer<typeof CalibrationRecord>;

/** The calibration variables of every row, one column a level, margin after margin. */
export function calibrationColumns(
  records: Table,
  margins: readonly { column: string; levels: readonly { level: string; share: number }[] }[],
): Float64Array[] {
  return margins.flatMap(({ column, levels }) => {
    const text = textOf(records, column);
    const position = text.levels.map((level) => levels.findIndex((l) => l.level === level));
    if (text.levels.some((_, i) => position[i] === -1 && text.codes.includes(i)))
      throw new DataError(`column "${column}" holds a level that has no control total`);
    const columns = levels.map(() => new Float64Array(records.rows));
    for (let row = 0; row < records.rows; row++) {
      const code = text.codes[row] as number;
      if (code >= 0) (columns[position[code] as number] as Float64Array)[row] = 1;
      else for (const [j, { share }] of levels.entries()) (columns[j] as Float64Array)[row] = share;
    }
    return columns;
  });
}

/** The design with its calibration: final weights from the records, later variances in residual form. */
export function calibratedDesign(
  base: SurveyDesign,
  records: Table,
  calibration: CalibrationRecord,
): SurveyDesign {
  if (calibration.method === 'none') return base;
  return restoreCalibration(base, {
    x: calibrationColumns(records, calibration.margins),
    weight: numbersOf(records, 'final_weight'),
  });
}
