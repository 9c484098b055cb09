import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableCsv } from '@wavebook/report';
import { afterAll, expect, test } from 'vitest';
import { readFramework } from '../src/framework/read-framework.ts';
import { changesTable, resultsTable, wordsTable } from '../src/pages/results-table.ts';
import { statusTrace } from '../src/pages/traces.ts';
import { estimateProgramme, populationOf } from '../src/results/estimate-programme.ts';
import { judge } from '../src/results/judge.ts';
import { statusRows } from '../src/results/status-row.ts';
import { definitions } from '../src/survey/definition.ts';
import { community, smallRound } from './small-survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'target-'));
afterAll(() => rmSync(folder, { recursive: true }));
const known = await definitions();
const text = readFileSync(new URL('../framework/illustrative.yaml', import.meta.url), 'utf8');

/** Eight pilot communities of ten, of which `trained` say yes at the second round. */
const round = (name: string, yes: readonly number[]) =>
  smallRound(
    name,
    yes.flatMap((count, i) => [
      ...community(`p${i}`, 'pilot', `${'y'.repeat(count)}${'n'.repeat(10 - count)}`),
      ...community(`c${i}`, 'comparison', 'yyynnnnnnn'),
    ]),
  );
const surveys = new Map([
  [
    'baseline-worker',
    {
      before: round('2009-baseline', [3, 2, 3, 4, 3, 2, 3, 4, 3, 3, 2, 4]),
      after: round('2011-endline', [6, 5, 6, 7, 6, 6, 5, 7, 6, 6, 5, 7]),
      between: [],
    },
  ],
]);

async function made(content: string) {
  const path = join(folder, 'illustrative.yaml');
  writeFileSync(path, content);
  const framework = await readFramework(path, 'illustrative.yaml', known);
  const { estimates, changes } = estimateProgramme([framework], known, surveys);
  const judged = judge(framework, known, {
    estimates,
    changes,
    surveys,
    populationOf,
  });
  const place = { id: 'x', number: '1.1' };
  const pages = [resultsTable, changesTable, wordsTable].map((table) =>
    tableCsv(table(framework, judged, place), 'en').split('\n'),
  );
  const rows = statusRows(framework, judged);
  return {
    estimates: [...estimates.values()],
    changes: [...changes.values()],
    statuses: new Map(rows.map((row) => [row.indicator, row.status])),
    page: pages.flat(),
    traces: rows.map((row) => statusTrace(row, 'en').text),
  };
}

const different = (one: readonly string[], two: readonly string[]): string[] => {
  expect(two).toHaveLength(one.length);
  return two.filter((line, i) => line !== one[i]);
};

test('an edited target changes its status, its line of the page and its trace, and nothing else', async () => {
  const at = '- indicator: "2.c"\n      value: 0.35';
  expect(text).toContain(at);
  const before = await made(text);
  const after = await made(text.replace(at, '- indicator: "2.c"\n      value: 0.9'));
  expect(before.statuses.get('2.c')).toBe('met');
  expect(after.statuses.get('2.c')).toBe('behind');
  expect([...after.statuses].filter(([id, status]) => before.statuses.get(id) !== status)).toEqual([
    ['2.c', 'behind'],
  ]);
  expect(after.estimates).toEqual(before.estimates);
  expect(after.changes).toEqual(before.changes);
  const lines = different(before.page, after.page);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('2.c');
  expect(lines[0]).toContain('behind');
  const traces = different(before.traces, after.traces);
  expect(traces).toHaveLength(1);
  expect(traces[0]).toContain('target 90.0%');
  expect(traces[0]).toMatch(/illustrative\.yaml line \d+$/);
});

test('a target in between cannot be told', async () => {
  const { statuses } = await made(
    text.replace('- indicator: "2.c"\n      value: 0.35', '- indicator: "2.c"\n      value: 0.6'),
  );
  expect(statuses.get('2.c')).toBe('cannot_tell');
});
