import { Label } from './label.ts';
import { z } from './zod.ts';

/** The settings of an assumption: its base, and how far it may lie to either side. */
export const Setting = z
  .strictObject({ low: z.number(), base: z.number(), high: z.number() })
  .refine(({ low, base, high }) => low <= base && base <= high, 'low, base and high must rise');
export type Setting = z.infer<typeof Setting>;

/**
 * What the cost of extending social insurance to the uninsured rests on beside the surveys. Rates are shares of the contribution base;
 * `not_sure` is the share of those not sure whether they are insured who are not.
 */
export const CostAssumptions = z.strictObject({
  source: Label,
  schemes: z
    .array(
      z.strictObject({ scheme: z.string().min(1), label: Label, variable: z.string().min(1), rate: Setting }),
    )
    .min(1),
  base_share: Setting,
  take_up: Setting,
  months: Setting,
  pay_growth: Setting,
  not_sure: Setting,
});
export type CostAssumptions = z.infer<typeof CostAssumptions>;
