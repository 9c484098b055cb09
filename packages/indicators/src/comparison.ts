import type { ComparisonRow } from '@wavebook/schema';
import { adjustPValues } from '@wavebook/survey-stats';

/** A comparison before the adjustment for there being several. */
export type Comparison = Omit<ComparisonRow, 'p_holm'>;

const digits = 12;

/** A number as it is written, at most twelve significant digits. */
export const figure = (value: number): number => Number(value.toPrecision(digits));

/** The comparisons of a chapter with Holm's adjustment over all of them. */
export function adjusted(comparisons: readonly Comparison[]): ComparisonRow[] {
  const p = adjustPValues(
    comparisons.map((c) => c.p_value),
    'holm',
  );
  return comparisons.map((c, i) => {
    const { confidential, synthetic, ...rest } = c;
    return { ...rest, p_holm: figure(p[i] as number), confidential, synthetic };
  });
}
