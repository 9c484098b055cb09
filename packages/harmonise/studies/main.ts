import { writeFileSync } from 'node:fs';
import { codebooks } from '@wavebook/schema/codebooks';
import { knownWaves } from '../src/draft/index.ts';
import { formatTallies, leaveOneWaveOut } from './leave-one-wave-out.ts';

const root = new URL('../../../', import.meta.url).pathname;
const tallies = leaveOneWaveOut(await knownWaves(root, 'monitoring', codebooks));
writeFileSync(new URL('./leave-one-wave-out.md', import.meta.url), formatTallies(tallies));
for (const { wave, dress, highWrong } of tallies)
  for (const wrong of highWrong) console.error(`${wave}, ${dress}: high, but wrong: ${wrong}`);
