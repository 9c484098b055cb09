import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Codebook, DataQuality } from '@wavebook/schema';
import { designedCodebooks } from '@wavebook/schema/codebooks';
import { readArrow, readCsv, type Table, table, textColumn, textOf } from '@wavebook/tables';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../src/clean-folder.ts';
import { cleanSideRecords } from '../src/side-records.ts';
import { textsOf } from './made-wave.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const surveys = [
  ['baseline-worker/2009-baseline', 'children.csv', 'child_number'],
  ['baseline-worker/2011-endline', 'children.csv', 'child_number'],
  ['baseline-enterprise/2009-baseline', 'vacancies.csv', 'vacancy_number'],
  ['baseline-enterprise/2011-endline', 'vacancies.csv', 'vacancy_number'],
  ['monitoring-residents/2017', undefined, undefined],
] as const;

const readTexts = async (path: string) => {
  const { table: read } = await readCsv(path, { encoding: 'utf-8' });
  return [...read.columns.keys()].reduce(
    (rows, name) => {
      const { codes, levels } = textOf(read, name);
      rows.forEach((row, i) => {
        row[name] = levels[codes[i] as number] ?? '';
      });
      return rows;
    },
    Array.from({ length: read.rows }, (): Record<string, string> => ({})),
  );
};

let output: string;
beforeAll(() => {
  output = mkdtempSync(join(tmpdir(), 'designed-'));
});
afterAll(() => rmSync(output, { recursive: true }));

describe.each(surveys)('the synthetic survey %s', (survey, second, numberName) => {
  const folder = join(root, 'data/synthetic', survey);
  let quality: DataQuality;
  let issues: Record<string, string>[];
  let expected: string[];

  beforeAll(async () => {
    const summary = await run({ root, folder, output, failed: join(output, 'failed') });
    quality = summary.quality;
    issues = await readTexts(join(output, survey, 'issues.csv'));
    const listed = await readTexts(join(folder, 'injected.csv'));
    const lines = second === undefined ? [] : await readTexts(join(folder, second));
    const side = second === undefined ? [] : await readTexts(join(folder, `injected-${second}`));
    const named = side.map(({ row = '', code = '', variable = '' }) => {
      const number = lines[Number(row) - 1]?.[numberName ?? ''];
      return `${row} ${code} ${code === 'unknown_unit' ? variable : `member_${number}_${variable}`}`;
    });
    expected = [...listed.map(({ row, code, variable }) => `${row} ${code} ${variable}`), ...named].filter(
      (line) => !line.includes('  '),
    );
  });

  test('issues.csv is the injector’s list, no more and no less', () => {
    expect(expected.length).toBeGreaterThan(15);
    expect(issues.map(({ row, code, variable }) => `${row} ${code} ${variable}`).sort()).toEqual(
      expected.sort(),
    );
  });

  test('quality.json counts the issues of both files by rule, and the rows of the second', async () => {
    DataQuality.parse(quality);
    expect(quality.rules.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    const members = await readArrow(join(output, survey, 'members.arrow'));
    if (second === undefined) {
      expect(quality.members).toBeNull();
      return;
    }
    const lost = expected.filter((line) => line.includes('unknown_unit')).length;
    expect(lost).toBeGreaterThan(0);
    expect(quality.members).toMatchObject({ rows_in: members.rows + lost, rows_out: members.rows });
    for (const { variable, n } of quality.members?.categories ?? []) {
      const empty = quality.members?.missing.filter((m) => m.variable === variable) ?? [];
      expect(
        empty.reduce((sum, { count }) => sum + count, n),
        variable,
      ).toBe(members.rows);
    }
    expect(JSON.stringify(quality.members)).not.toMatch(/respondent_id|enterprise_id|\d{10}-/);
  });

  test('every emptied cell is in the audit with its value', async () => {
    const audit = await readTexts(join(output, survey, 'audit.csv'));
    const audited = new Set(audit.map(({ row, variable, code }) => `${row} ${code} ${variable}`));
    const emptied = issues.filter(({ action }) => action === 'set_invalid');
    expect(emptied.filter(({ row, code, variable }) => !audited.has(`${row} ${code} ${variable}`))).toEqual(
      [],
    );
    expect(audit.filter(({ old_value }) => old_value === '')).toEqual([]);
  });
});

test('a child goes with the worker who left; one of a worker who never was is rejected', () => {
  const children = (rows: Record<string, string>[]): Table =>
    table(
      rows.length,
      ['respondent_id', 'child_number', 'sex', 'age'].map((name) => [
        name,
        textColumn(rows.map((row) => row[name] ?? null)),
      ]),
    );
  const codebook = designedCodebooks['baseline-worker-2009-baseline'];
  if (!codebook) throw new Error('no codebook of the baseline');
  const { members, rowsIn, log } = cleanSideRecords(
    children([
      { respondent_id: 'a', child_number: '1', sex: '1', age: '7' },
      { respondent_id: 'b', child_number: '1', sex: '2', age: '3' },
      { respondent_id: 'c', child_number: '2', sex: '9', age: '4' },
      { respondent_id: '', child_number: '1', sex: '1', age: '4' },
    ]),
    codebook,
    {
      ...{ file: 'children.csv', instrument: 'baseline-worker', wave: '2009-baseline' },
      units: table(1, [['respondent_id', textColumn(['a'])]]),
      known: new Set(['a', 'b']),
    },
  );
  expect([rowsIn, members.rows]).toEqual([4, 1]);
  expect(log.issues.map(({ row, code, variable, action }) => [row, code, variable, action])).toEqual([
    [3, 'unknown_code', 'member_2_sex', 'set_invalid'],
    [2, 'unit_not_kept', 'respondent_id', 'out_of_scope'],
    [3, 'unknown_unit', 'respondent_id', 'reject'],
    [4, 'unknown_unit', 'respondent_id', 'reject'],
  ]);
  expect(log.issues[0]?.message).toBe('code not in the codebook (children.csv)');
});

test('a code that an SPSS file of children declares missing keeps its reason', () => {
  const codebook = designedCodebooks['baseline-worker-2009-baseline'] as Codebook;
  const sex = {
    ...textColumn(['1', null, null]),
    missing: { codes: Int32Array.from([-1, 0, 1]), levels: ['-8', '-9'] },
  };
  const { members } = cleanSideRecords(
    table(3, [
      ['respondent_id', textColumn(['a', 'a', 'a'])],
      ['child_number', textColumn(['1', '2', '3'])],
      ['sex', sex],
    ]),
    codebook,
    {
      ...{ file: 'children.sav', instrument: 'baseline-worker', wave: '2009-baseline' },
      units: table(1, [['respondent_id', textColumn(['a'])]]),
      known: new Set(['a']),
    },
  );
  expect(textsOf(members, 'sex_missing')).toEqual([null, 'refused', 'dont_know']);
});

test('the snapshots name no list of defects as a file of the survey', () => {
  for (const [survey] of surveys) {
    const snapshot = readFileSync(join(root, 'data/synthetic', survey, 'snapshot.json'), 'utf8');
    expect(snapshot).not.toContain('injected');
  }
});
