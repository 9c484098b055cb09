import { firstsOf, rowNumbers, sortByKey } from './counting-sort.ts';
import type { SurveyDesign } from './survey-design.ts';
import { unitOrder } from './unit-order.ts';

/**
 * The cells of a breakdown in another order, stratum by stratum and by domain inside a stratum: rows that are read in the order of units
 * add to few cells at a time, which stay near the processor. The cells of one domain in one stratum are a run; the place of a cell is its
 * number in this order.
 */
export interface CellsByStratum {
  /** rows in the order of units; undefined if they stand in it already */
  readonly order: Int32Array | undefined;
  /** row, in the order of units → place of its cell; the number of cells for rows in none */
  readonly placeOfRow: Int32Array;
  /** place → domain; the number of domains behind the last */
  readonly levelOfPlace: Int32Array;
  /** run → its first place; the number of cells behind the last */
  readonly runStart: Int32Array;
  /** stratum → its first run; the number of runs behind the last */
  readonly runOfStratum: Int32Array;
  /** stratum → its first row, in the order of units; the number of rows behind the last */
  readonly rowOfStratum: Int32Array;
}

/** Runs in the order of domains: their first cells, domains and strata. */
export interface DomainRuns {
  readonly first: readonly number[];
  readonly level: readonly number[];
  readonly stratum: readonly number[];
}

export function cellsByStratum(
  design: SurveyDesign,
  runs: DomainRuns,
  cells: number,
  levels: number,
  cellOfRow: Int32Array,
): CellsByStratum {
  const { rows: order, isOwn, rowOfStratum } = unitOrder(design);
  const count = runs.first.length;
  const byStratum = sortByKey(rowNumbers(count), Int32Array.from(runs.stratum), design.strata);
  const placeOfCell = new Int32Array(cells + 1);
  const levelOfPlace = new Int32Array(cells + 1);
  const runStart = new Int32Array(count + 1);
  let place = 0;
  for (let at = 0; at < count; at++) {
    const run = byStratum[at]!;
    const to = runs.first[run + 1] ?? cells;
    const level = runs.level[run]!;
    runStart[at] = place;
    for (let cell = runs.first[run]!; cell < to; cell++) {
      placeOfCell[cell] = place;
      levelOfPlace[place] = level;
      place++;
    }
  }
  runStart[count] = cells;
  placeOfCell[cells] = cells;
  levelOfPlace[cells] = levels;
  const placeOfRow = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) placeOfRow[i] = placeOfCell[cellOfRow[order[i]!]!]!;
  return {
    order: isOwn ? undefined : order,
    placeOfRow,
    levelOfPlace,
    runStart,
    runOfStratum: firstsOf(runs.stratum, design.strata),
    rowOfStratum,
  };
}
