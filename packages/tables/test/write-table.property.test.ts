import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Column,
  formatTable,
  readTable,
  type Table,
  table,
  textOf,
  type VariableInfo,
  writeTable,
  writtenFormats,
} from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'write-table-'));

const numbers = fc.oneof(
  fc.constantFrom(Number.NaN, 0, 1, 2, -1, 40_000),
  fc.double({ noDefaultInfinity: true, min: -1e100, max: 1e100 }),
);
const texts = fc.constantFrom(null, '男', '女', 'a,b', '"', 'x y', '01');

const tables = fc
  .array(fc.tuple(numbers, texts, fc.constantFrom('.a', '.b', null)), { minLength: 1, maxLength: 30 })
  .map((rows): Table => {
    const values = Float64Array.from(rows, ([value, , reason]) => (reason ? Number.NaN : value));
    const levels = ['.a', '.b'];
    const codes = Int32Array.from(rows, ([, , reason]) => (reason ? levels.indexOf(reason) : -1));
    const chosen = [...new Set(rows.flatMap(([, text]) => (text === null ? [] : [text])))];
    const columns: [string, Column][] = [
      ['number', { kind: 'number', values, missing: { codes, levels } }],
      [
        'text',
        {
          kind: 'text',
          codes: Int32Array.from(rows, ([, text]) => (text === null ? -1 : chosen.indexOf(text))),
          levels: chosen,
        },
      ],
    ];
    return { ...table(rows.length, columns), variables };
  });

const variable = (name: string, type: VariableInfo['type'], labels: [string, string][]): VariableInfo => ({
  name,
  label: `${name} 标签`,
  type,
  storage: '',
  format: '',
  measure: 'unknown',
  valueLabels: new Map(labels),
  userMissing: { values: [] },
});
const variables = new Map([
  [
    'number',
    variable('number', 'number', [
      ['1', '男'],
      ['.a', '未问'],
    ]),
  ],
  ['text', variable('text', 'text', [])],
]);

const hasEmptyRow = (made: Table): boolean =>
  cells(made, 'number').some(
    (number, row) => number === null && cells(made, 'text')[row] === null && reasonsOf(made)[row] === null,
  );

const cells = (read: Table, name: string): (string | null)[] => {
  const { codes, levels } = textOf(read, name);
  return Array.from(codes, (code) => levels[code] ?? null);
};
const reasonsOf = (read: Table): (string | null)[] => {
  const { missing } = read.columns.get('number') as Column;
  if (read.columns.has('number_missing')) return cells(read, 'number_missing');
  return Array.from({ length: read.rows }, (_, row) => missing?.levels[missing.codes[row] as number] ?? null);
};

test.each(writtenFormats)(
  'a table written as %s is read back with its cells, reasons and labels',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(tables, async (made) => {
        // an Excel row without cells is no record
        fc.pre(format !== 'xlsx' || !hasEmptyRow(made));
        // SPSS has declared values in place of .a
        const given = format === 'sav' ? declared(made) : made;
        const path = join(folder, '表 格.data');
        writeTable(path, given, { format, label: '文件' });
        expect(readFileSync(path)).toEqual(formatTable(given, { format, label: '文件' }));
        const { table: read, info } = await readTable(path);
        expect(cells(read, 'number')).toEqual(cells(given, 'number'));
        expect(cells(read, 'text')).toEqual(cells(given, 'text'));
        expect(reasonsOf(read)).toEqual(reasonsOf(given));
        if (format === 'csv' || format === 'xlsx') return;
        expect(info.label).toBe('文件');
        expect(info.variables[0]?.label).toBe('number 标签');
        expect(info.variables[0]?.valueLabels).toEqual(given.variables?.get('number')?.valueLabels);
      }),
      { numRuns: 25, seed: 1 },
    );
    expect(readdirSync(folder)).toEqual(['表 格.data']);
  },
);

const declared = (made: Table): Table => {
  const column = made.columns.get('number') as Column;
  const said = variables.get('number') as VariableInfo;
  return {
    ...made,
    columns: new Map(made.columns).set('number', {
      ...column,
      ...(column.missing ? { missing: { ...column.missing, levels: ['-101', '-102'] } } : {}),
    }),
    variables: new Map(variables).set('number', {
      ...said,
      userMissing: { values: [-101, -102] },
      valueLabels: new Map([
        ['1', '男'],
        ['-101', '未问'],
      ]),
    }),
  };
};

test('what cannot be written leaves nothing behind and the old file alone', async () => {
  const path = join(folder, 'old.dta');
  writeFileSync(path, 'old');
  const made = table(1, [['two words', { kind: 'number', values: Float64Array.of(1) }]]);
  expect(() => writeTable(path, made, { format: 'dta' })).toThrow(/old\.dta: writeDta: a variable name/);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(() => writeTable(join(folder, 'none', 'a.csv'), made, { format: 'csv' })).toThrow(/no such folder/);
  expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(false);
});
