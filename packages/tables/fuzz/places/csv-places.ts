import type { Places, Span } from '../places.ts';

/** The cells of separated text without quotes, each with the mark behind it; `unit` is 2 in UTF-16LE with a mark, in which a character is two bytes. */
export function csvPlaces(bytes: Uint8Array, { delimiter = ',', unit = 1 } = {}): Places {
  const special = new Set([...`${delimiter}\n\r"`].map((mark) => mark.charCodeAt(0)));
  const codeAt = (of: Uint8Array, at: number): number =>
    unit === 1 ? (of[at] as number) : (of[at & ~1] as number) | ((of[at | 1] ?? 0) << 8);
  const lines: Span[][] = [[]];
  let start = unit === 2 ? 2 : 0;
  for (let at = start; at < bytes.length; at += unit) {
    const code = codeAt(bytes, at);
    if (!special.has(code)) continue;
    lines.at(-1)?.push([start, at + unit]);
    start = at + unit;
    if (code === 0x0a) lines.push([]);
  }
  const names = (lines[0] ?? []).map(([from, to]) =>
    new TextDecoder(unit === 1 ? 'utf-8' : 'utf-16le').decode(bytes.subarray(from, to - unit)),
  );
  return {
    shared: [],
    cell: (row, column) => [lines[row + 1]?.[names.indexOf(column)] as Span],
    steers: (of, at) => special.has(codeAt(of, at)),
  };
}
