import type { Heat, TableCell } from '../../table/table.ts';

/** From so many respondents on, a number may be shown; with fewer it could show a person. */
const fewestShown = 10;

/** Whether a count is of somebody, but of too few to be shown. */
export const isFew = (count: number): boolean => count > 0 && count < fewestShown;

/** Whether a share of `n` respondents may be shown: neither those counted nor the others are few. */
export const mayShow = (count: number, n: number): boolean => !isFew(count) && !isFew(n - count);

const few: TableCell = { kind: 'few' };

/** A number of respondents or records; too few are not shown. */
export const countShown = (count: number | undefined): TableCell =>
  count === undefined ? { kind: 'none' } : isFew(count) ? few : { kind: 'count', value: count };

/** A share of `n` respondents in per cent, where it may be shown. */
export function shareShown(
  count: number,
  n: number,
  {
    decimals = 1,
    ...more
  }: { readonly decimals?: number; readonly symbol?: string; readonly heat?: Heat } = {},
): TableCell {
  if (n === 0) return { kind: 'none' };
  if (!mayShow(count, n)) return { ...few, ...more };
  return { kind: 'number', value: count / n, decimals, share: true, ...more };
}

/** A number that is not shown, since one below ten would follow from it. */
export const follows: TableCell = { kind: 'few', follows: true };

/** Whether a sum must not be shown: beside its parts it would tell the one part that is not. */
export const tellsPart = (parts: readonly TableCell[]): boolean =>
  parts.filter(({ kind }) => kind === 'few').length === 1;

/** Whether the sum of counts would tell the only one of them that is of few. */
export const tellsFew = (counts: readonly number[]): boolean =>
  counts.filter(isFew).length === 1 && counts.some((count) => count > 0 && !isFew(count));

/** Of counts that add up to what is known, the place of the one that must not be shown either: the smallest beside the only one of few. */
export function placeThatTells(counts: readonly number[]): number {
  if (!tellsFew(counts)) return -1;
  const others = counts.filter((count) => count > 0 && !isFew(count));
  return counts.indexOf(Math.min(...others));
}
