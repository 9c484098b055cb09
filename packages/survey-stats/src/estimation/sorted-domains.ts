import type { DomainCells } from '../design/domain-cells.ts';
import { type AscendingRows, ascendingRows } from './ascending-rows.ts';

/** Rows with an answer, domain after domain, in ascending order of their value in each. Private to `estimation/`. */
export interface SortedDomains {
  readonly cells: DomainCells;
  readonly y: Float64Array;
  readonly rows: Int32Array;
  /** domain → its first place in `rows`; `levels + 1` entries */
  readonly start: Int32Array;
  /**
   * per place: the value, and the weights of its domain's values up to and including it (compensated, so that exact
   * boundaries are met)
   */
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
}

export function sortDomains(cells: DomainCells, y: Float64Array): SortedDomains {
  const { levels, levelOfRow } = cells;
  const ascending = ascendingRows(y);
  const next = new Int32Array(levels + 2);
  for (let i = 0; i < ascending.rows.length; i++) next[levelOfRow[ascending.rows[i]!]! + 1]!++;
  for (let level = 0; level < levels; level++) next[level + 1]! += next[level]!;
  const start = next.slice(0, levels + 1);
  const rows = new Int32Array(start[levels]!);
  const values = new Float64Array(rows.length);
  const cumulative = new Float64Array(rows.length);
  deal(ascending, cells, next, { rows, values, weights: cumulative });
  for (let level = 0; level < levels; level++) accumulate(cumulative, start[level]!, start[level + 1]!);
  return { cells, y, rows, start, values, cumulative };
}

/** Deals the answers and their weights out to their domains, which keeps the order. @param next domain → its first place. */
function deal(
  ascending: AscendingRows,
  { levels, levelOfRow, design }: DomainCells,
  next: Int32Array,
  to: { readonly rows: Int32Array; readonly values: Float64Array; readonly weights: Float64Array },
): void {
  const { weight } = design;
  const { rows, values, weights } = to;
  for (let i = 0; i < ascending.rows.length; i++) {
    const row = ascending.rows[i]!;
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const at = next[level]!;
    next[level] = at + 1;
    rows[at] = row;
    values[at] = ascending.values[i]!;
    weights[at] = weight[row]!;
  }
}

function accumulate(weights: Float64Array, from: number, to: number): void {
  let sum = 0;
  let lost = 0;
  for (let i = from; i < to; i++) {
    const w = weights[i]!;
    const next = sum + w;
    lost += Math.abs(sum) >= Math.abs(w) ? sum - next + w : w - next + sum;
    sum = next;
    weights[i] = sum + lost;
  }
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
