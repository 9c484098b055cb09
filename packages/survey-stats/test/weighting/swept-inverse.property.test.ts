import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pseudoInverse } from '../../src/weighting/pseudo-inverse.ts';
import { crossProduct, sparseFromColumns } from '../../src/weighting/sparse-rows.ts';
import { sweptInverse } from '../../src/weighting/swept-inverse.ts';

/** Pivots are at least 1e-8, entries at most a few hundred. */
const FITTED = 1e-6;

const wholes = fc
  .record({ rows: fc.integer({ min: 1, max: 12 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: rows, maxLength: rows }), {
      minLength: columns,
      maxLength: columns,
    }),
  );

it('fits as the pseudo-inverse does, redundant columns or none', () => {
  fc.assert(
    fc.property(wholes, (lists) => {
      const rows = lists[0]!.length;
      const x = [...lists.map((list) => Float64Array.from(list)), Float64Array.from(lists[0]!)];
      const matrix = crossProduct(sparseFromColumns(x, rows), new Float64Array(rows).fill(1));
      const swept = sweptInverse(matrix, x.length)!;
      const spread = pseudoInverse(matrix, x.length);
      const fit = (inverse: Float64Array, a: number, b: number) =>
        x.reduce(
          (sum, own, i) =>
            sum + x.reduce((part, other, j) => part + own[a]! * inverse[i * x.length + j]! * other[b]!, 0),
          0,
        );
      for (let a = 0; a < rows; a++)
        for (let b = 0; b < rows; b++)
          expect(Math.abs(fit(swept, a, b) - fit(spread, a, b))).toBeLessThan(FITTED);
    }),
    { numRuns: 60 },
  );
});

it('leaves out a column of zeros, and a hand-checked 2 × 2', () => {
  expect(Array.from(sweptInverse(Float64Array.of(4, 0, 0, 0), 2)!)).toEqual([0.25, 0, 0, 0]);
  const inverse = sweptInverse(Float64Array.of(2, 1, 1, 2), 2)!;
  [2 / 3, -1 / 3, -1 / 3, 2 / 3].forEach((value, i) => {
    expect(inverse[i]).toBeCloseTo(value, 14);
  });
  expect(sweptInverse(new Float64Array(), 0)).toEqual(new Float64Array());
});

it('says so where it is not clear which columns are redundant', () => {
  const near = 1 - 1e-10;
  expect(sweptInverse(Float64Array.of(1, near, near, 1), 2)).toBeUndefined();
});
