import type { DomainCells } from '../design/domain-cells.ts';
import type { RawEstimates } from '../estimation/survey-estimate.ts';

const FIELDS = 5;

/**
 * Estimates without their intervals on memory that all threads read, so that only one thread makes objects: statistic → breakdown →
 * estimate, variance, variance under simple random sampling, n and weight → domain.
 */
export function rawTable(statistics: number, cells: readonly DomainCells[]): Float64Array {
  return new Float64Array(new SharedArrayBuffer(statistics * widthOf(cells) * 8));
}

export function writeRaw(table: Float64Array, index: number, raw: readonly RawEstimates[]): void {
  let at = index * widthOf(raw.map(({ sums }) => sums.cells));
  for (const { sums, estimate, variance, simpleVariance } of raw) {
    const { levels } = sums.cells;
    const simple = simpleVariance ?? new Float64Array(levels).fill(Number.NaN);
    for (const field of [estimate, variance, simple, sums.n, sums.weight]) {
      table.set(field, at);
      at += levels;
    }
  }
}

export function readRaw(table: Float64Array, index: number, cells: readonly DomainCells[]): RawEstimates[] {
  let at = index * widthOf(cells);
  return cells.map((own) => {
    const [estimate, variance, simpleVariance, n, weight] = Array.from({ length: FIELDS }, () => {
      at += own.levels;
      return table.slice(at - own.levels, at);
    }) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
    return { sums: { cells: own, n: Int32Array.from(n), weight }, estimate, variance, simpleVariance };
  });
}

function widthOf(cells: readonly DomainCells[]): number {
  return cells.reduce((sum, { levels }) => sum + levels, 0) * FIELDS;
}
