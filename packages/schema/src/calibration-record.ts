import { z } from './zod.ts';

/**
 * `calibration.json` of a weighted wave: how base weights became final ones, so that estimation can use residual variances.
 *
 * A row's calibration variables are, for each margin, the indicator of its level; a row whose level is not known carries the margin's
 * `share`s instead (its expected membership), so that every row counts once in each margin. `before` and `after` are the weighted sums under
 * base and final weights; `column` is the column of `respondents.arrow` that holds the level.
 */
export const CalibrationRecord = z.strictObject({
  method: z.enum(['none', 'rake', 'linear', 'logit']),
  controls: z.string().nullable(),
  margins: z.array(
    z.strictObject({
      name: z.string(),
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
