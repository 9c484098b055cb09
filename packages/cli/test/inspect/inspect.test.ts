import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layoutSignature } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { writeStatFile } from '@wavebook/stat-files';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cut, displayWidth, padded } from '../../src/display-width.ts';
import { chosenColumns, inspect } from '../../src/inspect/inspect.ts';

let folder = '';
const said = async (file: string, options: Record<string, string> = {}): Promise<string> => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await inspect(join(folder, file), options);
  } finally {
    spy.mockRestore();
  }
  return written.join('');
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect 看 '));
  writeStatFile(join(folder, '卷.dta'), {
    rows: 4,
    variables: [
      {
        name: 'sex',
        label: '性别',
        valueLabels: new Map([
          [1, '男'],
          [2, '女'],
          [3, '其他'],
        ]),
      },
      { name: 'income', label: '收入（元）' },
      { name: 'name', label: '姓名' },
    ],
    columns: new Map([
      ['sex', { kind: 'number', values: Int8Array.of(1, 2, 2, 0), missing: Uint8Array.of(0, 0, 0, 2) }],
      ['income', { kind: 'number', values: Float64Array.of(10.5, 20, 30, 40), missing: new Uint8Array(4) }],
      [
        'name',
        {
          kind: 'text',
          codes: Int32Array.of(0, 1, 2, 3),
          levels: ['赵', '钱', '孙', '李'],
          missing: new Uint8Array(4),
        },
      ],
    ]),
  });
  const names = layoutSignature(codebooks['monitoring-2017'] as (typeof codebooks)[string]);
  const renamed = names.map((name) => (name === 'Q314' ? 'q_314' : name));
  writeFileSync(
    join(folder, '2017.csv'),
    `${[...renamed, 'more'].join(';')}\n${[...renamed, 'x'].map(() => '1').join(';')}\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('wavebook inspect', () => {
  it('shows variables with labels, answers, missing codes and ranges, aligned for Chinese', async () => {
    const text = await said('卷.dta');
    expect(text).toMatch(
      /^卷\.dta\ndta 118, utf-8 \(declared\), 4 rows, 3 variables\n\nlayout: none of the known ones; hardly a column has a name/,
    );
    const lines = text.split('\n');
    expect(lines.find((line) => line.includes('性别'))).toMatch(
      /1 男 1 \| 2 女 2 \| 3 其他 0 \| \.a 1 \(missing\)$/,
    );
    expect(lines.find((line) => line.includes('收入'))).toMatch(/10\.5 to 40, half below 20$/);
    const starts = lines
      .filter((line) => /^ *\d {2}/.test(line))
      .map((line) => displayWidth(line.slice(0, line.search(/ (byte|float|string) /))));
    expect(new Set(starts).size).toBe(1);
    expect(text).not.toContain('赵');
  });

  it('names the layout with what is missing, renamed and extra, and the next one', async () => {
    const text = await said('2017.csv');
    expect(text).toContain('separated by “;”');
    expect(text).toMatch(
      /layout: monitoring-2017\n {2}monitoring-2017: 94 % \(17 of the 18 columns that tell it\)\n {4}renamed: Q314 is q_314 here\n {4}extra: more\n {2}monitoring-20\d\d: \d+ %/,
    );
  });

  it('gives data alone as CSV and JSON', async () => {
    const csv = (await said('卷.dta', { format: 'csv', columns: 'sex' })).trimEnd().split('\n');
    expect(csv.length).toBe(5);
    expect(csv[1]).toMatch(/^1,sex,性别,number,\w+,[^,]*,3,1,2,,,1,男,1,false$/);
    expect(csv[4]).toMatch(/,\.a,,1,true$/);
    const json = JSON.parse(await said('卷.dta', { format: 'json' }));
    expect(json.file).toMatchObject({ format: 'dta', rows: 4, columns: 3 });
    expect(json.layouts.map((fit: { codebook: string }) => fit.codebook)).toContain('monitoring-2017');
    expect(json.variables[1]).toMatchObject({
      name: 'income',
      minimum: 10.5,
      median: 20,
      maximum: 40,
      answers: [],
    });
    expect(json.variables[2].answers).toEqual([]);
  });

  it('shows single columns in detail', async () => {
    const text = await said('卷.dta', { columns: 's*' });
    expect(text).toContain('sex  性别\n');
    expect(text).toContain(' 1  男    1   25.0 %\n');
    expect(text).not.toContain('income');
  });

  it('gives no range of numbers where a comma may be a decimal mark, but the cells as they are', async () => {
    writeFileSync(join(folder, 'commas.csv'), `weight;answers\n${'1,25;1,3\n2,5;2\n1,25;1,2\n'.repeat(9)}`);
    const text = await said('commas.csv');
    expect(text).toContain('column "answers": 18 cells not read as numbers, first "1,3" in data row 1;');
    expect(text).toMatch(/weight +text +100 % +1,25 18 \| 2,5 9/);
    const json = JSON.parse(await said('commas.csv', { format: 'json' }));
    expect(json.variables[0]).not.toHaveProperty('minimum');
  });

  it('refuses a column that is not there, a format it has not, a file that is none', async () => {
    await expect(said('卷.dta', { columns: 'sxe' })).rejects.toThrow(/no column "sxe"; did you mean "sex"\?/);
    await expect(said('卷.dta', { format: 'xml' })).rejects.toThrow(
      /expected one of table, csv, json; got "xml"/,
    );
    await expect(said('nowhere.dta')).rejects.toThrow(/no such file/);
  });
});

it('a pattern means its columns in the order of the file, and a name with signs itself', () => {
  const names = ['q1', 'a.b', 'q10', 'axb'];
  expect(chosenColumns('q1*', names)).toEqual(['q1', 'q10']);
  expect(chosenColumns('axb, a.b', names)).toEqual(['a.b', 'axb']);
  expect(chosenColumns('a.*', names)).toEqual(['a.b']);
});

it('cuts and fills by terminal columns', () => {
  expect(cut('性别与年龄', 5)).toBe('性别…');
  expect(cut('性别', 4)).toBe('性别');
  expect(padded('性别', 6)).toBe('性别  ');
  expect(displayWidth(padded('性a', 7, 'left'))).toBe(7);
});
