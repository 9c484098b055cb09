import { expect, test } from 'vitest';
import { readDamaged } from '../fuzz/read-damaged.ts';

test('damaged files of every format are refused, or read as tables in which untouched cells are as they were', async () => {
  const outcomes = new Set<string>();
  for (let index = 0; index < 450; index++) outcomes.add(await readDamaged(7, index));
  expect([...outcomes].sort()).toEqual(['refused', 'table']);
});

test('a text code below zero in an Arrow file is refused', async () => {
  expect(await readDamaged(1, 5205)).toBe('refused');
});
