import { type ChildProcess, fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { damages } from './mutate.ts';
import { caseOf } from './read-damaged.ts';

/** Reads damaged files of every format in a process of their own and tells what came of them: `npm run fuzz -- --count 20000 --seed 1`. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const seed = Number(values.seed);
const mostSeconds = 10;
const mostMegabytes = 1024;

interface Answer {
  readonly outcome: string;
  readonly megabytes: number;
}

const started = (): Promise<ChildProcess> => {
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), {
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
    const timer = setTimeout(
      () => done({ outcome: `crash: no answer in ${mostSeconds} s`, megabytes: 0 }),
      mostSeconds * 1000,
    );
    child.once('message', (answer: Answer) => done(answer));
    child.once('exit', (code) =>
      done({ outcome: `crash: the process ended with code ${code}`, megabytes: 0 }),
    );
    child.send({ seed, index });
  });

const counts = new Map<string, number>();
const failures: string[] = [];
let slowest = 0;
let largest = 0;
let child = await started();
for (let index = 0; index < count; index++) {
  const { sample, damage } = caseOf(index);
  const start = performance.now();
  const { outcome, megabytes } = await ask(child, index);
  slowest = Math.max(slowest, performance.now() - start);
  largest = Math.max(largest, megabytes);
  const isCrash = outcome.startsWith('crash');
  const isLarge = megabytes > mostMegabytes;
  const key = `${sample.kind} ${damage} ${isCrash || isLarge ? 'failed' : outcome}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (!isCrash && !isLarge) continue;
  failures.push(`${index} ${sample.name} ${damage}: ${isLarge ? `${megabytes} MB` : outcome}`);
  child.kill('SIGKILL');
  child = await started();
}
child.kill();

const kinds = ['dta', 'sav', 'zsav', 'csv', 'xlsx', 'parquet', 'arrow', 'zip', 'gz'];
const rows = kinds.flatMap((kind) =>
  damages.map((damage) => {
    const of = (outcome: string): number => counts.get(`${kind} ${damage} ${outcome}`) ?? 0;
    return `| ${kind} | ${damage} | ${of('table')} | ${of('refused')} | ${of('failed')} |`;
  }),
);
const page = `# Damaged files

${count} damaged files, seed ${seed}, Node ${process.versions.node.split('.')[0]}: ${failures.length} failed. The slowest took ${slowest < 1000 ? 'less than a second' : `${Math.ceil(slowest / 1000)} seconds`} of the
${mostSeconds} allowed, the largest reader process ${Math.round(largest / 10) * 10} MB of the ${mostMegabytes}. A file is refused with a \`DataError\`, or read as a table of
the shape that its header says, in which cells whose bytes are untouched are as they were: in .zip, .gz and .xlsx all of them, by their checksums; in
CSV and .dta those of other rows, in .sav those before the damage, in Parquet those of other columns. \`npm run fuzz\` writes this page.

| format | damage | table | refused | failed |
|---|---|--:|--:|--:|
${rows.join('\n')}
`;
for (const failure of failures.slice(0, 20)) console.error(failure);
if (count >= 20_000) writeFileSync(new URL('results.md', import.meta.url), page);
console.log(page);
process.exitCode = failures.length > 0 ? 1 : 0;
