import { z } from './zod.ts';

/**
 * A row of `design-comparison.csv`: the standard error of one indicator under the design as sampled and under the fallback that a published
 * file would force (provinces as strata; counties, or prefectures where the file has no county, as clusters). Only for waves that carry
 * their true design.
 */
export const DesignComparisonRow = z.strictObject({
  indicator: z.string(),
  instrument: z.string(),
  wave: z.string(),
  category: z.string(),
  unit: z.string(),
  estimate: z.number(),
  se_as_sampled: z.number(),
  se_fallback: z.number(),
  ratio: z.number(),
  df_as_sampled: z.number(),
  df_fallback: z.number(),
  fallback: z.string(),
  synthetic: z.boolean(),
});
export type DesignComparisonRow = z.infer<typeof DesignComparisonRow>;

/** Column names of `design-comparison.csv`, in file order. */
export const designComparisonColumns = Object.keys(
  DesignComparisonRow.shape,
) as (keyof DesignComparisonRow)[];
