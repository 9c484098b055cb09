import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { parsePlainCsv } from '../src/csv-bytes.ts';
import { readCsv } from '../src/read-csv.ts';
import type { Column } from '../src/table.ts';
import { gb18030 } from './gb18030.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '1',
    '12',
    '-3.5',
    '女',
    '北京市朝阳区',
    'a b',
    'longer than eight bytes',
    '9876543210.25',
  ),
  fc.string({ maxLength: 12 }),
);
/** As a file may hold it: bare, in quotes, or with something that only the full parser understands. */
const written = cell.chain((text) =>
  fc.constantFrom(text, `"${text.replaceAll('"', '')}"`, `"${text.replaceAll('"', '""')}"`),
);
const file = fc
  .record({
    rows: fc.array(fc.array(written, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
    end: fc.constantFrom('\n', '\r\n'),
    blank: fc.boolean(),
    closed: fc.boolean(),
  })
  .map(({ rows, end, blank, closed }) =>
    [
      'a,b',
      ...rows.map((cells) => cells.slice(0, rows.length % 5 === 0 ? 3 : 2).join(',')),
      ...(blank ? ['  '] : []),
    ]
      .join(end)
      .concat(closed ? end : ''),
  );

const all = { namesOf: (names: readonly string[]) => [...names], isWanted: () => true };

const levelsOf = (column: Column | undefined): readonly string[] =>
  column?.kind === 'text' ? column.levels : [];

const cellsOf = (text: string): (string | null)[][] | undefined => {
  const found = parsePlainCsv(Buffer.from(`${text}\n`), ',', all);
  return (
    found &&
    Array.from({ length: found.rows }, (_, row) =>
      found.columns.map(
        (column) => levelsOf(column)[column?.kind === 'text' ? (column.codes[row] ?? -1) : -1] ?? null,
      ),
    )
  );
};

it('cells are those of the full parser, where the file is plain', () => {
  let plain = 0;
  fc.assert(
    fc.property(file, (text) => {
      const found = cellsOf(text);
      if (!found) return;
      plain++;
      const { data } = Papa.parse<string[]>(text, { delimiter: ',' });
      const rows = data.filter((cells) => cells.length > 1 || cells[0]?.trim() !== '');
      expect(found).toEqual(
        rows.slice(1).map((cells) => cells.map((own) => (own.trim() === '' ? null : own))),
      );
    }),
    { numRuns: 2000 },
  );
  expect(plain).toBeGreaterThan(200);
});

it.each([
  ['a doubled quote', 'a,b\n"x""y",1\n'],
  ['text after a quote', 'a,b\n"x"y,1\n'],
  ['an open quote', 'a,b\n"x,1\n'],
  ['a lone carriage return', 'a,b\n1\r2,3\n'],
  ['line ends of two kinds', 'a,b\n1,2\r\n3,4\n'],
  ['a carriage return at the end alone', 'a,b\r\n1,2\r'],
  ['a line too short', 'a,b\n1\n'],
  ['a line too long', 'a,b\n1,2,3\n'],
  ['a single column', 'a\n1\n'],
  ['a header alone', 'a,b\n'],
  ['nothing', ''],
])('leaves %s to the full parser', (_, text) => {
  expect(cellsOf(text)).toBeUndefined();
});

it('keeps a text once, however many rows have it', () => {
  const text = `a,b\n${Array.from({ length: 5000 }, (_, i) => `${i % 700},第${i % 900}乡镇街道`).join('\n')}`;
  const found = parsePlainCsv(Buffer.from(`${text}\n`), ',', all);
  expect(found?.columns.map((column) => levelsOf(column).length)).toEqual([700, 900]);
  expect(cellsOf(text)?.[4321]).toEqual([String(4321 % 700), `第${4321 % 900}乡镇街道`]);
});

it('bytes of GB18030 give the table of the same text in UTF-8', async () => {
  // second bytes of these are |, @, ~ and digits
  const letters = fc.constantFrom(
    'a',
    '1',
    ',',
    '"',
    ' ',
    '女',
    '北',
    '\u3400',
    ...'\u4e04\u4e02\u4e9c\u6c8d\u8117',
  );
  const content = fc.array(fc.tuple(...[0, 1, 2].map(() => fc.string({ unit: letters, maxLength: 12 }))), {
    minLength: 1,
    maxLength: 12,
  });
  const folder = mkdtempSync(join(tmpdir(), 'gb18030-'));
  const read = async (encoding: 'gb18030' | 'utf-8', bytes: Uint8Array) => {
    const path = join(folder, encoding);
    writeFileSync(path, bytes);
    // given, because short GB18030 texts may be UTF-8 by chance
    return (await readCsv(path, { encoding })).table;
  };
  await fc.assert(
    fc.asyncProperty(content, fc.constantFrom(',', '|', '\t'), async (rows, mark) => {
      const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
      const text = [['省', 'b', 'c'], ...rows].map((cells) => cells.map(quoted).join(mark)).join('\r\n');
      expect(await read('gb18030', gb18030(text))).toEqual(await read('utf-8', Buffer.from(text)));
    }),
    { numRuns: 60, seed: 1 },
  );
});

it('a byte that is not GB18030 is told by the full parser, with its place', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'gb18030-')), 'bad.csv');
  writeFileSync(path, Buffer.concat([gb18030('省,b\n女,'), Uint8Array.of(0x81, 0x0a)]));
  await expect(readCsv(path)).rejects.toThrow(/not gb18030 at byte 9/);
});
