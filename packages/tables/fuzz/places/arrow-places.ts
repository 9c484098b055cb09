import { tableFromIPC } from '@uwdata/flechette';
import type { Places, Span } from '../places.ts';

/** The parts of a batch of flechette that say where its bytes stand. */
interface Batch {
  readonly validity: Uint8Array;
  readonly values: Uint8Array | Int32Array | Float64Array;
  readonly offsets?: Int32Array;
  readonly dictionary?: { readonly data: readonly Batch[] };
}

/** The cells of an Arrow file of one batch: each in a value and a bit, texts in the dictionary. All else says where they stand. */
export function arrowPlaces(bytes: Uint8Array): Places {
  const arrow = tableFromIPC(bytes);
  const batches = new Map(
    arrow.schema.fields.map(({ name }) => [name, arrow.getChild(name).data[0] as unknown as Batch]),
  );
  const whole = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Span[] =>
    buffer === bytes.buffer
      ? [[byteOffset - bytes.byteOffset, byteOffset - bytes.byteOffset + byteLength]]
      : [];
  const part = (array: Batch['values'], from: number, to: number): Span[] => whole(array.subarray(from, to));
  const levelSpans = (words: Batch, code: number): Span[] => {
    const offsets = words.offsets as Int32Array;
    return [
      ...part(offsets, code, code + 2),
      ...part(words.values, offsets[code] as number, offsets[code + 1] as number),
    ];
  };
  const buffers = [...batches.values()].flatMap((batch) =>
    [batch, ...(batch.dictionary?.data ?? [])].flatMap(({ validity, values, offsets }) =>
      [validity, values, ...(offsets ? [offsets] : [])].flatMap(whole),
    ),
  );
  return {
    shared: outside(buffers, bytes.length),
    cell: (row, column) => {
      const batch = batches.get(column);
      if (!batch) return [];
      const { validity, values, dictionary } = batch;
      const words = dictionary?.data[0];
      const isEmpty = validity.length > 0 && ((validity[row >> 3] as number) & (1 << (row & 7))) === 0;
      return [
        ...part(validity, row >> 3, (row >> 3) + 1),
        ...part(values, row, row + 1),
        ...(words && !isEmpty ? levelSpans(words, values[row] as number) : []),
      ];
    },
  };
}

/** What the spans leave out. */
export function outside(spans: readonly Span[], length: number): Span[] {
  const rest: Span[] = [];
  let end = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from > end) rest.push([end, from]);
    end = Math.max(end, to);
  }
  if (end < length) rest.push([end, length]);
  return rest;
}
