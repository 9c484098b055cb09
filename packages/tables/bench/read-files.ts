import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeStatFile } from '@wavebook/stat-files';
import { syntheticWave } from '../../stat-files/bench/wave.ts';
import { readTable, tablePieces, writeFiles } from '../src/index.ts';
import { gb18030Bytes } from './gb18030-bytes.ts';

/**
 * Reads whole waves into tables here, in haven and in DuckDB, in turn, each in a process of its own:
 * `npm run bench -w @wavebook/tables -- --quick`. DuckDB is looked for in the Python of `--python` (default python3).
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    python: { type: 'string', default: 'python3' },
  },
});
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
const haven = (path: string): Reading =>
  run('Rscript', [beside('../../stat-files/bench/read-haven.R'), path]);
const duckdb = (path: string): Reading => run(values.python, [beside('read-duckdb.py'), path]);
const has = (command: string, words: string[]): boolean => spawnSync(command, words).status === 0;
const hasHaven = has('Rscript', ['-e', 'library(haven)']);
const hasDuckdb = has(values.python, ['-c', 'import duckdb']);

const median = (readings: readonly Reading[], of: 'megabytes' | 'seconds'): number =>
  readings.map((reading) => reading[of]).sort((a, b) => a - b)[readings.length >> 1] as number;

interface Race {
  readonly what: string;
  readonly path: string;
  readonly other:
    | { readonly name: string; readonly path: string; readonly read: (path: string) => Reading }
    | undefined;
  /** how many times as fast as the other it must be */
  readonly bar?: number;
}

const lines: string[] = [];
function race({ what, path, other, bar }: Race): void {
  const pairs = Array.from({ length: repeats }, () => ({ here: ours(path), there: other?.read(other.path) }));
  for (const { here, there } of pairs)
    if (there && Math.abs(here.sum / there.sum - 1) > 1e-9)
      throw new Error(
        `${what}: the sums of all cells differ: ${here.sum} here, ${there.sum} in ${other?.name}`,
      );
  const here = pairs.map((pair) => pair.here);
  const there = pairs.flatMap((pair) => pair.there ?? []);
  const size = Math.round(statSync(path).size / 2 ** 20);
  const seconds = median(here, 'seconds');
  const memory = Math.round(median(here, 'megabytes'));
  const theirs = there.length > 0 ? median(there, 'seconds') : undefined;
  lines.push(
    `| ${what}, ${size} MB | ${seconds.toFixed(2)} | ${memory} | ${
      theirs === undefined
        ? 'absent | | |'
        : `${other?.name} | ${theirs.toFixed(2)} | ${Math.round(median(there, 'megabytes'))} | ${(theirs / seconds).toFixed(2)}`
    } | ${bar?.toFixed(2) ?? ''} |`,
  );
  console.error(lines.at(-1));
}

const folder = mkdtempSync(join(tmpdir(), 'read-files-'));
const at = (name: string): string => join(folder, name);
const shown = rows.toLocaleString('en');
try {
  for (const { name, columns, bar } of [
    { name: 'wave.dta', columns: 600, bar: 5 },
    { name: 'wave.sav', columns: 200, bar: 1.2 },
  ]) {
    writeStatFile(at(name), syntheticWave(rows, columns));
    const other = hasHaven ? { name: 'haven', path: at(name), read: haven } : undefined;
    race({ what: `${name.slice(4)} ${shown} × ${columns}`, path: at(name), other, bar });
    if (name === 'wave.dta') rmSync(at(name));
  }
  const { table } = await readTable(at('wave.sav'));
  const utf8 = [...tablePieces(table, { format: 'csv' })].map((piece) => piece.slice());
  writeFiles([{ path: at('utf8.csv'), pieces: utf8 }]);
  writeFiles([
    { path: at('gb18030.csv'), pieces: utf8.map((piece) => gb18030Bytes(Buffer.from(piece).toString())) },
  ]);
  const other = hasDuckdb
    ? { name: 'DuckDB, 1 thread, on UTF-8', path: at('utf8.csv'), read: duckdb }
    : undefined;
  race({ what: `GB18030 .csv ${shown} × 200`, path: at('gb18030.csv'), other, bar: 1 / 1.5 });
  race({ what: `UTF-8 .csv ${shown} × 200`, path: at('utf8.csv'), other });
  writeFiles([{ path: at('wave.parquet'), pieces: tablePieces(table, { format: 'parquet' }) }]);
  race({ what: `.parquet ${shown} × 200`, path: at('wave.parquet'), other: undefined });
} finally {
  rmSync(folder, { recursive: true });
}

const page = `# Files into tables

All columns of a made-up wave, of ten variables seven codes, one whole number, one with decimals, one text; read by \`readTable\` (doubles with NaN, texts by
dictionary) and by another reader, same content, same run, in turn, medians of ${repeats}, sums of all cells equal. Node ${process.versions.node.split('.')[0]}, two cores: read the
ratios. \`npm run bench -w @wavebook/tables\` writes this page.

| file | here, s | peak here, MB | other | other, s | peak, MB | times as fast | at least |
|---|--:|--:|---|--:|--:|--:|--:|
${lines.join('\n')}
`;
if (!values.quick) writeFileSync(new URL('results.md', import.meta.url), page);
console.log(page);
