import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFramework } from '../src/framework/read-framework.ts';
import { populationOf } from '../src/results/estimate-programme.ts';
import { judge } from '../src/results/judge.ts';
import { statusRows } from '../src/results/status-row.ts';
import { definitions } from '../src/survey/definition.ts';

const folder = mkdtempSync(join(tmpdir(), 'entered-'));
afterAll(() => rmSync(folder, { recursive: true }));
const known = await definitions();
const text = readFileSync(new URL('../framework/yem.yaml', import.meta.url), 'utf8');

/** The status of the institutions that benefit directly, 298 by the fact sheet, with a target or without. */
async function institutions(value?: number) {
  const target = `  targets:
    - indicator: "1.c"
      value: ${value}
      description: { zh: 测试, en: test }
      due: 2011-Q4
      source: test
`;
  const path = join(folder, 'yem.yaml');
  writeFileSync(path, value === undefined ? text : text.replace('  targets: []\n', target));
  const framework = await readFramework(path, 'yem.yaml', known);
  const judged = judge(framework, known, {
    estimates: new Map(),
    changes: new Map(),
    surveys: new Map(),
    populationOf,
  });
  const rows = statusRows(framework, judged);
  return { row: rows.find(({ indicator }) => indicator === '1.c'), rows };
}

test('a value entered by hand is exact: it has a status by the same rule, its date and its source', async () => {
  expect((await institutions()).row).toMatchObject({
    status: 'no_target',
    latest: 298,
    date: '2011-Q2',
    source: 'YEM fact sheet 2011',
    ci_low: null,
    line: text.slice(0, text.indexOf('- indicator: "1.c"')).split('\n').length,
  });
  expect((await institutions(298)).row?.status).toBe('met');
  expect((await institutions(299)).row?.status).toBe('behind');
});

test('what no survey measures and nobody entered is not measured', async () => {
  const { rows } = await institutions();
  expect(rows.find(({ indicator }) => indicator === '1.a')?.status).toBe('not_measured');
  expect(
    rows.every(
      ({ measured_by, latest, status }) => measured_by === '' || latest !== null || status === 'not_measured',
    ),
  ).toBe(true);
});
