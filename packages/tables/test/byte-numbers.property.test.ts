import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numbersOf, readCsv } from '../src/csv.ts';

const path = join(mkdtempSync(join(tmpdir(), 'numbers-')), 'n.csv');

/** As files have numbers: short and long, with sign, point and exponent, blank. */
const number = fc.oneof(
  fc.integer({ min: -9999, max: 99999 }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc
    .tuple(fc.maxSafeNat(), fc.integer({ min: 0, max: 18 }))
    .map(([whole, places]) => `${String(whole).slice(0, 15)}.${'0'.repeat(places)}${whole % 1000}`),
  fc.constantFrom('', '  ', '-0', '.5', '5.', '+7', '007', ' 12 ', '1e3', '-.25', '123456789012345', '0.1'),
);
const notNumber = fc.constantFrom('-', '.', '1.2.3', '1,5', 'a', '0x1f', '1e', '--1', '1 2', '男', 'NaN');

const fileOf = (cells: readonly string[]): void =>
  writeFileSync(path, `a,b\n${cells.map((cell) => `"${cell}",x`).join('\n')}\n`);

it('numbers from bytes are those of the texts, to the last bit', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(number, { minLength: 1, maxLength: 20 }), async (cells) => {
      fileOf(cells);
      const { table } = await readCsv(path, { numbers: ['a'] });
      expect(table.columns.get('a')?.kind).toBe('number');
      const plain = (await readCsv(path)).table;
      expect(numbersOf(table, 'a')).toEqual(numbersOf(plain, 'a'));
      expect(table.columns.get('b')).toEqual(plain.columns.get('b'));
    }),
    { numRuns: 100 },
  );
});

it('a column with a cell that is no number is text, as if nothing had been asked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(number, { maxLength: 5 }), notNumber, async (cells, odd) => {
      fileOf([...cells, odd]);
      expect((await readCsv(path, { numbers: ['a'] })).table).toEqual((await readCsv(path)).table);
    }),
    { numRuns: 40 },
  );
});
