import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exactNumber } from '../src/exact-number.ts';
import { asNumbers } from '../src/formats/as-numbers.ts';
import { parseNumber } from '../src/parse-number.ts';
import { readCsv } from '../src/read-csv.ts';
import { gb18030 } from './gb18030.ts';

/** Texts that are numbers in their shortest form, or nearly. */
const numeric = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.maxSafeInteger().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.double({ noNaN: true, min: -1e4, max: 1e4 }).map(String),
  fc.stringMatching(/^-?\d{1,9}\.\d{1,9}$/),
  fc.stringMatching(/^-?0?\.?\d{0,18}$/),
  fc.stringMatching(/^\d{14,17}\.?\d{0,3}$/),
);
/** As `String` writes them. */
const shortest = numeric.map((text) => String(Number(text) || 0)).filter((text) => text !== 'Infinity');
const odd = fc.constantFrom(
  ...[
    '01',
    '1.0',
    '+1',
    '-0',
    '-0.0',
    '.5',
    '5.',
    '-.5',
    '1e3',
    '1e21',
    '1e+21',
    '1e-7',
    '0.0000001',
    '0.000001',
  ],
  ...[
    'Infinity',
    'NaN',
    '0x10',
    '1.2.3',
    '1-2',
    '-',
    '.',
    '男',
    'a1',
    '1 ',
    '2017-05-01',
    '9007199254740993',
  ],
);
const blank = fc.constantFrom('', ' ', ' \t', '\u3000', '\u00a0');

it('a number is one in its shortest form, to the last bit', () => {
  fc.assert(
    fc.property(fc.oneof(numeric, odd), (text) => {
      const bytes = Buffer.from(`,${text},`);
      const value = parseNumber(text);
      const isExact = value !== undefined && String(value) === text;
      expect(exactNumber(bytes, 1, bytes.length - 1)).toBe(isExact ? value : Number.NaN);
    }),
    { numRuns: 3000 },
  );
});

const folder = mkdtempSync(join(tmpdir(), 'typed '));

it('typed columns are those of the texts, whichever parser reads them', async () => {
  const column = fc.oneof(
    fc.array(fc.oneof({ weight: 5, arbitrary: shortest }, blank), { minLength: 30, maxLength: 30 }),
    fc.array(fc.oneof({ weight: 40, arbitrary: shortest }, odd, blank), { minLength: 30, maxLength: 30 }),
    fc.array(blank, { minLength: 30, maxLength: 30 }),
  );
  // a doubled quote is left to the full parser
  const file = fc
    .tuple(column, column, fc.boolean())
    .map(([a, b, isOdd]) =>
      ['a,b,地点', ...a.map((cell, row) => `${cell},"${b[row]}",${isOdd ? '"x""y"' : '北京市'}`)].join('\n'),
    );
  const kinds = new Set<string>();
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom('gb18030' as const, 'utf-8' as const), async (text, encoding) => {
      const path = join(folder, encoding);
      writeFileSync(path, encoding === 'utf-8' ? text : gb18030(text));
      const plain = (await readCsv(path, { encoding })).table.columns;
      const typed = (await readCsv(path, { encoding, typed: true })).table.columns;
      for (const [name, texts] of plain) {
        const expected = texts.kind === 'text' ? (asNumbers(texts) ?? texts) : texts;
        kinds.add(expected.kind);
        expect(typed.get(name)).toEqual(expected);
      }
    }),
    { numRuns: 80 },
  );
  expect([...kinds].sort()).toEqual(['number', 'text']);
});

it('a column that turns out to be text after many rows keeps every cell', async () => {
  const cells = Array.from({ length: 9000 }, (_, row) =>
    row === 8000 ? 'x' : row % 7 === 0 ? '' : String(row % 13),
  );
  const path = join(folder, 'late.csv');
  writeFileSync(path, `a,b\n${cells.map((cell) => `${cell},1`).join('\n')}\n`);
  const { table } = await readCsv(path, { typed: true });
  expect(table.columns.get('a')).toEqual((await readCsv(path)).table.columns.get('a'));
});
