import type { LineTrendOptions } from '../line-trend.ts';
import { checkWaves } from './check-waves.ts';
import { checkFields } from './estimate-fields.ts';
import { checkGroups } from './groups.ts';

/** Waves in order, breaks between them, figures on the axis. */
export function checkTrend({ fields, waves, group, breaks = [], axis, published }: LineTrendOptions): void {
  checkFields('lineTrend', { ...fields, group: group?.field });
  if (group) checkGroups('lineTrend', group);
  checkWaves('lineTrend', waves, breaks);
  const [first, last] = axis.domain ?? [-Infinity, Infinity];
  for (const { year, value } of published?.points ?? []) {
    if (!Number.isInteger(year) || !Number.isFinite(value) || value < first || value > last) {
      throw new Error(
        `lineTrend: published.points must hold whole years and values within axis.domain; got ${year}: ${value}`,
      );
    }
  }
}
