import { type DomainCells, domainCells, type SurveyDesign } from '@wavebook/survey-stats';
import { type Table, type TextColumn, textOf } from '@wavebook/tables/csv';
import { naturalOrder } from '../natural-order.ts';
import { joinNames } from './joined-names.ts';
import type { ShownLevel } from './shown-level.ts';

/** The groups of one `--by`, or the whole population as its only group. */
export interface Breakdown {
  /** joined names of the columns; empty for the whole population */
  readonly by: string;
  /** joined values, one text a group */
  readonly groups: readonly string[];
  readonly cells: DomainCells;
}

/**
 * The groups that occur among the population's rows of non-zero weight, in natural order column by column. A row with a
 * blank cell in one of the columns belongs to no group.
 *
 * @param population row → 1 inside the population, 0 outside. @param shown how a value is written.
 */
export function breakdown(
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  { by, shown }: { readonly by: readonly string[]; readonly shown: ShownLevel },
): Breakdown {
  const columns = by.map((name) => textOf(table, name));
  const counted = (row: number): boolean => population[row] === 1 && design.weight[row] !== 0;
  const combined = combine(columns, table.rows);
  const size = columns.reduce((product, { levels }) => product * Math.max(1, levels.length), 1);
  const firsts = size <= DENSE_SIZE ? denseFirsts(combined, size, counted) : sparseFirsts(combined, counted);
  if (by.length === 0) firsts.set(0, 0);
  const keys = [...firsts.keys()];
  const codes =
    size <= DENSE_SIZE
      ? denseCodes(combined, size, keys, population)
      : sparseCodes(combined, keys, population);
  return {
    by: joinNames(by),
    groups: keys.map((key) => {
      const row = firsts.get(key) ?? 0;
      return joinNames(
        columns.map(({ codes, levels }, i) => shown(by[i] as string, levels[codes[row] ?? -1] ?? '')),
      );
    }),
    cells: domainCells(design, codes, keys.length),
  };
}

/** row → number of its combination of levels, in the order of the groups; NaN where a cell is blank. */
function combine(columns: readonly TextColumn[], rows: number): Float64Array {
  const combined = new Float64Array(rows);
  for (const { codes, levels } of columns) {
    const rank = ranks(levels);
    for (let row = 0; row < rows; row++) {
      const code = codes[row] ?? -1;
      combined[row] = code < 0 ? Number.NaN : (combined[row] ?? 0) * levels.length + (rank[code] ?? 0);
    }
  }
  return combined;
}

/** Possible combinations up to this many are looked up in an array. */
const DENSE_SIZE = 1 << 20;

/** Combinations that occur, ascending, and the first row of each. */
function denseFirsts(
  combined: Float64Array,
  size: number,
  counted: (row: number) => boolean,
): Map<number, number> {
  const first = new Int32Array(size).fill(-1);
  for (let row = 0; row < combined.length; row++) {
    const key = combined[row] ?? Number.NaN;
    if (!Number.isNaN(key) && first[key] === -1 && counted(row)) first[key] = row;
  }
  const found = new Map<number, number>();
  first.forEach((row, key) => {
    if (row >= 0) found.set(key, row);
  });
  return found;
}

function sparseFirsts(combined: Float64Array, counted: (row: number) => boolean): Map<number, number> {
  const first = new Map<number, number>();
  for (let row = 0; row < combined.length; row++) {
    const key = combined[row] ?? Number.NaN;
    if (!Number.isNaN(key) && counted(row) && !first.has(key)) first.set(key, row);
  }
  return new Map([...first].sort(([a], [b]) => a - b));
}

function denseCodes(
  combined: Float64Array,
  size: number,
  keys: readonly number[],
  population: Uint8Array,
): Int32Array {
  const place = new Int32Array(size).fill(-1);
  keys.forEach((key, i) => {
    place[key] = i;
  });
  const codes = new Int32Array(combined.length).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const key = combined[row] ?? Number.NaN;
    if (population[row] === 1 && !Number.isNaN(key)) codes[row] = place[key] ?? -1;
  }
  return codes;
}

function sparseCodes(combined: Float64Array, keys: readonly number[], population: Uint8Array): Int32Array {
  const place = new Map(keys.map((key, i) => [key, i]));
  return Int32Array.from(combined, (key, row) => (population[row] === 1 ? (place.get(key) ?? -1) : -1));
}

/** code → place of its level in natural order */
function ranks(levels: readonly string[]): number[] {
  const place = new Map(naturalOrder(levels).map((level, i) => [level, i]));
  return levels.map((level) => place.get(level) ?? 0);
}
