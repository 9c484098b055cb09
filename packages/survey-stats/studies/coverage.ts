/**
 * `npm run check:coverage` draws 2,000 samples and writes `coverage.md`; `-- --samples N` draws N and prints only.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { coverageStudy } from './coverage-study.ts';
import { coveragePage, isHeld, POPULATION_PSUS, SAMPLES } from './coverage-table.ts';

const { values } = parseArgs({ options: { samples: { type: 'string' } } });
const samples = Number(values.samples ?? SAMPLES);
const rows = coverageStudy(samples, POPULATION_PSUS);
const page = coveragePage(rows);
console.log(page);
if (values.samples === undefined) {
  writeFileSync(new URL('coverage.md', import.meta.url), page);
  for (const row of rows.filter((one) => !isHeld(one))) {
    console.error(`coverage: ${row.figure.name} with ${row.weights} weights lies outside 93-97 %`);
    process.exitCode = 1;
  }
}
