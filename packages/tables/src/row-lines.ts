import type { ByteInput } from './byte-input.ts';
import { isBlankRecord, parseRecords, type Written } from './parse-records.ts';

const LINE_BREAK = /\r\n|\n|\r/g;

class Enough extends Error {}

const breaksIn = (cell: string): number => cell.match(LINE_BREAK)?.length ?? 0;

/**
 * On which line of a text file, as an editor counts them from 1, each row begins: blank lines and line breaks inside quotes count. The file is
 * read again, which only who has to name a line need wait for.
 *
 * @param rows how many rows are asked for, from the first.
 */
export async function rowLines(input: ByteInput, written: Written, rows: number): Promise<number[]> {
  const lines: number[] = [];
  let line = 1;
  try {
    await parseRecords(
      input,
      written,
      (cells) => {
        if (!isBlankRecord(cells)) lines.push(line);
        // the first is that of the names
        if (lines.length > rows) throw new Enough();
        line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
      },
      (_, isNext) => {
        if (isNext) lines.push(line);
        throw new Enough();
      },
    );
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return lines.slice(1);
}
