/**
 * The columnar validator against zod, row by row, on the same records in the same run: `npm run bench:validator -w @wavebook/schema`.
 * `--quick` takes 10,000 rows and writes nothing; the full run takes 170,000 and writes `results.md`.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { codeLists } from '../src/code-lists/index.ts';
import { recordSchema } from '../src/exports/record-schema.ts';
import { inUniverse } from '../src/in-universe.ts';
import type { RecordDefinition } from '../src/instrument-definition.ts';
import { instruments } from '../src/instruments/index.ts';
import type { InputColumn } from '../src/validator/index.ts';
import { validateColumns } from '../src/validator/index.ts';
import type { Variable } from '../src/variable.ts';

const quick = process.argv.includes('--quick');
const rows = quick ? 10_000 : 170_000;
const columns = 200;
const repetitions = 5;

/** Mulberry32: the same numbers on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The variables of the monitoring respondent, repeated under other names up to the wanted number. */
function wideRecord(): RecordDefinition {
  const respondent = instruments.monitoring.records[0] as RecordDefinition;
  const variables = Array.from({ length: columns }, (_, i): Variable => {
    const variable = respondent.variables[i % respondent.variables.length] as Variable;
    return i < respondent.variables.length ? variable : { ...variable, name: `${variable.name}_${i}` };
  });
  return { ...respondent, variables };
}

interface Data {
  readonly typed: Record<string, InputColumn>;
  readonly plain: Record<string, (string | number | null)[]>;
}

/** Every tenth cell is empty, and every cell of a question that was routed past; a few codes are wrong. */
function dataOf(record: RecordDefinition): Data {
  const random = randomFrom(20_170_501);
  const typed: Data['typed'] = {};
  const plain: Data['plain'] = {};
  for (const { name, kind, codes, range, missing } of record.variables) {
    const empty = missing?.length === 0 ? 0 : 0.1;
    if (kind === 'number') {
      const [low, high] = range ?? [0, 1000];
      const values = Float64Array.from({ length: rows }, () =>
        random() < empty ? Number.NaN : low + Math.floor(random() * (high - low)),
      );
      typed[name] = values;
      plain[name] = Array.from(values, (v) => (Number.isNaN(v) ? null : v));
    } else {
      const levels = [
        ...(kind === 'text'
          ? ['a', 'b', 'c']
          : (codeLists[codes ?? '']?.codes.map(({ code }) => code) ?? [])),
        ...(kind === 'text' ? [] : ['no such code']),
      ];
      const right = kind === 'text' ? levels.length : levels.length - 1;
      const picks = Int32Array.from({ length: rows }, () => {
        const draw = random();
        if (draw < empty) return -1;
        return draw > 1 - 1e-5 ? levels.length - 1 : Math.floor(random() * right);
      });
      typed[name] = { codes: picks, levels };
      plain[name] = Array.from(picks, (code) => levels[code] ?? null);
    }
  }
  for (let pass = 0; pass < 3; pass++) emptyOutsideUniverse(record, { typed, plain });
  return { typed, plain };
}

function emptyOutsideUniverse(record: RecordDefinition, { typed, plain }: Data): void {
  for (const variable of record.variables.filter(({ universe }) => universe !== undefined)) {
    const values = plain[variable.name] ?? [];
    const column = typed[variable.name];
    for (let row = 0; row < rows; row++) {
      const seen = variable.universe?.map((c) => [c.variable, plain[c.variable]?.[row]] as const) ?? [];
      if (inUniverse(variable, Object.fromEntries(seen)) !== false) continue;
      values[row] = null;
      if (column instanceof Float64Array) column[row] = Number.NaN;
      else if (column && 'codes' in column) column.codes[row] = -1;
    }
  }
}

function medianSeconds(work: () => unknown): number {
  const times = Array.from({ length: repetitions }, () => {
    const start = performance.now();
    work();
    return (performance.now() - start) / 1000;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] as number;
}

const record = wideRecord();
const { typed, plain } = dataOf(record);
const schema = recordSchema(record, codeLists);
const cells = Object.entries(plain);

/** zod on one block of rows after the other, so that the row objects need not all be held; building them is not counted. */
function zodRun(): { seconds: number; rejected: number } {
  let seconds = 0;
  let rejected = 0;
  const block = 5_000;
  for (let from = 0; from < rows; from += block) {
    const objects = Array.from({ length: Math.min(block, rows - from) }, (_, i) =>
      Object.fromEntries(cells.map(([name, values]) => [name, values[from + i]])),
    );
    const start = performance.now();
    for (const object of objects) if (!schema.safeParse(object).success) rejected += 1;
    seconds += (performance.now() - start) / 1000;
  }
  return { seconds, rejected };
}

const zodRuns = Array.from({ length: 3 }, zodRun).sort((a, b) => a.seconds - b.seconds);
const zod = zodRuns[Math.floor(zodRuns.length / 2)] as { seconds: number; rejected: number };
const columnar = medianSeconds(() => validateColumns(record, typed));
const arrays = medianSeconds(() => validateColumns(record, plain));
const rejected = validateColumns(record, typed).invalid.reduce((sum, bad) => sum + bad, 0);
if (rejected !== zod.rejected)
  throw new Error(
    `validator bench: zod rejects ${zod.rejected} rows, validateColumns ${rejected}; they must agree`,
  );

const line = (name: string, seconds: number) =>
  `| ${name} | ${seconds.toFixed(2)} | ${(zod.seconds / seconds).toFixed(0)} |`;
const report = `# The columnar validator against zod

${rows.toLocaleString('en')} rows × ${columns} columns, a tenth of the cells empty, ${rejected.toLocaleString('en')} rows with a wrong code, which both reject; routing is checked by the
validator only. Same data, same run, medians; Node ${process.versions.node.split('.')[0]}, ${process.arch}. Building the row objects for zod is not counted.
Load average ${loadavg()[1]?.toFixed(0)} on ${availableParallelism()} cores: on a busy machine only the ratios count.
\`npm run bench:validator -w @wavebook/schema\` writes this page.

| | seconds | times as fast as zod |
|---|--:|--:|
${line('zod, `safeParse` of every row', zod.seconds)}
${line('`validateColumns`, typed arrays and dictionaries', columnar)}
${line('`validateColumns`, plain arrays', arrays)}
`;
console.log(report);
if (!quick) writeFileSync(join(import.meta.dirname, 'results.md'), report);
