import { expect, test } from 'vitest';
import { Random } from '../../src/random/random.ts';
import { simpleRandomSample } from '../../src/sample/simple-random.ts';

test('draws without replacement, all alike', () => {
  const random = new Random('floyd');
  const counts = new Map<number, number>();
  for (let i = 0; i < 20_000; i++) {
    const drawn = simpleRandomSample(6, 2, random);
    expect(new Set(drawn).size).toBe(2);
    for (const unit of drawn) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  for (const count of counts.values()) expect(count / 20_000).toBeCloseTo(1 / 3, 1);
});

test('more than there are is a bad call', () => {
  expect(() => simpleRandomSample(3, 4, new Random(1))).toThrow(/at most 3/);
});
