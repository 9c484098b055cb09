import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codesOf, labelsOf, numbersOf, readTable, type Table, type TextColumn } from '@wavebook/tables';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { exportRecords } from '../../src/export/export-records.ts';
import { exportRequest } from '../../src/export/request.ts';
import { writeTwoWaves } from './two-waves.ts';

let root: string;
let folder: string;
let said: string[];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'export-'));
  folder = mkdtempSync(join(tmpdir(), 'out 目录 '));
  writeTwoWaves(root);
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    said.push(line);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const request = (more: Record<string, string>) =>
  exportRequest({
    instrument: 'monitoring',
    wave: '2014,2017',
    stage: 'weighted',
    records: 'respondents',
    lang: 'zh',
    format: 'dta',
    out: join(folder, '合并 记录'),
    ...more,
  });

const written = async (more: Record<string, string>): Promise<Table> => {
  const made = request(more);
  await exportRecords(made, root);
  return (await readTable(made.out)).table;
};

const cells = ({ codes, levels }: TextColumn): (string | null)[] =>
  Array.from(codes, (code) => levels[code] ?? null);

describe('wavebook export', () => {
  test.each([
    ['dta', ['.b', '.c', '.d', '.a']],
    ['sav', ['-1002', '-1003', '-1004', '-1']],
  ])(
    'pools waves as labelled numbers, with reasons, in %s',
    async (format, [routed, refused, unknown, unasked]) => {
      const table = await written({ format });
      expect([...numbersOf(table, 'wave')]).toEqual([2014, 2014, 2014, 2014, 2017, 2017, 2017]);
      expect(cells(labelsOf(table, 'province'))).toEqual([
        '北京',
        '上海',
        '新疆兵团',
        null,
        '北京',
        '广东',
        '广东',
      ]);
      expect(cells(labelsOf(table, 'sex'))).toEqual(['女', '男', null, '女', '男', '男', '女']);
      expect(cells(codesOf(table, 'sex'))[2]).toBeNull();
      expect(cells(codesOf(table, 'monthly_income'))).toEqual([
        '3000.5',
        routed,
        refused,
        '-20',
        unknown,
        '5000',
        '6000',
      ]);
      expect(cells(codesOf(table, 'pension_insured')).slice(0, 4)).toEqual(Array(4).fill(unasked));
      expect(cells(labelsOf(table, 'pension_insured')).slice(4)).toEqual(['是', null, '否']);
      expect([...numbersOf(table, 'final_weight')]).toEqual([1.5, 2.25, 3, 4, 1, 2, 3]);
      expect([...numbersOf(table, 'synthetic')]).toEqual(Array(7).fill(1));
      expect(table.variables?.get('sex')?.label).toBe('性别');
    },
  );

  test.each(['csv', 'parquet'])('keeps codes and reasons as text in %s', async (format) => {
    const table = await written({ format });
    expect(cells(codesOf(table, 'sex'))).toEqual([
      'female',
      'male',
      null,
      'female',
      'male',
      'male',
      'female',
    ]);
    expect(cells(codesOf(table, 'sex_missing'))[2]).toBe('missing');
    expect(cells(codesOf(table, 'monthly_income_missing')).slice(1, 3)).toEqual([
      'not_applicable',
      'refused',
    ]);
  });

  test('a question that cannot be compared is named and left out of pooled waves, not of a single one', async () => {
    const pooled = await written({});
    expect(pooled.columns.has('employment_status')).toBe(false);
    expect(said.join('\n')).toMatch(/left out, because wording or answers differ .*: employment_status/);
    expect((await written({ wave: '2014' })).columns.has('employment_status')).toBe(true);
  });

  test('the codebook tells every column and value in both languages', async () => {
    await written({ format: 'sav' });
    const lines = readFileSync(join(folder, '合并 记录.codebook.csv'), 'utf8').split('\n');
    expect(lines).toContain('sex,sex,性别,Sex,category,,2014 2017,,,,,,');
    expect(lines.some((line) => /^sex,sex,,,,,,\d,female,女,Women,,$/.test(line))).toBe(true);
    expect(
      lines.some((line) => line.startsWith('monthly_income,monthly_income,,,,,,-1003,refused,拒答,')),
    ).toBe(true);
    expect(
      lines.some((line) => /^,employment_status,.*left out: its wording or answers differ/.test(line)),
    ).toBe(true);
  });

  test.each([
    [{ wave: '2013' }, /--wave: data\/weighted has 2014, 2017 of monitoring; got "2013"/],
    [{ instrument: 'monitring' }, /got "monitring"; did you mean "monitoring"/],
    [{ records: 'members' }, /monitoring 2014 has no members/],
    [{ stage: 'clean' }, /data\/clean: no records there yet/],
  ])('refuses what is not there: %j', async (more, message) => {
    await expect(exportRecords(request(more as Record<string, string>), root)).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('two waves of one name, and none, are no request', () => {
    for (const wave of ['2014,2014', '', '2014,']) expect(() => request({ wave })).toThrow(/each once/);
  });

  test('records that are not those of their manifest are refused, and old files stay', async () => {
    writeFileSync(join(folder, '合并 记录'), 'old');
    appendFileSync(join(root, 'data/weighted/monitoring/2017/respondents.arrow'), 'x');
    await expect(exportRecords(request({}), root)).rejects.toThrow(/differs from its manifest/);
    expect(readdirSync(folder)).toEqual(['合并 记录']);
    expect(readFileSync(join(folder, '合并 记录'), 'utf8')).toBe('old');
  });
});
