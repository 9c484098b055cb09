import type { DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { StratumFactors } from './domain-variance.ts';
import { type KernelMemory, kernelMemory, TILE_ROWS } from './kernel-memory.ts';
import { type ColumnToSum, checkIndicators, LANES } from './prepared-columns.ts';

/**
 * The loops over rows and cells of `prepared-columns.ts`, `lane-sums.ts` and `domain-variance.ts` in WebAssembly, several times faster:
 * two numbers an instruction and no check of bounds. They make the same additions in the same order, so that results are the same to the
 * last bit. What they read and write stands in one memory.
 */
export interface LaneKernel {
  /** domain → Σ w (y − centre)² of four lanes; the last domain is the dump */
  readonly squareSums: Float64Array;
  /** Takes columns over, a lane each. @returns column → its rows without an answer, by their numbers in the order of units. */
  fill(weight: Float64Array, columns: readonly ColumnToSum[], order: Int32Array | undefined): Int32Array[];
  /** w and w (y − centre) of the rows, as in `PreparedColumns.data`. */
  copyRows(data: Float64Array, order: Int32Array | undefined): void;
  /** Takes over which rows are in which cell. */
  setCells(cells: Pick<DomainCells, 'byStratum'>): void;
  /** Adds the rows up by cell, and by domain to `totals`; if wanted, to `squareSums`, too. */
  sumFour(squared: boolean, totals: Float64Array): void;
  /** The sums of the cells, as in `CellSums.cellSums`, but for the dump. */
  copySums(cells: Pick<DomainCells, 'byStratum' | 'start'>, sums: Float64Array): Float64Array;
  /** How many rows of a list that `fill` gave are in each domain; the last domain is the dump. */
  count(listed: Int32Array, levels: number): Int32Array;
  /** Variance of Σ w u in every domain, four lanes side by side; see `CalibrationFits` for the coefficients. */
  variances(factors: StratumFactors, coefficients: Float64Array): Float64Array;
}

/** What stands in a lane without a column: no answers. */
const NO_COLUMN: ColumnToSum = { y: new Float64Array(), centre: 0, squares: false };

/** Below this many rows the memory costs more than the loops. */
const FEWEST_ROWS = 2048;

/** The last kernel while nothing else wants its memory: making one anew costs as much as two blocks of a batch. */
let latest: { readonly sizes: string; readonly kernel: WeakRef<LaneKernel> } | undefined;

/** A kernel for a design and so many cells and domains; undefined where it does not pay, or cannot be had. */
export function laneKernel(
  { rows, strata }: Pick<SurveyDesign, 'rows' | 'strata'>,
  cells: number,
  levels: number,
): LaneKernel | undefined {
  const sizes = `${rows} ${strata} ${cells} ${levels}`;
  const known = latest?.sizes === sizes ? latest.kernel.deref() : undefined;
  if (known || rows < FEWEST_ROWS) return known;
  const memory = kernelMemory({ rows, strata, cells, levels });
  if (!memory) return undefined;
  const kernel = kernelOn(memory, rows);
  latest = { sizes, kernel: new WeakRef(kernel) };
  return kernel;
}

function kernelOn({ at, numbers, integers, loops }: KernelMemory, rows: number): LaneKernel {
  const sums = numbers('sums');
  const squareSums = numbers('squareSums');
  const differences = numbers('differences');
  const halfDifferences = new Float32Array(differences.buffer, differences.byteOffset, rows * LANES);
  const [inexact, notIndicator] = [integers('inexact'), integers('notIndicator')];
  const [weights, y, other] = [numbers('weight'), numbers('y'), numbers('other')];
  const [listed, counts] = [integers('listed'), integers('counts')];
  const [placeOfRow, levelOfPlace] = [integers('placeOfRow'), integers('levelOfPlace')];
  const [runStart, runOfStratum] = [integers('runStart'), integers('runOfStratum')];
  const rowOfStratum = integers('rowOfStratum');
  const [coefficients, psus, scale] = [numbers('coefficients'), numbers('psus'), numbers('scale')];
  const [totals, variances] = [numbers('totals'), numbers('variances')];
  const strataEnd = at.rowOfStratum + (rowOfStratum.length - 1) * 4;

  /** Whether the differences are kept in 32 bits, which most answers that are counts or codes fill exactly. */
  let floats = false;

  /** @returns the address after the last row without an answer. */
  function fillTile(
    column: ColumnToSum,
    order: Int32Array | undefined,
    lane: number,
    from: number,
    list: number,
  ): number {
    const to = Math.min(rows, from + TILE_ROWS);
    if (column === NO_COLUMN) y.fill(Number.NaN, 0, to - from);
    else copyValues(column.y, order, from, to, y);
    if (column.with) copyValues(column.with, order, from, to, other);
    const second = column.with ? at.other : at.y;
    const wide = column.checkIndicator ? loops.fillIndicator : loops.fillLane;
    const narrow = column.checkIndicator ? loops.fillIndicatorOfFloats : loops.fillLaneOfFloats;
    const fillLane = floats ? narrow : wide;
    const flag = column.checkIndicator ? at.notIndicator : at.inexact;
    const into = at.differences + (from * LANES + lane) * (floats ? 4 : 8);
    const end = at.y + (to - from) * 8;
    return fillLane(at.y, end, second, column.centre, into, list, from, flag);
  }

  /** @returns column → the address after its last row without an answer; undefined if floats do not hold the differences. */
  function fillColumns(
    columns: readonly ColumnToSum[],
    order: Int32Array | undefined,
  ): readonly number[] | undefined {
    const lanes = Array.from({ length: LANES }, (_, lane) => columns[lane] ?? NO_COLUMN);
    const ends = lanes.map((_, lane) => at.listed + lane * (rows + 1) * 4);
    inexact[0] = 0;
    notIndicator[0] = 0;
    for (let from = 0; from < rows; from += TILE_ROWS) {
      for (let lane = 0; lane < LANES; lane++) {
        ends[lane] = fillTile(lanes[lane]!, order, lane, from, ends[lane]!);
      }
      if (inexact[0] !== 0) return undefined;
    }
    if (notIndicator[0] !== 0) checkIndicators(columns);
    return ends.slice(0, columns.length);
  }

  return {
    squareSums,
    fill(weight, columns, order) {
      copyValues(weight, order, 0, rows, weights);
      floats = true;
      let ends = fillColumns(columns, order);
      if (!ends) {
        floats = false;
        ends = fillColumns(columns, order);
      }
      return ends!.map((end, lane) => listed.subarray(lane * (rows + 1), (end - at.listed) / 4));
    },
    copyRows(data, order) {
      const kept = floats ? halfDifferences : differences;
      for (let i = 0; i < rows; i++) {
        const w = weights[i]!;
        const row = order ? order[i]! : i;
        for (let lane = 0; lane < LANES; lane++) {
          const difference = kept[i * LANES + lane]!;
          const answered = !Number.isNaN(difference);
          const into = (row * LANES + lane) * 2;
          data[into] = answered ? w : 0;
          data[into + 1] = answered ? w * difference : 0;
        }
      }
    },
    setCells({ byStratum }) {
      placeOfRow.set(byStratum.placeOfRow);
      levelOfPlace.set(byStratum.levelOfPlace);
      runStart.set(byStratum.runStart);
      runOfStratum.set(byStratum.runOfStratum);
      rowOfStratum.set(byStratum.rowOfStratum);
    },
    sumFour(squared, into) {
      totals.fill(0);
      if (squared) squareSums.fill(0);
      const wide = squared ? loops.sumFourSquared : loops.sumFour;
      const narrow = squared ? loops.sumFourSquaredOfFloats : loops.sumFourOfFloats;
      const sum = floats ? narrow : wide;
      sum(
        at.rowOfStratum,
        strataEnd,
        at.runOfStratum,
        at.runStart,
        at.levelOfPlace,
        at.placeOfRow,
        at.weight,
        at.differences,
        at.sums,
        at.totals,
        at.squareSums,
      );
      into.set(totals.subarray(0, into.length));
    },
    copySums({ start, byStratum }, into) {
      const next = start.slice();
      for (let run = 0; run + 1 < byStratum.runStart.length; run++) {
        const [from, to] = [runStart[run]!, runStart[run + 1]!];
        const level = levelOfPlace[from]!;
        let cell = next[level]! * LANES * 2;
        for (let place = from * LANES * 2; place < to * LANES * 2; place++) {
          into[cell] = sums[place]!;
          cell++;
        }
        next[level]! += to - from;
      }
      return into;
    },
    count({ byteOffset, byteLength }, levels) {
      counts.fill(0, 0, levels + 1);
      loops.count(byteOffset, byteOffset + byteLength, at.placeOfRow, at.levelOfPlace, at.counts);
      return counts;
    },
    variances(factors, given) {
      psus.set(factors.psus);
      scale.set(factors.scale);
      coefficients.set(given);
      variances.fill(0);
      loops.variances(
        at.runOfStratum,
        at.runOfStratum + (strataEnd - at.rowOfStratum),
        at.runStart,
        at.levelOfPlace,
        at.psus,
        at.scale,
        at.sums,
        at.coefficients,
        at.variances,
        at.kept,
      );
      return variances;
    },
  };
}

/** Values of some rows, in the order of units. */
function copyValues(
  column: Float64Array,
  order: Int32Array | undefined,
  from: number,
  to: number,
  into: Float64Array,
): void {
  if (!order) {
    into.set(column.subarray(from, to));
    return;
  }
  for (let i = from; i < to; i++) into[i - from] = column[order[i]!]!;
}
