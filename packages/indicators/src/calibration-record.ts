import type { CalibrationRecord } from '@wavebook/schema';
import { restoreCalibration, type SurveyDesign } from '@wavebook/survey-stats';
import { DataError, numbersOf, type Table, textOf } from '@wavebook/tables';

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
