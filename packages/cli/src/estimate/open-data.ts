import { type FileHandle, open } from 'node:fs/promises';
import { DataError, readCsv, type Table } from '@wavebook/tables/csv';

const HEAD_BYTES = 4096;

/** First bytes, in hexadecimal, and what the file is. */
const SIGNATURES: readonly (readonly [bytes: RegExp, name: string])[] = [
  [/^(3c73746174615f647461|(69|6c|6e|6f|7[123])0[12]01)/, 'a Stata file (.dta)'],
  [/^24464c3[23]/, 'an SPSS file (.sav)'],
  [/^504b0304/, 'a zip or Excel file (.xlsx)'],
  [/^d0cf11e0/, 'an old Excel or Word file (.xls, .doc)'],
  [/^50415231/, 'a Parquet file'],
  [/^4152524f5731/, 'an Arrow file'],
  [/^1f8b/, 'a gzip file'],
  [/^25504446/, 'a PDF file'],
  [/^feff/, 'a UTF-16 big-endian text'],
];

/**
 * Opens a CSV or TSV file. What it is is seen from its content, not its extension.
 *
 * @throws DataError naming the path: no such file, a folder, a file that is not text; else as `readCsv`.
 */
export async function openData(path: string): Promise<Table> {
  return (await openCsv(path)).table;
}

/**
 * As `openData`, with the encoding that was found and all names of the header.
 *
 * @param columns the only ones that the table shall have; absent: all. @param numbers those of which only numbers are wanted.
 */
export async function openCsv(
  path: string,
  columns?: readonly string[],
  numbers?: readonly string[],
): Promise<Awaited<ReturnType<typeof readCsv>>> {
  const head = await headOf(path);
  const start = head.toString('hex', 0, 16);
  const known = SIGNATURES.find(([bytes]) => bytes.test(start))?.[1];
  if (known !== undefined || (!start.startsWith('fffe') && head.includes(0))) {
    throw new DataError(
      `${path}: expected a CSV or TSV text file, got ${known ?? 'bytes that are not text'}; save it as CSV (UTF-8) first`,
    );
  }
  return readCsv(path, { columns, numbers });
}

async function headOf(path: string): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw new DataError(`${path}: ${reason(error)}`);
  } finally {
    await file?.close();
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'expected a file, got no such file; look for the right path';
  if (code === 'EISDIR') return 'expected a file, got a folder';
  if (code === 'EACCES') return 'no permission to read this file';
  return message;
}
