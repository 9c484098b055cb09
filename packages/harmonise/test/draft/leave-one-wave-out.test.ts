import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codebooks } from '@wavebook/schema/codebooks';
import { expect, test } from 'vitest';
import { knownWaves } from '../../src/draft/index.ts';
import { leaveOneWaveOut } from '../../studies/leave-one-wave-out.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const page = readFileSync(new URL('../../studies/leave-one-wave-out.md', import.meta.url), 'utf8');

const committed = [...page.matchAll(/^\| (\d{4}) \| (every)?[^|]*\| \d+ \| (\d+) \| (\d+) \|/gm)].map(
  ([, wave, every, right, wrong]) => ({
    wave,
    dress: every ? 'labels' : 'names',
    right: Number(right),
    wrong: Number(wrong),
  }),
);

test('a wave left out is drafted from the others: much right, nothing wrong with high confidence', async () => {
  const tallies = leaveOneWaveOut(await knownWaves(root, 'monitoring', codebooks));
  expect(new Set(committed.map(({ wave }) => wave)).size).toBe(8);
  expect(committed).toHaveLength(16);
  expect(committed.every(({ wrong }) => wrong === 0)).toBe(true);
  expect(tallies.flatMap(({ wave, dress, highWrong }) => highWrong.map((w) => [wave, dress, w]))).toEqual([]);
  // the test has the committed waves alone; the table, of which counts may move a little with the synthetic answers, all of them
  const here = new Set<string | undefined>(tallies.map(({ wave }) => wave));
  expect(here.size).toBe(4);
  for (const { wave, dress, right } of committed.filter((row) => here.has(row.wave))) {
    const now = tallies.find((tally) => tally.wave === wave && tally.dress === dress)?.highRight ?? 0;
    expect(now, `${wave}, ${dress}`).toBeGreaterThanOrEqual(0.8 * right - 1);
  }
});
