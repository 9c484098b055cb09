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
  /** Takes over which rows are in which domain. */
  setLevels(levelOfRow: Int32Array): void;
  /** Adds the rows to `sums`, and to `squareSums` if wanted. */
  addFour(cellOfRow: Int32Array, squared: boolean): void;
  /** How many rows of a list that `fill` gave are in each domain; the last domain is the dump. */
  count(listed: Int32Array, levels: number): Int32Array;
  /** Adds the cells of each domain up. */
  totals(start: Int32Array, totals: Float64Array): void;
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
  const [weights, y, other] = [numbers('weight'), numbers('y'), numbers('other')];
  const [listed, counts] = [integers('listed'), integers('counts')];
  const [cells, domains] = [integers('cellOfRow'), integers('levelOfRow')];
  const [start, ofLevel] = [integers('start'), integers('ofLevel')];
  const [coefficients, psus, scale] = [numbers('coefficients'), numbers('psus'), numbers('scale')];
  const [totals, variances] = [numbers('totals'), numbers('variances')];

  function fillTile(column: ColumnToSum, lane: number, from: number, list: number): number {
    const to = Math.min(rows, from + TILE_ROWS);
    y.set(column.y.subarray(from, to));
    if (column.with) other.set(column.with.subarray(from, to));
    const second = column.with ? at.other : at.y;
    const into = at.differences + (from * LANES + lane) * 8;
    return loops.fillLane(at.y, at.y + (to - from) * 8, second, column.centre, into, list, from);
  }

  return {
    sums: numbers('sums'),
    squareSums,
    fill(weight, columns) {
      weights.set(weight);
      const ends = columns.map((_, lane) => at.listed + lane * (rows + 1) * 4);
      for (let from = 0; from < rows; from += TILE_ROWS) {
        columns.forEach((column, lane) => {
          ends[lane] = fillTile(column, lane, from, ends[lane]!);
        });
      }
      for (let lane = columns.length; lane < LANES; lane++) {
        for (let i = lane; i < differences.length; i += LANES) differences[i] = Number.NaN;
      }
      return ends.map((end, lane) => listed.subarray(lane * (rows + 1), (end - at.listed) / 4));
    },
    setLevels(levelOfRow) {
      domains.set(levelOfRow);
    },
    addFour(cellOfRow, squared) {
      cells.set(cellOfRow);
      const add = squared ? loops.addFourSquared : loops.addFour;
      const end = at.cellOfRow + rows * 4;
      add(at.cellOfRow, end, at.weight, at.differences, at.sums, at.levelOfRow, at.squareSums);
    },
    count({ byteOffset, byteLength }, levels) {
      counts.fill(0, 0, levels + 1);
      loops.count(byteOffset, byteOffset + byteLength, at.levelOfRow, at.counts);
      return counts;
    },
    totals(firstCells, into) {
      start.set(firstCells);
      loops.totals(at.start, at.start + (firstCells.length - 1) * 4, at.sums, at.totals);
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
