import type { QualityWave } from '../book-data.ts';
import { isFew, tellsFew } from './shown-cells.ts';

/** Whether the number read may stand beside that kept: not where few left, nor where few left for one reason and the rest is told. */
const mayShowBoth = (read: number, kept: number, left: readonly number[]): boolean =>
  !isFew(read - kept) && !tellsFew(left);

/** Whether the records read of a wave may be shown beside those kept. */
export const mayShowRead = ({ wave, quality }: QualityWave): boolean =>
  mayShowBoth(
    wave.rows_in,
    wave.rows_out,
    (quality?.removed ?? []).map(({ count }) => count),
  );

/** The same of the rows of a second file, which leave with their unit, or because they have none. */
export const mayShowSecondRead = ({ wave }: QualityWave, read: number, kept: number): boolean =>
  mayShowBoth(
    read,
    kept,
    (['unit_not_kept', 'unknown_unit'] as const).map((code) => wave.issues[code] ?? 0),
  );

/**
 * Whether the number of all issues of a wave may be shown: not where it tells the only kind that few have, nor, beside how many rules were broken,
 * that each was once.
 */
export function mayShowIssues({ wave, quality }: QualityWave): boolean {
  const counts = Object.values(wave.issues);
  const broken = (quality?.rules ?? []).filter(({ count }) => count > 0).length;
  return !tellsFew(counts) && (broken === 0 || counts.reduce((a, b) => a + b, 0) !== broken);
}
