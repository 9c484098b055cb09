import { expect, it } from 'vitest';
import { damages, mutate, seededRandom } from '../fuzz/mutate.ts';
import { readDamaged } from '../fuzz/read-damaged.ts';
import { fixture, fixtures } from './fixture.ts';

it.each(damages)('a file is refused or read with the shape of its header: %s', (damage) => {
  const random = seededRandom(2017);
  const outcomes = new Set<string>();
  for (const name of fixtures(/(dta|sav)$/)) {
    const bytes = fixture(name);
    for (let i = 0; i < 8; i++)
      outcomes.add(readDamaged(mutate(bytes, damage, random), name.endsWith('dta') ? 'dta' : 'sav'));
  }
  expect(outcomes.size).toBeGreaterThan(1);
});
