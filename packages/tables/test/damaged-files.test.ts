import { expect, test } from 'vitest';
import { readDamaged } from '../fuzz/read-damaged.ts';

test('damaged files of every format are refused, or read as tables in which untouched cells are as they were', async () => {
  const outcomes = new Set<string>();
  for (let index = 0; index < 540; index += 2) outcomes.add((await readDamaged(7, index)).outcome);
  expect([...outcomes].sort()).toEqual(['refused', 'table']);
});
