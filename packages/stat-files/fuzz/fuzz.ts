import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Damage, damages, mutate, seededRandom } from './mutate.ts';
import { type Outcome, readDamaged } from './read-damaged.ts';

/** Reads damaged copies of the fixtures and tells what came of them: `npm run fuzz -w @wavebook/stat-files -- --count 20000 --seed 1`. */
const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const folder = new URL('../test/fixtures/made/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => /\.(dta|z?sav)$/.test(name))
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
const random = seededRandom(Number(values.seed));

const outcomes: readonly Outcome[] = ['table', 'refused at opening', 'refused at reading'];
const counts = new Map<string, number>();
const crashes: string[] = [];
let slowest = 0;
for (let i = 0; i < count; i++) {
  const file = files[i % files.length] as (typeof files)[number];
  const damage = damages[Math.floor(i / files.length) % damages.length] as Damage;
  const bytes = mutate(file.bytes, damage, random);
  const format = file.name.endsWith('dta') ? 'dta' : 'sav';
  const start = performance.now();
  try {
    const key = `${format} ${damage} ${readDamaged(bytes, format)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  } catch (error) {
    crashes.push(`${i} ${file.name} ${damage}: ${(error as Error).stack}`);
  }
  slowest = Math.max(slowest, performance.now() - start);
}

const rows = ['dta', 'sav'].flatMap((format) =>
  damages.map((damage) => {
    const cells = outcomes.map((outcome) => counts.get(`${format} ${damage} ${outcome}`) ?? 0);
    return `| ${format} | ${damage} | ${cells.join(' | ')} |`;
  }),
);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
const page = `# Damaged files

${count} damaged copies of ${files.length} fixtures, seed ${values.seed}, Node ${process.versions.node.split('.')[0]}: ${crashes.length} crashes, none
that hung (the slowest took ${slowest < 1000 ? 'less than a second' : `${Math.ceil(slowest / 1000)} seconds`}), peak memory ${memory} MB. A file is
either refused with a \`StatFileError\` or read as a table of the shape that its header says.
\`npm run fuzz -w @wavebook/stat-files\` writes this page.

| format | damage | ${outcomes.join(' | ')} |
|---|---|--:|--:|--:|
${rows.join('\n')}
`;
for (const crash of crashes.slice(0, 10)) console.error(crash);
writeFileSync(new URL('results.md', import.meta.url), page);
console.log(page);
process.exitCode = crashes.length > 0 ? 1 : 0;
