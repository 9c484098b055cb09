import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { columnOf, numbersOf, readCsv, textOf } from '../src/index.ts';
import { gb18030 } from './gb18030.ts';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const cellsOf = (column: ReturnType<typeof textOf>): (string | null)[] =>
  Array.from(column.codes, (code) => column.levels[code] ?? null);

describe('readCsv', () => {
  test('reads names without their blanks, cells as they stand, blanks as empty', async () => {
    const { table, encoding } = await readCsv(
      file('调查 数据(1).csv', 'a , b\r\n1,"x, ""y"""\r\n  ,男 \r\n'),
    );
    expect(encoding).toBe('utf-8');
    expect([...table.columns.keys()]).toEqual(['a', 'b']);
    expect(cellsOf(textOf(table, 'a'))).toEqual(['1', null]);
    expect(cellsOf(textOf(table, 'b'))).toEqual(['x, "y"', '男 ']);
    expect([...numbersOf(table, 'a')]).toEqual([1, Number.NaN]);
  });

  test.each([
    ['utf-8 with a mark', new TextEncoder().encode('\ufeff省,n\n山西,1\n')],
    ['gb18030', gb18030('省,n\n山西,1\n')],
    ['utf-16le', new Uint8Array(Buffer.from('\ufeff省,n\n山西,1\n', 'utf16le'))],
  ])('detects %s', async (_, bytes) => {
    const { table } = await readCsv(file('e.csv', bytes));
    expect(cellsOf(textOf(table, '省'))).toEqual(['山西']);
  });

  test('reads tab- and semicolon-separated files', async () => {
    for (const mark of ['\t', ';']) {
      const { table } = await readCsv(file('s.csv', `a${mark}b\n1${mark}2\n3${mark}4\n`));
      expect([...numbersOf(table, 'b')]).toEqual([2, 4]);
    }
  });

  test.each([
    ['plain', 'a,b,c\n1,x,3\n2,y,4\n'],
    ['for the full parser', 'a,b,c\n1,"""x""",3\n2,y,4\n'],
  ])('reads the wanted columns alone, in the order of the file: %s', async (_, content) => {
    const path = file('wanted.csv', content);
    const { table, names } = await readCsv(path, { columns: ['c', 'a', 'none'] });
    expect(names).toEqual(['a', 'b', 'c']);
    expect([...table.columns.keys()]).toEqual(['a', 'c']);
    expect([...numbersOf(table, 'c')]).toEqual([3, 4]);
    expect((await readCsv(path, { columns: [] })).table.rows).toBe(2);
    await expect(readCsv(file('short.csv', `${content}5,z\n`), { columns: ['a'] })).rejects.toThrow(
      /line 4 \(data row 3\) has 2 fields/,
    );
  });

  test('a file longer than a block of text keeps every row', async () => {
    const rows = Array.from({ length: 120_000 }, (_, i) => `${i},北京市第${i % 7}区`);
    const { table } = await readCsv(file('long.csv', `n,place\n${rows.join('\n')}\n`));
    expect(table.rows).toBe(120_000);
    expect(numbersOf(table, 'n')[119_999]).toBe(119_999);
    expect(textOf(table, 'place').levels).toHaveLength(7);
  });

  test.each([
    ['empty', '', /is empty \(0 bytes\)/],
    ['header-only', 'a,b\n', /only a header line with 2 columns/],
    ['truncated in a row', 'a,b\n1,2\n3', /line 3 \(data row 2\) has 1 fields, the header has 2/],
    ['truncated in a quote', 'a,b\n1,2\n3,"4\n5,6\n', /line 3 \(data row 2\): .*unterminated/],
    ['badly quoted', 'a,b\n1,2\n\n3,"4" x\n5,6\n7,8\n', /line 4 \(data row 2\): .*malformed/],
    ['short after line breaks in quotes', 'a,b\n\n1,"x\ny"\n"p\r\nq",2\n3\n', /line 7 \(data row 3\) has 1/],
    ['two columns of one name', 'a,a\n1,2\n', /names "a" twice, in columns 1 and 2/],
    ['a nameless column', 'a,\n1,2\n', /column 2 of the header has no name/],
  ])('refuses a file that is %s, with its place', async (_, content, message) => {
    await expect(readCsv(file('bad.csv', content))).rejects.toThrow(message);
    await expect(readCsv(file('bad.csv', content))).rejects.toThrow(/bad\.csv/);
  });

  test('bytes of another encoding are refused with their offset', async () => {
    const path = file('bytes.csv', Uint8Array.of(0x61, 0x0a, 0xff, 0x0a));
    await expect(readCsv(path)).rejects.toThrow(/not gb18030 at byte 2/);
    await expect(readCsv(path, { encoding: 'utf-8' })).rejects.toThrow(/not utf-8 at byte 2/);
  });

  test('an unknown column and a text among numbers are named', async () => {
    const { table } = await readCsv(file('n.csv', 'income,sex\n12,m\nx1,f\n'));
    expect(() => columnOf(table, 'Income')).toThrow(/no column "Income" \(nearest: "income"\)/);
    expect(() => numbersOf(table, 'income')).toThrow(
      /1 of 2 cells are not numbers, first "x1" in data row 2/,
    );
  });
});
