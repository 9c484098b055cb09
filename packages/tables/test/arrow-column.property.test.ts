import {
  type Table as ArrowTable,
  columnFromValues,
  dictionary,
  float64,
  int32,
  tableFromColumns,
  tableToIPC,
  utf8,
} from '@uwdata/flechette';
import fc from 'fast-check';
import { expect, test } from 'vitest';
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
            dictionary(utf8(), int32()),
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
