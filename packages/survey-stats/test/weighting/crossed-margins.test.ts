import { expect, it } from 'vitest';
import { sparseMatrix } from '../../src/weighting/calibration-matrix.ts';
import { crossedMargins } from '../../src/weighting/crossed-margins.ts';
import { sparseFromCodes } from '../../src/weighting/sparse-rows.ts';

const rows = 200;
/** Whole numbers: sums are exact in any order. */
const weight = Float64Array.from({ length: rows }, (_, row) => 1 + ((row * 11) % 7));
const margin = (levels: number, step: number) => ({
  codes: Int32Array.from(
    { length: rows },
    (_, row) => ((row * step) % (levels + 1)) - (row % 9 === 0 ? 1 : 0),
  ).map((code) => Math.min(code, levels - 1)),
  levels,
});

it.each([
  ['one margin', [margin(5, 3)]],
  ['margins of one crossing', [margin(2, 1), margin(6, 5), margin(3, 7)]],
  [
    'margins of several crossings',
    [margin(30, 7), margin(25, 11), margin(2, 3), margin(40, 13), margin(3, 5)],
  ],
])('%s: sums and products of their indicator columns', (_name, margins) => {
  const crossed = crossedMargins(margins, rows);
  const plain = sparseMatrix(sparseFromCodes(margins, rows));
  const by = Float64Array.from({ length: plain.columns }, (_, j) => (j * j) % 17);
  expect(margins.some(({ codes }) => codes.includes(-1))).toBe(true);
  expect([crossed.rows, crossed.columns]).toEqual([plain.rows, plain.columns]);
  expect(crossed.totals(weight)).toEqual(plain.totals(weight));
  expect(crossed.products(by)).toEqual(plain.products(by));
  expect(crossed.cross(weight)).toEqual(plain.cross(weight));
});
