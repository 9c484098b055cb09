import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { damages } from './mutate.ts';
import { caseOf } from './read-damaged.ts';

/**
 * Reads damaged files of every format in processes of their own and tells what came of them:
 * `npm run fuzz -- --count 20000 --seed 1 --readstat`. With `--readstat`, Debian's ReadStat reads the Stata and SPSS files too.
 */
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    readstat: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
const mostSeconds = 10;
const mostMegabytes = 1024;

interface Answer {
  readonly outcome: 'failed' | 'refused' | 'table';
  readonly readstat?: 'refused' | 'same';
  readonly reason?: string;
  readonly megabytes: number;
}

const started = (): Promise<ChildProcess> => {
  const child = fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: ['--conditions=@wavebook/source', '--import', 'tsx'],
  });
  return new Promise((resolve) => {
    child.once('message', () => resolve(child));
  });
};

const ask = (child: ChildProcess, index: number): Promise<Answer> =>
  new Promise((resolve) => {
    const done = (answer: Answer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const failed = (reason: string): void => done({ outcome: 'failed', reason, megabytes: 0 });
    const timer = setTimeout(() => failed(`no answer in ${mostSeconds} s`), mostSeconds * 1000);
    child.once('message', (answer: Answer) => done(answer));
    child.once('exit', (code) => failed(`the process ended with code ${code}`));
    child.send({ seed, index, readstat: values.readstat });
  });

const counts = new Map<string, number>();
const failures: string[] = [];
let slowest = { milliseconds: 0, index: 0 };
let largest = { megabytes: 0, index: 0 };
let next = 0;

/** Reads one case after the other, as long as there are any. */
async function readCases(): Promise<void> {
  let child = await started();
  while (next < count) {
    const index = next++;
    const { sample, damage } = caseOf(index);
    const start = performance.now();
    const { outcome, readstat, reason, megabytes } = await ask(child, index);
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest.milliseconds) slowest = { milliseconds, index };
    if (megabytes > largest.megabytes) largest = { megabytes, index };
    const fault = megabytes > mostMegabytes ? `${Math.round(megabytes)} MB` : reason;
    for (const said of [fault ? 'failed' : outcome, `ReadStat ${readstat}`]) {
      const key = `${sample.kind} ${damage} ${said}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (!fault) continue;
    failures.push(`${index} ${sample.name} ${damage}: ${fault}`);
    child.kill('SIGKILL');
    child = await started();
  }
  child.kill();
}

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, readCases));

const shown = ({ index }: { index: number }): string => {
  const { sample, damage } = caseOf(index);
  return `case ${index}, ${sample.name}, ${damage}`;
};

const kinds = ['dta', 'sav', 'zsav', 'csv', 'utf-16', 'xlsx', 'xlsx parts', 'parquet', 'arrow', 'zip', 'gz'];
const rows = kinds.flatMap((kind) =>
  damages.map((damage) => {
    const of = (said: string): number => counts.get(`${kind} ${damage} ${said}`) ?? 0;
    const readstat = of('ReadStat same') + of('ReadStat refused');
    const theirs = readstat > 0 ? `${of('ReadStat same')} | ${of('ReadStat refused')}` : ' | ';
    return `| ${kind} | ${damage} | ${of('table')} | ${of('refused')} | ${of('failed')} | ${theirs} |`;
  }),
);
const page = `# Damaged files

${count} damaged files, seed ${seed}, Node ${process.versions.node.split('.')[0]}: ${failures.length} failed. The slowest took ${(slowest.milliseconds / 1000).toFixed(1)} of the ${mostSeconds} seconds allowed
(${shown(slowest)}), the largest ${Math.round(largest.megabytes)} of the ${mostMegabytes} MB (${shown(largest)}). A file is refused with a \`DataError\`, or read as a table of the shape that its header says, in which only
cells whose bytes were changed differ. How far a change reaches, where the header says what it said:

- .dta: its cell; of long strings, all of the column. .sav: its cell; behind a command byte of a compressed file, all that follows.
- CSV and UTF-16: its cell; a separator, quote or line end, all that follows. A change that makes another encoding of the file is told as such.
- Arrow: its cell, eight cells where it is in their bits, the cells of a text. Parquet: its column, which is packed whole.
- A sheet of .xlsx, damaged inside and packed again: its row; a mark of XML, all that follows.
- .zsav blocks, .zip, .gz, .xlsx: nothing. They carry checksums, so that a table is the undamaged one.

Where bytes were cut out, put in or cut off, all that follows counts as changed. ReadStat (1.1.8) read the tables of Stata and SPSS files too: with the same
values, or not at all. \`npm run fuzz -- --readstat\` writes this page.

| format | damage | table | refused | failed | same in ReadStat | refused by it |
|---|---|--:|--:|--:|--:|--:|
${rows.join('\n')}
`;
for (const failure of failures.slice(0, 40)) console.error(failure);
if (count >= 20_000 && values.readstat) writeFileSync(join(import.meta.dirname, 'results.md'), page);
console.log(page);
process.exitCode = failures.length > 0 ? 1 : 0;
