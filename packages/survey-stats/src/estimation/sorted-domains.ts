import type { DomainCells } from '../design/domain-cells.ts';
import { ascendingRows } from './ascending-rows.ts';

/** Rows with an answer, domain after domain, in ascending order of their value in each. Private to `estimation/`. */
export interface SortedDomains {
  readonly rows: Int32Array;
  /** domain → its first place in `rows`; `levels + 1` entries */
  readonly start: Int32Array;
  /**
   * per place: the value, and the weights of its domain's values up to and including it (compensated, as in
   * `surveyQuantile`, so that both meet the same boundaries)
   */
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

export function sortDomains(cells: DomainCells, y: Float64Array): SortedDomains {
  const { levels, levelOfRow, design } = cells;
  const start = new Int32Array(levels + 1);
  for (let row = 0; row < y.length; row++) {
    if (levelOfRow[row]! < levels && !Number.isNaN(y[row]!)) start[levelOfRow[row]! + 1]!++;
  }
  for (let level = 0; level < levels; level++) start[level + 1]! += start[level]!;
  const rows = new Int32Array(start[levels]!);
  const next = start.slice();
  const values = new Float64Array(rows.length);
  const ascending = ascendingRows(y);
  for (let i = 0; i < ascending.rows.length; i++) {
    const row = ascending.rows[i]!;
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const at = next[level]!;
    next[level] = at + 1;
    rows[at] = row;
    values[at] = ascending.values[i]!;
  }
  const cumulative = new Float64Array(rows.length);
  for (let level = 0; level < levels; level++) {
    let sum = 0;
    let lost = 0;
    for (let at = start[level]!; at < start[level + 1]!; at++) {
      const w = design.weight[rows[at]!]!;
      const next = sum + w;
      lost += Math.abs(sum) >= Math.abs(w) ? sum - next + w : w - next + sum;
      sum = next;
      cumulative[at] = sum + lost;
    }
  }
  return { rows, start, values, cumulative };
}

/** Places in a run of equal values are visited together: from, to (excluded). */
export function forEachTie(
  { values }: SortedDomains,
  from: number,
  to: number,
  visit: (from: number, to: number) => void,
): void {
  for (let first = from; first < to; ) {
    let after = first + 1;
    while (after < to && values[after] === values[first]) after++;
    visit(first, after);
    first = after;
  }
}
