import type { DomainCells } from '../design/domain-cells.ts';
import type { StratumRuns } from './domain-variance.ts';
import { type KernelMemory, kernelMemory, TILE_ROWS } from './kernel-memory.ts';
import { type ColumnToSum, LANES } from './prepared-columns.ts';

/**
 * The loops over rows and cells of `prepared-columns.ts`, `lane-sums.ts` and `domain-variance.ts` in WebAssembly, several times faster:
 * two numbers an instruction and no check of bounds. They make the same additions in the same order, so that results are the same to the
 * last bit. What they read and write stands in one memory.
 */
export interface LaneKernel {
  /** cell → Σ w and Σ w (y − centre) of four lanes; the last cell is the dump */
  readonly sums: Float64Array;
  /** domain → Σ w (y − centre)² of four lanes; the last domain is the dump */
  readonly squareSums: Float64Array;
  /** Takes columns over, a lane each. @returns column → its rows without an answer. */
  fill(weight: Float64Array, columns: readonly ColumnToSum[]): Int32Array[];
  /** w and w (y − centre) of the rows, as in `PreparedColumns.data`. */
  copyRows(data: Float64Array): void;
  /** Takes over which rows are in which cell, and the first cell of each domain. */
  setCells(cells: Pick<DomainCells, 'cellOfRow' | 'start' | 'levels'>): void;
  /** Adds the rows to `sums`, and to `squareSums` if wanted. */
  addFour(squared: boolean): void;
  /** How many rows of a list that `fill` gave are in each domain; the last domain is the dump. */
  count(listed: Int32Array, levels: number): Int32Array;
  /** Adds the cells of each domain up. */
  totals(totals: Float64Array): void;
  /** Variance of Σ w u in every domain, four lanes side by side; see `CalibrationFits` for the coefficients. */
  variances(runs: StratumRuns, coefficients: Float64Array): Float64Array;
}

/** Below this many rows the memory costs more than the loops. */
const FEWEST_ROWS = 2048;

/** The last kernel while nothing else wants its memory: making one anew costs as much as two blocks of a batch. */
let latest: { readonly sizes: string; readonly kernel: WeakRef<LaneKernel> } | undefined;

/** A kernel for so many rows, cells and domains; undefined where it does not pay, or cannot be had. */
export function laneKernel(rows: number, cells: number, levels: number): LaneKernel | undefined {
  const sizes = `${rows} ${cells} ${levels}`;
  const known = latest?.sizes === sizes ? latest.kernel.deref() : undefined;
  if (known || rows < FEWEST_ROWS) return known;
  const memory = kernelMemory(rows, cells, levels);
  if (!memory) return undefined;
  const kernel = kernelOn(memory, rows);
  latest = { sizes, kernel: new WeakRef(kernel) };
  return kernel;
}

function kernelOn({ at, numbers, integers, loops }: KernelMemory, rows: number): LaneKernel {
  const squareSums = numbers('squareSums');
  const differences = numbers('differences');
  const halfDifferences = new Float32Array(differences.buffer, differences.byteOffset, rows * LANES);
  const inexact = integers('inexact');
  const [weights, y, other] = [numbers('weight'), numbers('y'), numbers('other')];
  const [listed, counts] = [integers('listed'), integers('counts')];
  const [cells, levelOfCell] = [integers('cellOfRow'), integers('levelOfCell')];
  const [start, ofLevel] = [integers('start'), integers('ofLevel')];
  const [coefficients, psus, scale] = [numbers('coefficients'), numbers('psus'), numbers('scale')];
  const [totals, variances] = [numbers('totals'), numbers('variances')];

  /** Whether the differences are kept in 32 bits, which most answers that are counts or codes fill exactly. */
  let floats = false;

  /** @returns the address after the last row without an answer. */
  function fillTile(column: ColumnToSum, lane: number, from: number, list: number): number {
    const to = Math.min(rows, from + TILE_ROWS);
    y.set(column.y.subarray(from, to));
    if (column.with) other.set(column.with.subarray(from, to));
    const second = column.with ? at.other : at.y;
    const fillLane = floats ? loops.fillLaneOfFloats : loops.fillLane;
    const into = at.differences + (from * LANES + lane) * (floats ? 4 : 8);
    const end = at.y + (to - from) * 8;
    return fillLane(at.y, end, second, column.centre, into, list, from, at.inexact);
  }

  /** @returns column → the address after its last row without an answer; undefined if floats do not hold the differences. */
  function fillColumns(columns: readonly ColumnToSum[]): number[] | undefined {
    const ends = columns.map((_, lane) => at.listed + lane * (rows + 1) * 4);
    inexact[0] = 0;
    for (let from = 0; from < rows; from += TILE_ROWS) {
      columns.forEach((column, lane) => {
        ends[lane] = fillTile(column, lane, from, ends[lane]!);
      });
      if (inexact[0] !== 0) return undefined;
    }
    const lanes = floats ? halfDifferences : differences;
    for (let lane = columns.length; lane < LANES; lane++) {
      for (let row = 0; row < rows; row++) lanes[row * LANES + lane] = Number.NaN;
    }
    return ends;
  }

  return {
    sums: numbers('sums'),
    squareSums,
    fill(weight, columns) {
      weights.set(weight);
      floats = true;
      let ends = fillColumns(columns);
      if (!ends) {
        floats = false;
        ends = fillColumns(columns);
      }
      return ends!.map((end, lane) => listed.subarray(lane * (rows + 1), (end - at.listed) / 4));
    },
    copyRows(data) {
      const kept = floats ? halfDifferences : differences;
      for (let row = 0; row < rows; row++) {
        const w = weights[row]!;
        for (let at = row * LANES; at < (row + 1) * LANES; at++) {
          const difference = kept[at]!;
          const answered = !Number.isNaN(difference);
          data[at * 2] = answered ? w : 0;
          data[at * 2 + 1] = answered ? w * difference : 0;
        }
      }
    },
    setCells({ cellOfRow, start: firstCells, levels }) {
      cells.set(cellOfRow);
      start.set(firstCells);
      for (let level = 0; level < levels; level++) {
        levelOfCell.fill(level, firstCells[level]!, firstCells[level + 1]!);
      }
      levelOfCell[firstCells[levels]!] = levels;
    },
    addFour(squared) {
      const wide = squared ? loops.addFourSquared : loops.addFour;
      const narrow = squared ? loops.addFourSquaredOfFloats : loops.addFourOfFloats;
      const add = floats ? narrow : wide;
      const end = at.cellOfRow + rows * 4;
      add(at.cellOfRow, end, at.weight, at.differences, at.sums, at.levelOfCell, at.squareSums);
    },
    count({ byteOffset, byteLength }, levels) {
      counts.fill(0, 0, levels + 1);
      loops.count(byteOffset, byteOffset + byteLength, at.cellOfRow, at.levelOfCell, at.counts);
      return counts;
    },
    totals(into) {
      const levels = into.length / (LANES * 2);
      loops.totals(at.start, at.start + levels * 4, at.sums, at.totals);
      into.set(totals.subarray(0, into.length));
    },
    variances(runs, given) {
      start.set(runs.start);
      ofLevel.set(runs.ofLevel);
      psus.set(runs.psus);
      scale.set(runs.scale);
      coefficients.set(given);
      loops.variances(
        at.ofLevel,
        at.ofLevel + (runs.ofLevel.length - 1) * 4,
        at.start,
        at.psus,
        at.scale,
        at.sums,
        at.coefficients,
        at.variances,
      );
      return variances;
    },
  };
}
