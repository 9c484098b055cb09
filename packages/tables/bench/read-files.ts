import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeStatFile } from '@wavebook/stat-files';
import { readTable, tablePieces, writeFiles } from '../src/index.ts';
import { gb18030Bytes } from './gb18030-bytes.ts';
import { compiledReader, duckdbReader, havenReader, type Reader, type Reading } from './readers.ts';
import { syntheticWave } from './synthetic-wave.ts';

/**
 * Reads whole waves into tables here, in haven and in DuckDB, in turn, each in a process of its own:
 * `npm run bench -w @wavebook/tables -- --quick`. DuckDB is looked for in the Python of `--python` (default python3). Ends with code 1 where
 * a file is read slower, or with more memory, than it must be.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    python: { type: 'string', default: 'python3' },
  },
});
const rows = values.quick ? 17_000 : 170_000;
const repeats = values.quick ? 1 : 3;
const mostMegabytes = 1536;

const folder = mkdtempSync(join(tmpdir(), 'read-files-'));
const at = (name: string): string => join(folder, name);
const ours = await compiledReader(at('compiled'));
const haven = havenReader();
const duckdb = duckdbReader(values.python);

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;
const median = (readings: readonly Reading[], of: 'megabytes' | 'seconds'): number =>
  middle(readings.map((reading) => reading[of]));

interface Race {
  readonly what: string;
  readonly path: string;
  readonly other?: Reader | undefined;
  /** what the other reads, where it is another file of the same content */
  readonly otherPath?: string;
  /** how many times as fast as the other it must be */
  readonly bar?: number;
}

const lines: string[] = [];
function race({ what, path, other, otherPath = path, bar }: Race): void {
  const pairs = Array.from({ length: repeats }, () => ({
    here: ours.read(path),
    there: other?.read(otherPath),
  }));
  for (const { here, there } of pairs)
    if (there && Math.abs(here.sum / there.sum - 1) > 1e-9)
      throw new Error(
        `${what}: the sums of all cells differ: ${here.sum} here, ${there.sum} in ${other?.name}`,
      );
  const here = pairs.map((pair) => pair.here);
  const there = pairs.flatMap((pair) => pair.there ?? []);
  const seconds = median(here, 'seconds');
  const memory = Math.round(median(here, 'megabytes'));
  // of pairs read one after the other, so that a machine that is busy now and then slows both
  const ratio =
    there.length > 0
      ? middle(pairs.map((pair) => (pair.there?.seconds ?? Number.NaN) / pair.here.seconds))
      : undefined;
  const isMissed = (ratio !== undefined && bar !== undefined && ratio < bar) || memory > mostMegabytes;
  if (isMissed && !values.quick) process.exitCode = 1;
  const theirs =
    ratio === undefined
      ? `${bar === undefined ? '' : 'absent '}| | |`
      : `${other?.name} | ${median(there, 'seconds').toFixed(2)} | ${Math.round(median(there, 'megabytes'))} | ${ratio.toFixed(2)}`;
  const size = Math.round(statSync(path).size / 2 ** 20);
  lines.push(
    `| ${what}, ${size} MB | ${seconds.toFixed(2)} | ${memory} | ${theirs} | ${bar?.toFixed(2) ?? ''} |`,
  );
  console.error(lines.at(-1));
}

const shown = rows.toLocaleString('en');
try {
  writeStatFile(at('wave.dta'), syntheticWave(rows, 600));
  race({ what: `.dta ${shown} × 600`, path: at('wave.dta'), other: haven, bar: 5 });
  rmSync(at('wave.dta'));
  writeStatFile(at('wave.sav'), syntheticWave(rows, 200));
  race({ what: `.sav ${shown} × 200`, path: at('wave.sav'), other: haven, bar: 1.2 });
  const { table } = await readTable(at('wave.sav'));
  const utf8 = [...tablePieces(table, { format: 'csv' })].map((piece) => piece.slice());
  writeFiles([
    { path: at('utf8.csv'), pieces: utf8 },
    { path: at('gb18030.csv'), pieces: utf8.map((piece) => gb18030Bytes(Buffer.from(piece).toString())) },
    { path: at('wave.parquet'), pieces: tablePieces(table, { format: 'parquet' }) },
  ]);
  const content = { other: duckdb, otherPath: at('utf8.csv') };
  race({ what: `GB18030 .csv ${shown} × 200`, path: at('gb18030.csv'), ...content, bar: 1 / 1.5 });
  race({ what: `UTF-8 .csv ${shown} × 200`, path: at('utf8.csv'), ...content });
  race({ what: `.parquet ${shown} × 200`, path: at('wave.parquet') });
} finally {
  rmSync(folder, { recursive: true });
}

const page = `# Files into tables

All columns of a made-up wave, of ten variables seven codes, one whole number, one with decimals of all digits, one text; read by \`readTable\` (doubles
with NaN, texts by dictionary; compiled, as the command runs) and by another reader, same content, same run, in turn, medians of ${repeats} (times as
fast: of ${repeats} pairs), sums of all cells equal. Node ${process.versions.node.split('.')[0]}, two cores: read the ratios. Memory must stay under ${mostMegabytes} MB. \`npm run bench -w @wavebook/tables\` writes this page.

| file | here, s | peak here, MB | other | other, s | peak, MB | times as fast | at least |
|---|--:|--:|---|--:|--:|--:|--:|
${lines.join('\n')}
`;
if (!values.quick) writeFileSync(new URL('results.md', import.meta.url), page);
console.log(page);
