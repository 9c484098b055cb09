import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../src/index.ts';
import { rowLines } from '../src/row-lines.ts';

const bytesOf = (text: string) => ({ name: 'people.csv', bytes: Buffer.from(text) });
const written = { encoding: 'utf-8', delimiter: ',' } as const;

test.each([
  ['one line a row', 'a,b\n1,2\n3,4\n', [2, 3]],
  ['blank lines', '\na,b\n\n1,2\n \n3,4', [4, 6]],
  ['breaks in a name and in cells', '"a\nof",b\n1,"x\ny\nz"\n"\n",2\n5,6\n', [3, 6, 8]],
  ['line ends of Windows, and both within cells', 'a,b\r\n1,"x\r\ny\nz"\r\n3,4\r\n', [2, 5]],
  ['a mark and doubled quotes', '\ufeffa,b\n"1 ""\n""",2\n3,4\n', [2, 4]],
])('rows begin where an editor shows them: %s', async (_, text, lines) => {
  expect(await rowLines(bytesOf(text), written, lines.length)).toEqual(lines);
});

test('the line of a row holds its first cell, whatever stands in the cells before', async () => {
  const cell = fc
    .array(fc.constantFrom('x', ',', '"', '\n', '\r\n', '省'), { maxLength: 4 })
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      async (cells, end) => {
        const rows = cells.map((text, i) => `row${i},"${text.replaceAll('"', '""')}"`);
        const text = ['id,note', ...rows, ''].join(end);
        const shown = text.split(/\r\n|\n/);
        const lines = await rowLines(bytesOf(text), written, rows.length);
        expect(lines.map((line) => shown[line - 1]?.split(',')[0])).toEqual(rows.map((_, i) => `row${i}`));
        expect((await readCsv(bytesOf(text))).table.rows).toBe(rows.length);
      },
    ),
    { numRuns: 40 },
  );
});
