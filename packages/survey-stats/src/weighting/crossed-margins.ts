import type { CalibrationMatrix } from './calibration-matrix.ts';
import { once } from './once.ts';
import { sparseFromCodes } from './sparse-rows.ts';

/** Codes of one variable: row → level, from 0; −1: none. Each level is a column. */
export interface CodedMargin {
  readonly codes: Int32Array;
  readonly levels: number;
}

/** Margins are crossed with each other while their cells are at most so many. */
const MOST_CELLS = 512;

/** Several margins crossed. */
interface Crossing {
  /** row → cell */
  readonly cell: Int32Array;
  readonly cells: number;
  /** margins in it */
  readonly margins: number;
  /** cell · margins + margin → its column; −1: none */
  readonly column: Int32Array;
}

/**
 * The indicator columns of several margins, without any column. Small margins are crossed, so that the rows are gone
 * through for every two crossings and not for every two margins: with six margins 3 times in place of 15.
 */
export function crossedMargins(margins: readonly CodedMargin[], rows: number): CalibrationMatrix {
  const columns = margins.reduce((sum, { levels }) => sum + levels, 0);
  const crossings = crossingsOf(margins, rows);
  const sparse = once(() => sparseFromCodes(margins, rows));
  return {
    rows,
    columns,
    products: (by) => {
      const products = new Float64Array(rows);
      for (const crossing of crossings) addByCell(crossing.cell, cellSums(crossing, by), products);
      return products;
    },
    totals: (weight) => {
      const totals = new Float64Array(columns);
      for (const crossing of crossings) spreadTotals(crossing, cellWeights(crossing, weight), totals);
      return totals;
    },
    cross: (weight) => {
      const product = new Float64Array(columns * columns);
      crossings.forEach((own, i) => {
        spreadOwn(own, cellWeights(own, weight), product, columns);
        for (const other of crossings.slice(0, i)) {
          const table = new Float64Array(own.cells * other.cells);
          addPairs(own.cell, other.cell, other.cells, weight, table);
          spreadPairs(own, other, table, product, columns);
        }
      });
      mirror(product, columns);
      return product;
    },
    get sparse() {
      return sparse();
    },
  };
}

/** Neighbouring margins crossed; a margin's last cell is that of its rows without a level. */
function crossingsOf(margins: readonly CodedMargin[], rows: number): Crossing[] {
  const groups: CodedMargin[][] = [];
  let cells = 1;
  for (const margin of margins) {
    cells *= margin.levels + 1;
    const last = groups.at(-1);
    if (last && cells <= MOST_CELLS) last.push(margin);
    else {
      groups.push([margin]);
      cells = margin.levels + 1;
    }
  }
  let first = 0;
  return groups.map((group) => {
    const crossing = { cell: cellOfRow(group, rows), ...columnsOfCells(group, first) };
    for (const { levels } of group) first += levels;
    return crossing;
  });
}

function columnsOfCells(group: readonly CodedMargin[], first: number): Omit<Crossing, 'cell'> {
  const cells = group.reduce((product, { levels }) => product * (levels + 1), 1);
  const column = new Int32Array(cells * group.length);
  let below = cells;
  let offset = first;
  group.forEach(({ levels }, m) => {
    below /= levels + 1;
    for (let cell = 0; cell < cells; cell++) {
      const level = Math.floor(cell / below) % (levels + 1);
      column[cell * group.length + m] = level === levels ? -1 : offset + level;
    }
    offset += levels;
  });
  return { cells, margins: group.length, column };
}

function cellOfRow([first, ...others]: readonly CodedMargin[], rows: number): Int32Array {
  let cell: Int32Array = new Int32Array(rows);
  let above: CodedMargin | undefined = first;
  for (const margin of others) {
    cell = cellsBelow(above ? above.codes : cell, above ? above.levels : 0, margin);
    above = undefined;
  }
  return above ? cellsBelow(cell, 0, above) : cell;
}

/** Cells of a margin below other cells, or below another margin's codes: −1 is its last level. */
function cellsBelow(above: Int32Array, last: number, { codes, levels }: CodedMargin): Int32Array {
  const cell = new Int32Array(codes.length);
  for (let row = 0; row < cell.length; row++) {
    const own = codes[row]!;
    const other = above[row]!;
    cell[row] = (other < 0 ? last : other) * (levels + 1) + (own < 0 ? levels : own);
  }
  return cell;
}

function cellSums({ cells, margins, column }: Crossing, by: Float64Array): Float64Array {
  const sums = new Float64Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    for (let at = cell * margins; at < (cell + 1) * margins; at++) {
      if (column[at]! >= 0) sums[cell]! += by[column[at]!]!;
    }
  }
  return sums;
}

function addByCell(cell: Int32Array, values: Float64Array, to: Float64Array): void {
  for (let row = 0; row < to.length; row++) to[row]! += values[cell[row]!]!;
}

function cellWeights({ cell, cells }: Crossing, weight: Float64Array): Float64Array {
  const weights = new Float64Array(cells);
  for (let row = 0; row < cell.length; row++) weights[cell[row]!]! += weight[row]!;
  return weights;
}

function addPairs(
  cell: Int32Array,
  other: Int32Array,
  others: number,
  weight: Float64Array,
  table: Float64Array,
): void {
  for (let row = 0; row < cell.length; row++) table[cell[row]! * others + other[row]!]! += weight[row]!;
}

function spreadTotals({ margins, column }: Crossing, weights: Float64Array, totals: Float64Array): void {
  for (let cell = 0; cell < weights.length; cell++) {
    for (let at = cell * margins; at < (cell + 1) * margins; at++) {
      if (column[at]! >= 0) totals[column[at]!]! += weights[cell]!;
    }
  }
}

/** Into the lower triangle: columns of later margins come after those of earlier ones. */
function spreadOwn(
  { margins, column }: Crossing,
  weights: Float64Array,
  product: Float64Array,
  columns: number,
): void {
  for (let cell = 0; cell < weights.length; cell++) {
    const w = weights[cell]!;
    if (w === 0) continue;
    const first = cell * margins;
    for (let a = first; a < first + margins; a++) {
      if (column[a]! < 0) continue;
      for (let b = first; b <= a; b++) if (column[b]! >= 0) product[column[a]! * columns + column[b]!]! += w;
    }
  }
}

function spreadPairs(
  own: Crossing,
  other: Crossing,
  table: Float64Array,
  product: Float64Array,
  columns: number,
): void {
  for (let cell = 0, at = 0; cell < own.cells; cell++) {
    for (let beside = 0; beside < other.cells; beside++, at++) {
      const w = table[at]!;
      if (w === 0) continue;
      for (let a = cell * own.margins; a < (cell + 1) * own.margins; a++) {
        const base = own.column[a]! * columns;
        if (base < 0) continue;
        for (let b = beside * other.margins; b < (beside + 1) * other.margins; b++) {
          if (other.column[b]! >= 0) product[base + other.column[b]!]! += w;
        }
      }
    }
  }
}

function mirror(product: Float64Array, columns: number): void {
  for (let a = 0; a < columns; a++)
    for (let b = 0; b < a; b++) product[b * columns + a] = product[a * columns + b]!;
}
