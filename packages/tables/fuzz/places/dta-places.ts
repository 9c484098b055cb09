import { readDta } from '@wavebook/stat-files';
import type { Places, Span } from '../places.ts';

const find = (bytes: Uint8Array, text: string): number => Buffer.from(bytes).indexOf(text);

/** Bytes of the fields of a variable before the data, in releases of before 117: type, name, sort order, format, name of labels, label. */
const oldFieldBytes = (release: number): number => 1 + 33 + 2 + (release === 113 ? 12 : 49) + 33 + 81;

/** Where the rows begin. */
function dataStart(bytes: Uint8Array): number {
  if (bytes[0] === 0x3c) return find(bytes, '<data>') + '<data>'.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const littleEndian = bytes[1] === 2;
  let at = 109 + view.getUint16(4, littleEndian) * oldFieldBytes(bytes[0] as number) + 2;
  // expansion fields, up to one of no kind and no length
  for (;;) {
    const kind = bytes[at];
    const length = view.getInt32(at + 1, littleEndian);
    at += 5 + length;
    if (kind === 0 && length === 0) return at;
  }
}

/** The cells of a Stata file: each in a place of fixed width, long strings behind the rows. */
export function dtaPlaces(bytes: Uint8Array): Places {
  const { variables } = readDta(bytes);
  const start = dataStart(bytes);
  const rowBytes = variables.reduce((sum, { width }) => sum + width, 0);
  const starts = new Map<string, { at: number; width: number; behind: Span[] }>();
  let at = 0;
  for (const { name, width, type } of variables) {
    const behind: Span[] = type === 'strL' ? [[find(bytes, '<strls>'), find(bytes, '</strls>')]] : [];
    starts.set(name, { at, width, behind });
    at += width;
  }
  return {
    shared: [],
    cell: (row, column) => {
      const place = starts.get(column);
      if (!place) return [];
      const from = start + row * rowBytes + place.at;
      return [[from, from + place.width], ...place.behind];
    },
  };
}
