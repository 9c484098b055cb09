import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codebooks } from '@wavebook/schema/codebooks';
import { knownWaves } from '../src/draft/index.ts';
import { formatTallies, leaveOneWaveOut } from './leave-one-wave-out.ts';

const root = new URL('../../../', import.meta.url).pathname;
/** About as large as the committed waves. */
const scale = '8000';

const committed = await knownWaves(root, 'monitoring', codebooks);
const others = Object.values(codebooks).filter(
  (codebook) =>
    codebook.instrument === 'monitoring' && !committed.some((known) => known.codebook.name === codebook.name),
);
const made = mkdtempSync(join(tmpdir(), 'drafts-'));
try {
  const out = join(made, 'data', 'synthetic');
  for (const { wave } of others)
    execFileSync('npm', ['run', '-s', 'synthetic', '--', '--out', out, '--wave', wave, '--scale', scale], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const waves = [...committed, ...(await knownWaves(made, 'monitoring', codebooks))];
  waves.sort((a, b) => (a.codebook.wave < b.codebook.wave ? -1 : 1));
  const tallies = leaveOneWaveOut(waves);
  writeFileSync(new URL('./leave-one-wave-out.md', import.meta.url), formatTallies(tallies));
  for (const { wave, dress, highWrong } of tallies)
    for (const wrong of highWrong) console.error(`${wave}, ${dress}: high, but wrong: ${wrong}`);
} finally {
  rmSync(made, { recursive: true });
}
