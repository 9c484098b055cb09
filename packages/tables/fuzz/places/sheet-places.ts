import type { Places, Span } from '../places.ts';

const marks = new Set([...'<>&"\'=/'].map((mark) => mark.charCodeAt(0)));

/** The cells of the part of a workbook that holds a sheet: a row is the least that stands alone, as its cells name their own places. */
export function sheetPlaces(bytes: Uint8Array): Places {
  const text = Buffer.from(bytes).toString('latin1');
  const rows = [...text.matchAll(/<row .*?<\/row>/g)].map(
    (found): Span => [found.index, found.index + found[0].length],
  );
  const first = rows[0]?.[0] ?? 0;
  const end = rows.at(-1)?.[1] ?? bytes.length;
  return {
    shared: [
      [0, first],
      [end, bytes.length],
    ],
    cell: (row) => [rows[row + 1] as Span],
    steers: (of, at) => marks.has(of[at] as number),
  };
}
