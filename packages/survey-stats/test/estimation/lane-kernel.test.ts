import fc from 'fast-check';
import { expect, it } from 'vitest';
import { laneKernel } from '../../src/estimation/lane-kernel.ts';
import { addFour, addFourSquares } from '../../src/estimation/lane-sums.ts';
import { domainCells, surveyBatch, surveyDesign, surveyMean, surveyRatio } from '../../src/index.ts';

const ROWS = 2500;
const CELLS = 37;
const columnOf = (length: number, seed: number) =>
  Float64Array.from({ length }, (_, i) => Math.sin(seed + i * 1.7) * 10 ** ((i * 7) % 12));

it('adds what the plain loops add, to the last bit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
      const kernel = laneKernel(ROWS, CELLS, CELLS)!;
      kernel.data.set(columnOf(ROWS * 8, seed));
      kernel.squares.set(columnOf(ROWS * 4, seed + 0.5));
      const places = Int32Array.from({ length: ROWS }, (_, row) => (row * (1 + (seed % 97))) % (CELLS + 1));
      const sums = new Float64Array((CELLS + 1) * 8);
      const squares = new Float64Array((CELLS + 1) * 4);
      addFour(places, kernel.data, sums);
      addFourSquares(places, kernel.squares, squares);
      kernel.addFour(places);
      kernel.addFourSquares(places);
      expect(kernel.sums).toEqual(sums);
      expect(kernel.squareSums).toEqual(squares);
    }),
    { numRuns: 20 },
  );
});

it('is not made for a few rows, or for more than a memory holds', () => {
  expect(laneKernel(100, 10, 2)).toBeUndefined();
  expect(laneKernel(0, 0, 0)).toBeUndefined();
  expect(laneKernel(1e9, 1e9, 2)).toBeUndefined();
});

it('a batch with it gives what the single calls give, to the last bit', () => {
  const rowsOf = (value: (row: number) => number) =>
    Float64Array.from({ length: ROWS }, (_, row) => value(row));
  const weight = rowsOf((row) => 1 + ((row * 37) % 11) / 4);
  const strata = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 250));
  const psu = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 25));
  const design = surveyDesign({ weight, strata, psu });
  const wage = rowsOf((row) => (row % 7 === 3 ? Number.NaN : 2000.5 + ((row * 7919) % 4000)));
  const hours = rowsOf((row) => (row % 11 === 3 ? Number.NaN : 30 + ((row * 13) % 30)));
  const breakdowns = [3, 9].map((levels) =>
    domainCells(
      design,
      Int32Array.from({ length: ROWS }, (_, row) => ((row * 7) % (levels + 1)) - 1),
      levels,
    ),
  );
  const batch = surveyBatch(
    design,
    [
      { statistic: 'mean', y: wage },
      { statistic: 'ratio', numerator: wage, denominator: hours },
      { statistic: 'mean', y: hours },
    ],
    { breakdowns },
  );
  const alone = [
    breakdowns.map((domains) => surveyMean(design, wage, { domains })),
    breakdowns.map((domains) => surveyRatio(design, wage, hours, { domains })),
    breakdowns.map((domains) => surveyMean(design, hours, { domains })),
  ];
  expect(batch).toStrictEqual(alone);
});
