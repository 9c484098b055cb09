import type { Codebook, Mapping } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { table, textColumn, type VariableInfo } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { type Cells, harmonise, reasonCodes, textAt } from '../src/index.ts';

const codebook = codebooks['monitoring-2014'] as Codebook;
const raw = (columns: Record<string, (string | null)[]>) => {
  const all: Record<string, (string | null)[]> = { pro_name: [], w_l: [], ...columns };
  const rows = Math.max(...Object.values(all).map((c) => c.length));
  const fill = (name: string, cells: (string | null)[]) =>
    cells.length > 0 ? cells : Array(rows).fill(name === 'w_l' ? '1' : '贵州省');
  return table(
    rows,
    Object.entries(all).map(([name, cells]) => [name, textColumn(fill(name, cells))]),
  );
};
const read = (columns: Record<string, (string | null)[]>, synthetic = true) =>
  harmonise(raw(columns), codebook, { synthetic });
const texts = (cells: Cells | undefined, rows: number) =>
  Array.from({ length: rows }, (_, row) => (cells ? textAt(cells, row) : undefined));
const reasons = (cells: Cells | undefined) => Array.from(cells?.reasons ?? [], (r) => reasonCodes[r]);

describe('harmonise', () => {
  test('takes a code, its number form, or its Chinese label with padding', () => {
    const wave = read({ edu_stat_1: ['3', '3.0', '初中   ', '高中/中专', '9', ' '] });
    expect(texts(wave.respondents.get('education'), 6)).toEqual([
      'lower_secondary',
      'lower_secondary',
      'lower_secondary',
      'upper_secondary',
      null,
      null,
    ]);
    expect(reasons(wave.respondents.get('education')).slice(3)).toEqual([null, 'invalid', 'missing']);
    expect(wave.issues).toEqual([
      { row: 4, code: 'unknown_code', value: '9', variable: 'education', rawColumn: 'edu_stat_1' },
    ]);
  });

  test('a code that the file declares missing is no number; the codebook may know the reason, or an answer', () => {
    const { columns, rows } = raw({ edu_stat_1: ['3', null, null, null] });
    const missing = { codes: Int32Array.from([-1, 0, 1, 2]), levels: ['99999', '4', '-9'] };
    const declared = (first: number) => ({
      kind: 'number' as const,
      values: Float64Array.from([first, Number.NaN, Number.NaN, Number.NaN]),
      missing,
    });
    const income = codebook.respondent.find(({ variable }) => variable === 'household_income');
    const all = table(rows, [
      ...columns,
      ['famincom_m', declared(5000)],
      ['edu_stat_1', { ...textColumn(['3', null, null, null]), missing }],
    ]);
    const wave = harmonise(
      all,
      {
        ...codebook,
        respondent: codebook.respondent.map((m) =>
          m === income ? { ...m, missing: { '-9': 'refused' } } : m,
        ),
      },
      { synthetic: true },
    );
    expect(texts(wave.respondents.get('household_income'), 4)).toEqual(['5000', null, null, null]);
    expect(reasons(wave.respondents.get('household_income'))).toEqual([
      null,
      'missing',
      'missing',
      'refused',
    ]);
    expect(texts(wave.respondents.get('education'), 4)).toEqual([
      'lower_secondary',
      null,
      'upper_secondary',
      null,
    ]);
    expect(wave.issues).toEqual([]);
  });

  test('the label that a file gives a code it declares missing tells the reason', () => {
    const { columns } = raw({ edu_stat_1: ['3', '3', '3'] });
    const missing = { codes: Int32Array.from([0, 1, 2]), levels: ['99998', '99999', '.b'] };
    const values = Float64Array.from([Number.NaN, Number.NaN, Number.NaN]);
    const info: VariableInfo = {
      ...{ name: 'famincom_m', label: '', type: 'number', storage: '', format: '', measure: 'unknown' },
      valueLabels: new Map(Object.entries({ 99998: '拒答', '.b': '不知道' })),
      userMissing: { values: [] },
    };
    const all = table(3, [...columns, ['famincom_m', { kind: 'number', values, missing }]]);
    const wave = harmonise({ ...all, variables: new Map([['famincom_m', info]]) }, codebook, {
      synthetic: true,
    });
    expect(reasons(wave.respondents.get('household_income'))).toEqual(['refused', 'missing', 'dont_know']);
  });

  test('a missing code is one however a spreadsheet wrote it', () => {
    const income = codebook.respondent.find(({ variable }) => variable === 'household_income');
    const wave = harmonise(
      raw({ famincom_m: ['5000.0', '-9.0', '-9'] }),
      {
        ...codebook,
        respondent: [
          ...codebook.respondent.filter((m) => m !== income),
          { ...(income as Mapping), missing: { '-9': 'refused' } },
        ],
      },
      { synthetic: true },
    );
    expect(reasons(wave.respondents.get('household_income'))).toEqual([null, 'refused', 'refused']);
  });

  test('an agricultural label is not taken for a non-agricultural one, nor the other way round', () => {
    const wave = read({ acc_nat_1: ['农业', '非农业', '1', '2'] });
    expect(texts(wave.respondents.get('hukou_type'), 4)).toEqual([
      'agricultural',
      'non_agricultural',
      'agricultural',
      'non_agricultural',
    ]);
  });

  test('place names: full, short, cut at 20 bytes, garbled, unknown', () => {
    const wave = read({
      pro_name: ['贵州省', '贵州', '新疆维吾尔自治区', '52', '贵州省'],
      city_name: ['黔西南布依族苗族自治', '贵阳', '克孜勒苏柯尔克孜自治', '不存在市', 'ũҵ'],
    });
    expect(texts(wave.respondents.get('province'), 5)).toEqual(['52', '52', '65', '52', '52']);
    expect(texts(wave.respondents.get('prefecture'), 5)).toEqual(['5223', '5201', '6530', null, null]);
    expect(wave.issues.map((i) => i.code).sort()).toEqual(['garbled_text', 'unknown_place']);
  });

  test('the respondent is person 1, never the spouse in slot 2', () => {
    const wave = read({ gender_1: ['1'], gender_2: ['2'], mar_status_1: ['2'], mar_status_2: ['1'] });
    expect(texts(wave.respondents.get('sex'), 1)).toEqual(['male']);
    expect(texts(wave.respondents.get('marital_status'), 1)).toEqual(['first_marriage']);
    expect(texts(wave.roster.slots[1]?.get('sex'), 1)).toEqual(['female']);
  });

  test('on a real file a placeholder name or placeholder codes leave the variable unmapped', () => {
    const columns = { x_contract: ['1'], emly_iden: ['1'], gender_1: ['1'] };
    expect(read(columns).respondents.has('contract')).toBe(true);
    const real = read(columns, false);
    expect(real.respondents.has('contract')).toBe(false);
    expect(real.unmapped).toEqual(expect.arrayContaining(['contract', 'employment_status']));
    expect(texts(real.respondents.get('sex'), 1)).toEqual(['male']);
  });

  test('a question that the wave did not ask is not_asked, never a number', () => {
    const wave = read({ gender_1: ['1', '2'] });
    expect(reasons(wave.respondents.get('public_health_services_heard'))).toEqual(['not_asked', 'not_asked']);
    expect(texts(wave.respondents.get('public_health_services_heard'), 2)).toEqual([null, null]);
  });
});

test('two variables told by the codes of one column: each its own codes, and a bad code is one issue', () => {
  const wave = harmonise(
    table(4, [
      ['C1', textColumn(Array(4).fill('贵州省'))],
      ['w_l', textColumn(Array(4).fill('1'))],
      ['x_employment_status', textColumn(['1', '2', '4', '8'])],
    ]),
    codebooks['monitoring-2017'] as Codebook,
    { synthetic: true },
  );
  expect(texts(wave.respondents.get('employment_status'), 4)).toEqual([
    'employee',
    'employee',
    'own_account',
    null,
  ]);
  expect(texts(wave.respondents.get('fixed_employer'), 4)).toEqual(['yes', 'no', null, null]);
  expect(reasons(wave.respondents.get('fixed_employer'))).toEqual([null, null, 'not_applicable', 'invalid']);
  expect(wave.issues.map(({ row, variable }) => `${row} ${variable}`)).toEqual(['3 employment_status']);
});
