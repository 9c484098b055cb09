import {
  type Table as ArrowTable,
  columnFromValues,
  dictionary,
  float64,
  int8,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openArrow } from '../src/arrow.ts';
import { formatArrow, numberColumn, table } from '../src/index.ts';

const levels = ['男', '女', '', 'a', 'a'];
const cells = fc.array(
  fc.tuple(fc.integer({ min: -1, max: levels.length - 1 }), fc.oneof(fc.double(), fc.constant(Number.NaN))),
  { minLength: 1, maxLength: 40 },
);
const bytesOf = (arrow: ArrowTable): Uint8Array => tableToIPC(arrow, { format: 'file' }) ?? new Uint8Array();

test('the bytes are those of a column built value by value', () => {
  fc.assert(
    fc.property(cells, (rows) => {
      const codes = Int32Array.from(rows, ([code]) => code);
      const values = Float64Array.from(rows, ([, value]) => value);
      const built = tableFromColumns([
        [
          'text',
          columnFromValues(
            rows.map(([code]) => (code < 0 ? null : levels[code])),
            dictionary(utf8(), int8()),
          ),
        ],
        [
          'number',
          columnFromValues(
            rows.map(([, value]) => (Number.isNaN(value) ? null : value)),
            float64(),
          ),
        ],
      ]);
      const written = formatArrow(
        table(rows.length, [
          ['text', { kind: 'text', codes, levels }],
          ['number', numberColumn(values)],
        ]),
      );
      expect(Buffer.from(written).equals(bytesOf(built))).toBe(true);
    }),
    { seed: 1 },
  );
});

test.each([
  [128, 8],
  [129, 16],
  [32_768, 16],
  [32_769, 32],
])('%i texts have keys of %i bits, whatever levels nobody has', (count, bits) => {
  const texts = Array.from({ length: count }, (_, i) => `t${i}`);
  const codes = Int32Array.from({ length: count + 1 }, (_, row) => count - 1 - row);
  const written = formatArrow(
    table(count + 1, [['text', { kind: 'text', codes, levels: [...texts, 'nobody', 'has', 'these'] }]]),
  );
  expect(tableFromIPC(written).schema.fields[0]?.type).toMatchObject({ indices: { bitWidth: bits } });
  const read = openArrow('x.arrow', written).table().columns.get('text');
  expect(read?.kind === 'text' && Array.from(read.codes, (code) => read.levels[code] ?? null)).toEqual([
    ...texts.toReversed(),
    null,
  ]);
});
