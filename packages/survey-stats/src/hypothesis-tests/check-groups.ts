import type { SurveyDesign } from '../design/survey-design.ts';

/** Group codes: one a row, 0 to groups − 1, or −1. */
export function checkGroups(caller: string, design: SurveyDesign, group: Int32Array, groups: number): void {
  if (group.length !== design.rows) {
    throw new RangeError(
      `${caller}: group must have one code a row of the design; expected ${design.rows}, got ${group.length}`,
    );
  }
  const bad = group.findIndex((code) => code < -1 || code >= groups);
  if (bad >= 0) {
    throw new RangeError(
      `${caller}: group must be 0 to ${groups - 1}, or −1 for none; row index ${bad} has ${group[bad]}`,
    );
  }
}
