import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeStatFile } from '../src/index.ts';
import { syntheticWave } from './wave.ts';

/** Reads a whole wave here and in haven, in turn, each in a process of its own: `npm run bench -w @wavebook/stat-files -- --quick`. */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const rows = values.quick ? 17_000 : 170_000;
const repeats = values.quick ? 1 : 3;

interface Reading {
  readonly seconds: number;
  readonly sum: number;
  readonly megabytes: number;
}

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const run = (command: string, words: string[]): Reading =>
  JSON.parse(execFileSync(command, words, { encoding: 'utf8' }).trim());
const ours = (path: string): Reading =>
  run(process.execPath, ['--conditions=@wavebook/source', '--import', 'tsx', beside('read-ours.ts'), path]);
const haven = (path: string): Reading => run('Rscript', [beside('read-haven.R'), path]);

const median = (readings: readonly Reading[], of: 'seconds' | 'megabytes'): number =>
  readings.map((reading) => reading[of]).sort((a, b) => a - b)[readings.length >> 1] as number;

const folder = mkdtempSync(join(tmpdir(), 'stat-files-'));
const lines: string[] = [];
try {
  for (const { name, columns } of [
    { name: 'wave.dta', columns: 600 },
    { name: 'wave.sav', columns: 200 },
  ]) {
    const path = join(folder, name);
    const start = performance.now();
    writeStatFile(path, syntheticWave(rows, columns));
    console.error(`${name} written in ${((performance.now() - start) / 1000).toFixed(1)} s`);
    const pairs = Array.from({ length: repeats }, () => ({ ours: ours(path), haven: haven(path) }));
    for (const pair of pairs)
      if (Math.abs(pair.ours.sum / pair.haven.sum - 1) > 1e-12)
        throw new Error(
          `${name}: the sums of all cells differ: ${pair.ours.sum} here, ${pair.haven.sum} in haven`,
        );
    const [here, there] = [pairs.map((pair) => pair.ours), pairs.map((pair) => pair.haven)];
    const [seconds, theirs] = [median(here, 'seconds'), median(there, 'seconds')];
    const megabytes = Math.round(statSync(path).size / 2 ** 20);
    lines.push(
      `| ${name} ${rows.toLocaleString('en')} × ${columns}, ${megabytes} MB | ${seconds.toFixed(2)} | ${theirs.toFixed(2)} | ${(theirs / seconds).toFixed(1)} | ${Math.round(median(here, 'megabytes'))} | ${Math.round(median(there, 'megabytes'))} |`,
    );
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true });
}

const page = `# Reading against haven

All columns of a made-up wave, of ten variables seven codes, one whole number, one with decimals, one text; same file, same run, in turn, medians of
${repeats}; sums of all cells equal. Node ${process.versions.node.split('.')[0]}, two busy cores: read the ratios. \`npm run bench -w @wavebook/stat-files\` writes this page.

| file | here, s | haven, s | times as fast | peak here, MB | peak haven, MB |
|---|--:|--:|--:|--:|--:|
${lines.join('\n')}
`;
if (!values.quick) writeFileSync(new URL('results.md', import.meta.url), page);
console.log(page);
