import { expect, test } from 'vitest';
import { Random } from '../../src/random/random.ts';
import { pivotalSample } from '../../src/sample/pivotal.ts';

const probabilities = [0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.25, 0.2];
const size = 4;
const DRAWS = 40_000;
/** Standard errors of a drawn share that are allowed; ten shares are looked at. */
const ALLOWED = 4;

test('the sample has its size and every unit its probability', () => {
  const random = new Random('pivotal');
  const counts = probabilities.map(() => 0);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = pivotalSample(probabilities, random);
    expect(drawn.length).toBe(size);
    for (const unit of drawn) counts[unit] = (counts[unit] as number) + 1;
  }
  counts.forEach((count, unit) => {
    const p = probabilities[unit] as number;
    expect(Math.abs(count / DRAWS - p)).toBeLessThan(ALLOWED * Math.sqrt((p * (1 - p)) / DRAWS));
  });
});

test('many small probabilities: size kept', () => {
  const random = new Random('small');
  const many = Array.from({ length: 700 }, (_, i) => 20 * ((1 + (i % 7)) / 2800));
  for (let draw = 0; draw < 50; draw++) expect(pivotalSample(many, random).length).toBe(20);
});
