import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codesOf, csvText, DataError, type Table, writeProblem } from '@wavebook/tables/csv';
import { csvRecords, type RawRecord } from './csv-records.ts';
import type { WeightRequest } from './request.ts';

const BLOCK = 1 << 20;

/** Columns to add: their names, and by data row their cells. */
interface AddedColumns {
  readonly added: readonly string[];
  readonly newCells: readonly (readonly string[])[];
}

/**
 * Copies a file record by record, every cell as it stands, and adds columns. Written beside its place first, then
 * renamed: whole or not at all.
 */
export async function writeWeighted(
  { file, out }: WeightRequest,
  records: AsyncIterable<RawRecord> | Iterable<RawRecord>,
  { added, newCells }: AddedColumns,
): Promise<void> {
  const target = await realpath(out).catch(() => resolve(out));
  const draft = join(dirname(target), `.wavebook-${randomBytes(6).toString('hex')}.tmp`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(draft, 'wx');
    let lines = '';
    let row = -1;
    for await (const record of records) {
      lines += lineOf(record, row < 0 ? added : (newCells[row] ?? []));
      row++;
      if (lines.length < BLOCK) continue;
      await handle.writeFile(lines);
      lines = '';
    }
    if (row !== newCells.length)
      throw new DataError(
        `${file}: expected ${newCells.length} data rows, got ${row} when it was read again`,
      );
    await handle.writeFile(lines);
    await handle.close();
    handle = undefined;
    await rename(draft, target);
  } catch (error) {
    await handle?.close();
    await rm(draft, { force: true });
    if (error instanceof DataError) throw error;
    const problem = writeProblem(error) ?? (error instanceof Error ? error.message : String(error));
    throw new DataError(`--out: cannot write ${out}: ${problem}; nothing is left behind`);
  }
}

/** The records of a CSV file, cells as they stand in it. */
export const fileRecords = (file: string, encoding: string): AsyncGenerator<RawRecord> =>
  csvRecords(textOf(file, encoding));

/** The records of a file of another format: names, then cells as their codes, empty ones with the code of their reason. */
export function* tableRecords(table: Table): Generator<RawRecord> {
  const names = [...table.columns.keys()];
  yield names.map(csvText);
  const cells = names.map((name) => {
    const { codes, levels } = codesOf(table, name);
    const texts = levels.map(csvText);
    return (row: number): string => texts[codes[row] as number] ?? '';
  });
  for (let row = 0; row < table.rows; row++) yield cells.map((cell) => cell(row));
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const block of createReadStream(file, { highWaterMark: BLOCK })) {
    yield decoder.decode(block as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** Separated by commas; a cell that was not quoted is, if it holds a comma. */
function lineOf(record: RawRecord, cells: readonly string[]): string {
  return `${[...record.map(separable), ...cells].join(',')}\n`;
}

function separable(cell: string): string {
  return cell.includes(',') && !cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}
