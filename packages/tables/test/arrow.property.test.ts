import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatArrow, numberColumn, readArrow, table, textColumn, textOf, toArquero } from '../src/index.ts';

const path = join(mkdtempSync(join(tmpdir(), 'arrow-')), 't.arrow');
const cell = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), { nil: null });

test('a table read back is the table that was written, and the same table gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, fc.double()), { minLength: 1, maxLength: 40 }), async (rows) => {
      const texts = rows.map(([text]) => text);
      const made = () =>
        table(
          rows.length,
          [
            ['text', textColumn(texts)],
            ['number', numberColumn(Float64Array.from(rows, ([, v]) => v))],
          ],
          new Map([['text', { zh: '文字', en: 'Text' }]]),
        );
      writeFileSync(path, formatArrow(made()));
      expect(formatArrow(made())).toEqual(formatArrow(made()));
      const back = await readArrow(path);
      const column = textOf(back, 'text');
      expect(Array.from(column.codes, (code) => column.levels[code] ?? null)).toEqual(texts);
      expect(back.columns.get('number')).toEqual(made().columns.get('number'));
      expect(back.labels?.get('text')).toEqual({ zh: '文字', en: 'Text' });
    }),
    { numRuns: 60, seed: 1 },
  );
});

test('arquero sees texts, numbers and empty cells', () => {
  const t = toArquero(
    table(2, [
      ['s', textColumn(['男', null])],
      ['n', numberColumn(Float64Array.of(1, Number.NaN))],
    ]),
  );
  expect(t.objects()).toEqual([
    { s: '男', n: 1 },
    { s: null, n: Number.NaN },
  ]);
});
