import { type FileHandle, open } from 'node:fs/promises';
import { DataError, readCsv, type Table } from '@wavebook/tables';

const HEAD_BYTES = 4096;

const FORMATS: readonly [signature: RegExp, name: string][] = [
  [/^(<stata_dta>|[\x6c-\x73][\x01\x02]\x01\x00)/, 'a Stata file (.dta)'],
  [/^\$FL[23]/, 'an SPSS file (.sav)'],
  [/^PK\x03\x04/, 'a zip or Excel file (.xlsx)'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel or Word file (.xls, .doc)'],
  [/^PAR1/, 'a Parquet file'],
  [/^ARROW1/, 'an Arrow file'],
  [/^\x1f\x8b/, 'a gzip file'],
  [/^%PDF/, 'a PDF file'],
  [/^\xfe\xff/, 'a UTF-16 big-endian text'],
];

/**
 * Opens a CSV or TSV file. What it is is seen from its content, not its extension.
 *
 * @throws DataError naming the path: no such file, a folder, a file that is not text; else as `readCsv`.
 */
export async function openData(path: string): Promise<Table> {
  const head = await headOf(path);
  const known = FORMATS.find(([signature]) => signature.test(head))?.[1];
  const utf16 = head.startsWith('\xff\xfe');
  if (known !== undefined || (!utf16 && head.includes('\0'))) {
    throw new DataError(
      `${path}: expected a CSV or TSV text file, got ${known ?? 'bytes that are not text'}; save it as CSV (UTF-8) first`,
    );
  }
  return (await readCsv(path)).table;
}

/** The first bytes, one character each. */
async function headOf(path: string): Promise<string> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
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
