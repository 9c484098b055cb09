import { respondentVariables, type Variable } from '@wavebook/schema';
import { codebooks, designedCodebooks } from '@wavebook/schema/codebooks';
import { type MissingCodes, table, textColumn, type VariableInfo } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { profileColumn } from '../../src/draft/column-profile.ts';
import { draftEntries, formatDraft, proposeCodebook } from '../../src/draft/index.ts';
import { missingCodesOf } from '../../src/draft/missing-codes.ts';
import { mappableVariables } from '../../src/own-codebook/check-meaning.ts';
import { parseOwnCodebook } from '../../src/own-codebook/parse-own-codebook.ts';

const variableOf = (name: string): Variable => respondentVariables.find((v) => v.name === name) as Variable;
const times = (count: number, value: number): string[] => Array(count).fill(String(value));
const spread = (count: number, of: (i: number) => number): string[] =>
  Array.from({ length: count }, (_, i) => String(of(i)));

const codesOf = (
  name: string,
  cells: readonly (string | null)[],
  labels: Record<string, string> = {},
  missing?: MissingCodes,
) => {
  const info: VariableInfo = {
    ...{ name: 'x', label: '', type: 'number', storage: '', format: '', measure: 'unknown' },
    ...{ valueLabels: new Map(Object.entries(labels)), userMissing: { values: [] } },
  };
  const column = { ...textColumn(cells), ...(missing ? { missing } : {}) };
  const raw = { ...table(cells.length, [['x', column]]), variables: new Map([['x', info]]) };
  return missingCodesOf(profileColumn(raw, 'x'), variableOf(name)).map(
    ({ raw: code, reason, certainty, why, told }) => [code, reason, certainty, why, told],
  );
};

const incomes = spread(400, (i) => 1500 + 100 * (i % 60));

describe('missingCodesOf', () => {
  test('repeated codes below 0, and beyond what can be', () => {
    expect(codesOf('monthly_income', [...incomes, ...times(5, -8), ...times(12, -9), '-1'])).toEqual([
      ['-9', 'missing', 'high', '12 rows, below 0, where no answer can be', false],
      ['-8', 'missing', 'high', '5 rows, below 0, where no answer can be', false],
    ]);
    expect(codesOf('birth_month', [...spread(120, (i) => 1 + (i % 12)), '99', '99', '13', '13'])).toEqual([
      ['99', 'missing', 'medium', '2 rows, above 12, the highest that can be', false],
    ]);
  });

  test('a code far above the others is a guess; 98 hours among 84 and 91 are hours', () => {
    expect(codesOf('monthly_income', [...incomes, ...times(4, 99999)])).toEqual([
      ['99999', 'missing', 'low', '4 rows, far above all others', false],
    ]);
    expect(codesOf('weekly_hours', [...spread(200, (i) => 40 + 7 * (i % 9)), ...times(9, 98)])).toEqual([]);
    expect(codesOf('monthly_income', [...incomes, '99999'])).toEqual([]);
  });

  test('a long nine among the amounts is asked about where it stands often', () => {
    const wide = [...incomes, ...spread(40, (i) => 9000 + 500 * i)];
    expect(codesOf('monthly_income', [...wide, ...times(6, 9999)])).toEqual([
      ['9999', 'missing', 'low', '6 rows, an amount that people seldom name so often', false],
    ]);
    expect(codesOf('monthly_income', [...wide, ...times(6, 8888)])).toEqual([]);
    expect(codesOf('monthly_income', [...wide, '9999'])).toEqual([]);
  });

  test('what the file tells by a word, a label or a declaration needs no guess', () => {
    expect(
      codesOf('monthly_income', [...incomes, ...times(9, 99998), '拒答', '不知道'], { 99998: '拒绝回答' }),
    ).toEqual([
      ['99998', 'refused', 'high', '拒绝回答, 9 rows', true],
      ['不知道', 'dont_know', 'high', '1 row', true],
      ['拒答', 'refused', 'high', '1 row', true],
    ]);
    const declared = { codes: Int32Array.from([...incomes.map(() => -1), 0, 1]), levels: ['-9', '.b'] };
    expect(codesOf('monthly_income', [...incomes, null, null], {}, declared)).toEqual([
      ['-9', 'missing', 'high', '1 row, declared missing in the file', true],
    ]);
  });

  test('one code and nothing else proposes nothing', () => {
    expect(codesOf('monthly_income', times(50, 9999))).toEqual([]);
  });
});

describe('the draft', () => {
  const rows = 300;
  const income = mappableVariables('baseline-worker', 'respondent').find(
    ({ name }) => name === 'monthly_income',
  );
  const raw = table(rows, [
    ['编号', textColumn(spread(rows, (i) => i + 1))],
    ['性别', textColumn(spread(rows, (i) => 1 + (i % 2)).map((code) => (code === '1' ? '男' : '女')))],
    [income?.label.zh ?? '', textColumn(spread(rows, (i) => (i % 20 === 0 ? -9 : 1500 + 100 * (i % 60))))],
  ]);
  const proposal = proposeCodebook(raw, {
    instrument: 'baseline-worker',
    wave: '2013-midline',
    codebooks: Object.values({ ...codebooks, ...designedCodebooks }),
    references: new Map(),
  });
  const text = formatDraft(proposal, draftEntries(proposal, new Map()), {
    fileName: 'x.csv',
    interview: { year: 2013, month: 5, told: true },
    ages: { from: 15, to: null, told: true },
  });
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith('      "-9": '));

  test('proposes a reason for each with its certainty, and leaves the decision open', () => {
    expect(lines[at]).toBe(
      '      "-9": dont_know # high: 15 rows, below 0, where no answer can be; dont_know in baseline-worker-2011-endline',
    );
    expect(lines[at + 1]).toMatch(/^ {4}decide: ".*Does -9 stand for no answer\?/);
  });

  test('is refused with the line while undecided, and with the line of a reason taken out', () => {
    const parse = (edited: string) =>
      parseOwnCodebook(edited, 'codebook.yaml', {
        instrument: 'baseline-worker',
        wave: '2013-midline',
        fieldDates: ['2013-05-01', '2013-05-31'],
        columns: [...raw.columns.keys()],
      });
    expect(() => parse(text)).toThrow(
      new RegExp(`codebook\\.yaml:${at + 2}:5: not decided yet: .*Does -9 stand for no answer`),
    );
    expect(() => parse(text.replace('"-9": dont_know', '"-9":'))).toThrow(
      new RegExp(`codebook\\.yaml:${at + 1}:7: .*missing.*expected one of .*refused`),
    );
    const decided = lines.filter((line) => !line.startsWith('    decide: ')).join('\n');
    const book = parse(decided);
    expect(book.respondent.find(({ variable }) => variable === 'monthly_income')?.missing).toEqual({
      '-9': 'dont_know',
    });
  });
});
