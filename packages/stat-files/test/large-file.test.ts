import { expect, it } from 'vitest';
import { type ByteSource, readDta, writeDta } from '../src/index.ts';

/** A .dta file of one double in 700 million rows, 5.6 GB, of which only header and end exist; row r holds r. */
const largeFile = (): ByteSource & { read: ByteSource['read']; most: () => number } => {
  const rows = 700_000_000;
  const small = writeDta(
    {
      rows: 0,
      variables: [{ name: 'row', type: 'double' }],
      columns: new Map([['row', { kind: 'number', values: new Float64Array(0) }]]),
    },
    { compress: false },
  );
  const text = String.fromCharCode(...small);
  new DataView(small.buffer).setBigUint64(text.indexOf('<N>') + 3, BigInt(rows), true);
  const dataAt = text.indexOf('<data>') + 6;
  const end = dataAt + 8 * rows;
  let most = 0;
  return {
    name: 'large.dta',
    size: small.length + 8 * rows,
    most: () => most,
    read(offset, length) {
      most = Math.max(most, length);
      if (offset + length <= dataAt) return small.subarray(offset, offset + length);
      if (offset >= end) return small.subarray(offset - 8 * rows, offset - 8 * rows + length);
      return new Uint8Array(
        Float64Array.from({ length: length / 8 }, (_, i) => (offset - dataAt) / 8 + i).buffer,
      );
    },
  };
};

it('reads rows behind 4 GiB, and no more than a piece at a time', () => {
  const source = largeFile();
  const file = readDta(source);
  expect(file.rows).toBe(700_000_000);
  const from = 699_999_000;
  const column = file.columns(['row'], { rows: { from } }).get('row');
  expect(column?.kind === 'number' && [column.values[0], column.values[999]]).toEqual([from, from + 999]);
  const firsts: number[] = [];
  for (const { first, columns } of file.blocks({
    rows: { from: 600_000_000, to: 600_300_000 },
    blockRows: 100_000,
  })) {
    const block = columns.get('row');
    firsts.push(first);
    expect(block?.kind === 'number' && block.values[0]).toBe(first);
  }
  expect(firsts).toEqual([600_000_000, 600_100_000, 600_200_000]);
  expect(source.most()).toBeLessThanOrEqual(1 << 20);
});
