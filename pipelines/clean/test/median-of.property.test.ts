import fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianOf, quantilesOf } from '../src/median-of.ts';

const sortedQuantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const from = Math.floor(at);
  const below = sorted[from] as number;
  return at === from ? below : below + ((sorted[from + 1] as number) - below) * (at - from);
};

const numbers = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }),
  fc.array(fc.integer({ min: 4090, max: 4100 }), { minLength: 1 }),
  fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
);

test('quantiles are those of the sorted numbers, in whatever order they are asked for', () => {
  fc.assert(
    fc.property(numbers, fc.array(fc.double({ noNaN: true, min: 0, max: 1 })), (values, shares) => {
      const given = Float64Array.from(values, (value) => value + 0);
      expect(quantilesOf(given, shares)).toEqual(shares.map((share) => sortedQuantile([...given], share)));
      expect([...given]).toEqual(values.map((value) => value + 0));
    }),
    { seed: 1 },
  );
});

test('by hand, and of none', () => {
  expect(quantilesOf(Float64Array.of(40, 10, 30, 20), [0, 0.5, 1])).toEqual([10, 25, 40]);
  expect(medianOf(new Float64Array(0))).toBeNaN();
});
