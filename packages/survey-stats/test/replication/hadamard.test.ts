import { expect, it } from 'vitest';
import { hadamard } from '../../src/index.ts';

const isHadamard = (rows: readonly Int8Array[]): boolean =>
  rows.every(
    (row, i) =>
      row.length === rows.length &&
      row.every((entry) => Math.abs(entry) === 1) &&
      rows
        .slice(0, i)
        .every((other) => other.reduce((sum, entry, column) => sum + entry * row[column]!, 0) === 0),
  );

it('has the smallest order that can be built', () => {
  const orders = Array.from({ length: 100 }, (_, i) => hadamard(i + 1).length);
  expect([...new Set(orders)]).toEqual([
    1,
    2,
    ...Array.from({ length: 26 }, (_, i) => 4 * (i + 1)).filter((order) => ![52, 92, 100].includes(order)),
  ]);
});

it.each([1, 2, 4, 8, 12, 20, 28, 36, 60, 76, 80, 104, 148])('order %i is orthogonal', (order) => {
  const rows = hadamard(order);
  expect(rows).toHaveLength(order);
  expect(isHadamard(rows)).toBe(true);
  expect(rows[0]!.every((entry) => entry === 1)).toBe(true);
});

it.each([0, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('no matrix of order %s', (least) => {
  expect(() => hadamard(least)).toThrow(`whole number of at least 1; got ${least}`);
});
