import { type DomainCells, domainCells, type SurveyDesign } from '@wavebook/survey-stats';
import { type Table, textOf } from '@wavebook/tables';
import { naturalOrder } from '../natural-order.ts';
import { joinNames } from './joined-names.ts';

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
 * @param population row → 1 inside the population, 0 outside.
 */
export function breakdown(
  table: Table,
  design: SurveyDesign,
  population: Uint8Array,
  by: readonly string[],
): Breakdown {
  const columns = by.map((name) => textOf(table, name));
  const combined = new Float64Array(table.rows);
  for (const { codes, levels } of columns) {
    const rank = ranks(levels);
    for (let row = 0; row < table.rows; row++) {
      const code = rank[codes[row] ?? -1];
      combined[row] = code === undefined ? Number.NaN : (combined[row] ?? 0) * levels.length + code;
    }
  }
  const occurring = new Map<number, number>();
  for (let row = 0; row < table.rows; row++) {
    const key = combined[row] ?? Number.NaN;
    if (population[row] === 1 && design.weight[row] !== 0 && !Number.isNaN(key) && !occurring.has(key)) {
      occurring.set(key, row);
    }
  }
  const keys = by.length === 0 ? [0] : [...occurring.keys()].sort((a, b) => a - b);
  const index = new Map(keys.map((key, i) => [key, i]));
  const codes = Int32Array.from(combined, (key, row) =>
    population[row] === 1 ? (index.get(key) ?? -1) : -1,
  );
  return {
    by: joinNames(by),
    groups: keys.map((key) => {
      const row = occurring.get(key) ?? 0;
      return joinNames(columns.map(({ codes, levels }) => levels[codes[row] ?? -1] ?? ''));
    }),
    cells: domainCells(design, codes, keys.length),
  };
}

/** code → place of its level in natural order */
function ranks(levels: readonly string[]): number[] {
  const place = new Map(naturalOrder(levels).map((level, i) => [level, i]));
  return levels.map((level) => place.get(level) ?? 0);
}
