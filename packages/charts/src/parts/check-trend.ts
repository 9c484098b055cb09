import type { LineTrendOptions } from '../line-trend.ts';
import { checkDistinct, checkFields } from './estimate-fields.ts';
import { checkGroups } from './groups.ts';
import { yearOf } from './year-scale.ts';

/** Waves in order, breaks between them, figures on the axis. */
export function checkTrend({ fields, waves, group, breaks = [], axis, published }: LineTrendOptions): void {
  checkFields('lineTrend', { ...fields, group: group?.field });
  checkDistinct('lineTrend', 'waves', waves);
  if (group) checkGroups('lineTrend', group);
  const years = waves.map((wave) => yearOf('lineTrend', wave));
  const unordered = years.findIndex((year, index) => index > 0 && year <= (years[index - 1] ?? 0));
  if (unordered !== -1 || waves.length < 2) {
    throw new Error(
      `lineTrend: waves must name two or more waves of different years, the earliest first; got ${waves.join(', ')}`,
    );
  }
  for (const { after } of breaks) {
    if (!waves.slice(0, -1).includes(after)) {
      throw new Error(
        `lineTrend: breaks.after must be a wave that another follows (${waves.slice(0, -1).join(', ')}); got ${JSON.stringify(after)}`,
      );
    }
  }
  if (breaks.length > 0) {
    checkDistinct(
      'lineTrend',
      'breaks.after',
      breaks.map(({ after }) => after),
    );
  }
  const [first, last] = axis.domain ?? [-Infinity, Infinity];
  for (const { year, value } of published?.points ?? []) {
    if (!Number.isInteger(year) || !Number.isFinite(value) || value < first || value > last) {
      throw new Error(
        `lineTrend: published.points must hold whole years and values within axis.domain; got ${year}: ${value}`,
      );
    }
  }
}
