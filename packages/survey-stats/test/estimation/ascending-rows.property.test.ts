import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ascendingRows } from '../../src/estimation/ascending-rows.ts';

const answer = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    1,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    5e-324,
    1e308,
  ),
  fc.integer({ min: -3000, max: 3000 }),
  fc.double(),
);

/** Near each other, so that they are counted and not sorted by their bits. */
const wholeAnswer = fc.oneof(fc.constantFrom(0, -0, Number.NaN), fc.integer({ min: -9, max: 9 }));

it('rows stand in the order of their answers, ties by row, without those that have none', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(answer, { maxLength: 60 }), fc.array(wholeAnswer, { maxLength: 60 })),
      (values) => {
        const y = Float64Array.from(values);
        const expected = values
          .map((value, row) => ({ value, row }))
          .filter(({ value }) => !Number.isNaN(value))
          .sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : a.row - b.row));
        const found = ascendingRows(y);
        expect([...found.rows]).toEqual(expected.map(({ row }) => row));
        expect([...found.values]).toEqual(expected.map(({ value }) => value));
      },
    ),
  );
});

it('an array that was changed is sorted again', () => {
  const y = Float64Array.of(3, 1, 2);
  expect([...ascendingRows(y).rows]).toEqual([1, 2, 0]);
  y[1] = 9;
  expect([...ascendingRows(y).rows]).toEqual([2, 0, 1]);
  y[2] = Number.NaN;
  expect([...ascendingRows(y).rows]).toEqual([0, 1]);
});
