/** Cells of one record as they stand in the file, quotes included. */
export type RawRecord = readonly string[];

const DELIMITERS = [',', '\t', ';', '|'];

/**
 * Splits text that comes in pieces into records of cells, each verbatim: quotes, doubled quotes and blanks stay. Lines with
 * nothing but blanks are passed over. The separator is the one that stands most often in the first line, outside quotes.
 */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<RawRecord> {
  let delimiter: string | undefined;
  let rest = '';
  for await (const piece of text) {
    rest += piece;
    delimiter ??= rest.includes('\n') ? delimiterOf(rest) : undefined;
    if (delimiter === undefined) continue;
    // a line feed at the very end may be waited for: the next piece may go on inside quotes, but not before it
    const from = yield* wholeRecords(rest, delimiter, false);
    rest = rest.slice(from);
  }
  yield* wholeRecords(rest, delimiter ?? delimiterOf(rest), true);
}

/** The records that end in a text; returns where the first unfinished one begins. */
function* wholeRecords(text: string, delimiter: string, last: boolean): Generator<RawRecord, number> {
  let begin = 0;
  let cells: string[] = [];
  let at = 0;
  for (;;) {
    const end = cellEnd(text, at, delimiter);
    if (end < 0 && !last) return begin;
    const stop = end < 0 ? text.length : end;
    const isCell = text[stop] === delimiter;
    const cell = text.slice(at, stop);
    cells.push(isCell ? cell : cell.replace(/\r$/, ''));
    at = stop + 1;
    if (isCell) continue;
    if (cells.length > 1 || cells[0]?.trim() !== '') yield cells;
    cells = [];
    begin = at;
    if (at >= text.length && last) return begin;
  }
}

/** Where the cell that begins here ends: at a delimiter or line feed outside quotes; −1: not in this text. */
function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  if (text[from] === '"') {
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      if (quote < 0 || quote + 1 >= text.length) return -1;
      at = quote + 2;
      if (text[quote + 1] !== '"') {
        at = quote + 1;
        break;
      }
    }
  }
  for (; at < text.length; at++) if (text[at] === delimiter || text[at] === '\n') return at;
  return -1;
}

function delimiterOf(text: string): string {
  const header = (text.trimStart().split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((mark) => header.split(mark).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
