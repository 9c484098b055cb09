import type { ProgrammeIndicator } from '@wavebook/schema';

/**
 * What is said of an indicator: its interval lies at or above the target (`met`), or below the planned path at that date (`behind`), or
 * neither is certain; or it has no value, or no numeric target.
 */
export type Status = 'met' | 'behind' | 'cannot_tell' | 'not_measured' | 'no_target';

/** A place in time as a number: the middle of a quarter, or of a year. */
export function timeOf(quarter: string): number {
  const [year, part] = quarter.split('-Q');
  return Number(year) + (part === undefined ? 0.5 : (Number(part) - 0.5) / 4);
}

export interface StatusInput {
  readonly direction: ProgrammeIndicator['direction'];
  readonly baseline: { readonly value: number; readonly date: string } | undefined;
  readonly target: { readonly value: number; readonly due: string | null } | undefined;
  readonly latest: { readonly low: number; readonly high: number; readonly date: string } | undefined;
}

/** The value that a straight line from baseline to target has at a date; the target itself once it is due, or where there is no baseline. */
export function plannedValue({ baseline, target }: StatusInput, date: string): number | undefined {
  if (!target) return undefined;
  if (!baseline || target.due === null) return target.value;
  const [from, to, now] = [timeOf(baseline.date), timeOf(target.due), timeOf(date)];
  if (now >= to || to <= from) return target.value;
  const passed = Math.max(0, (now - from) / (to - from));
  return baseline.value + (target.value - baseline.value) * passed;
}

/** The status by rule. For an indicator that is better when lower, above and below change places. */
export function statusOf(input: StatusInput): Status {
  const { direction, target, latest } = input;
  if (!latest || Number.isNaN(latest.low) || Number.isNaN(latest.high)) return 'not_measured';
  if (!target) return 'no_target';
  const sign = direction === 'lower_is_better' ? -1 : 1;
  const worst = Math.min(sign * latest.low, sign * latest.high);
  const best = Math.max(sign * latest.low, sign * latest.high);
  if (worst >= sign * target.value) return 'met';
  const planned = plannedValue(input, latest.date) as number;
  return best < sign * planned ? 'behind' : 'cannot_tell';
}
