import type { Label } from './label.ts';
import { z } from './zod.ts';

/**
 * The columns that `respondents.arrow` of a weighted wave has beside the canonical variables of a respondent: the weight of the file, the
 * calibrated weight (linear calibration may give weights below zero), and stratum and primary sampling unit, nested. Calibrated waves also have a text column `calibration_<margin>` for each
 * margin, named in `calibration.json`.
 */
export const WeightedRespondentColumns = z.strictObject({
  base_weight: z.number().positive(),
  final_weight: z.number(),
  stratum: z.string().min(1),
  psu: z.string().min(1),
});
export type WeightedRespondentColumns = z.infer<typeof WeightedRespondentColumns>;

/** The column that `members.arrow` of a weighted wave has beside the canonical variables: the final weight over the eligible members. */
export const WeightedMemberColumns = z.strictObject({ household_weight: z.number().nullable() });
export type WeightedMemberColumns = z.infer<typeof WeightedMemberColumns>;

/** What the columns that weighting adds are called. */
export const weightedColumnLabels: Readonly<
  Record<keyof WeightedMemberColumns | keyof WeightedRespondentColumns, Label>
> = {
  base_weight: { zh: '基础权重', en: 'Base weight' },
  final_weight: { zh: '最终权重（校准后）', en: 'Final weight (calibrated)' },
  stratum: { zh: '抽样层', en: 'Sampling stratum' },
  psu: { zh: '初级抽样单元', en: 'Primary sampling unit' },
  household_weight: { zh: '住户成员权重', en: 'Household weight' },
};
