import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrationColumns } from '../../src/weighting/calibration-columns.ts';
import { sparseMatrix } from '../../src/weighting/calibration-matrix.ts';
import { crossedMargins } from '../../src/weighting/crossed-margins.ts';
import { sparseFromCodes, sparseFromColumns } from '../../src/weighting/sparse-rows.ts';

/** Sums of at most 60 weights of up to 100 in another order. */
const SUMMED = 1e-9;

const margins = fc
  .record({
    rows: fc.integer({ min: 0, max: 60 }),
    levels: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
  })
  .chain(({ rows, levels }) =>
    fc.record({
      rows: fc.constant(rows),
      weight: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: rows, maxLength: rows }),
      margins: fc.tuple(
        ...levels.map((count) =>
          fc
            .array(fc.integer({ min: -1, max: count - 1 }), { minLength: rows, maxLength: rows })
            .map((codes) => ({ codes: Int32Array.from(codes), levels: count })),
        ),
      ),
    }),
  );

function expectNear(got: Float64Array, wanted: Float64Array): void {
  expect(got.length).toBe(wanted.length);
  expect(got.reduce((most, value, i) => Math.max(most, Math.abs(value - wanted[i]!)), 0)).toBeLessThan(
    SUMMED,
  );
}

it('crossed margins give the sums of their indicator columns', () => {
  fc.assert(
    fc.property(margins, ({ rows, weight, margins: list }) => {
      const crossed = crossedMargins(list, rows);
      const plain = sparseMatrix(sparseFromCodes(list, rows));
      const w = Float64Array.from(weight);
      const by = Float64Array.from({ length: plain.columns }, (_, j) => Math.sin(j + 1));
      expect(crossed.sparse).toEqual(plain.sparse);
      expectNear(crossed.totals(w), plain.totals(w));
      expectNear(crossed.products(by), plain.products(by));
      expectNear(crossed.cross(w), plain.cross(w));
    }),
    { numRuns: 60 },
  );
});

it('dummy columns are found to be margins, others are taken as they are', () => {
  fc.assert(
    fc.property(margins, fc.boolean(), ({ rows, margins: list }, withAnother) => {
      const columns = list.flatMap(({ codes, levels }) =>
        Array.from({ length: levels }, (_, level) =>
          Float64Array.from(codes, (code) => (code === level ? 1 : 0)),
        ),
      );
      const another = Float64Array.from({ length: rows }, (_, row) => row - 1.5);
      const x = withAnother ? [...columns, another] : columns;
      expect(calibrationColumns('calibrate', x, rows).sparse).toEqual(sparseFromColumns(x, rows));
    }),
    { numRuns: 60 },
  );
});
