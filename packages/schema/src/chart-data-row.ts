import { z } from './zod.ts';

const shown = z.number().nullable();

/**
 * A row of `<chart>.csv`: the numbers behind one mark of a chart. `id` is that of the estimate (or of the published figure) it shows. A row
 * that is suppressed has its `mark` and `reason` (`confidential`, or the quality rule that it failed) and no number.
 */
export const ChartDataRow = z.strictObject({
  id: z.string(),
  wave: z.string(),
  level: z.string(),
  label_zh: z.string(),
  label_en: z.string(),
  estimate: shown,
  ci_low: shown,
  ci_high: shown,
  n: z.number().int().nonnegative().nullable(),
  mark: z.string().nullable(),
  reason: z.string().nullable(),
});
export type ChartDataRow = z.infer<typeof ChartDataRow>;

/** Column names of `<chart>.csv`, in file order. */
export const chartDataColumns = Object.keys(ChartDataRow.shape) as (keyof ChartDataRow)[];
