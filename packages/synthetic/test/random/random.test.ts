import { expect, test } from 'vitest';
import { Random } from '../../src/random/random.ts';

const numbers = (random: Random, count: number) => Array.from({ length: count }, () => random.uniform());

test('the same name gives the same numbers, another name others', () => {
  expect(numbers(new Random(1, 'point', 'a'), 5)).toEqual(numbers(new Random(1, 'point', 'a'), 5));
  expect(numbers(new Random(1, 'point', 'a'), 5)).not.toEqual(numbers(new Random(1, 'point', 'b'), 5));
});

test('uniform and normal deviates have their moments', () => {
  const random = new Random('moments');
  const count = 200_000;
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const uniforms = numbers(random, count);
  const normals = Array.from({ length: count }, () => random.normal());
  expect(mean(uniforms)).toBeCloseTo(0.5, 2);
  expect(mean(normals)).toBeCloseTo(0, 1);
  expect(mean(normals.map((x) => x * x))).toBeCloseTo(1, 1);
});

test('weighted draws follow the weights', () => {
  const random = new Random('weights');
  const counts = [0, 0, 0];
  for (let i = 0; i < 30_000; i++) {
    const place = random.weighted([1, 0, 3]);
    counts[place] = (counts[place] as number) + 1;
  }
  expect(counts[1]).toBe(0);
  expect((counts[2] as number) / 30_000).toBeCloseTo(0.75, 1);
});
