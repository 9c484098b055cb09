import { isUtf8 } from 'node:buffer';
import { type ByteInput, nameOf, readInto, sizeOf } from './byte-input.ts';
import { gb18030Text, utf8Text } from './cell-text.ts';
import { type PlainCsv, parsePlainCsv } from './csv-bytes.ts';
import { DataError } from './data-error.ts';
import { decodeFile, detectEncoding, type Encoding, headBytes, utf16Of } from './encoding.ts';
import { asNumbers } from './formats/as-numbers.ts';
import { isBlankRecord, parseRecords } from './parse-records.ts';
import { rowLines } from './row-lines.ts';
import { type Column, type Table, type TextColumn, table } from './table.ts';

export interface CsvOptions {
  /** Absent: detected (`detectEncoding`). */
  readonly encoding?: Encoding;
  /** Columns to read, the only ones in the table; those that the file has not are passed over. Absent: all. */
  readonly columns?: readonly string[] | undefined;
  /** Columns of which only the numbers are wanted: they are columns of numbers if every cell of theirs is one or blank, else text as all others. */
  readonly numbers?: readonly string[] | undefined;
  /** Whether columns that hold numbers alone, each in its shortest form, so that nothing is lost, become columns of numbers. Default: all are text. */
  readonly typed?: boolean;
}

export interface CsvFile {
  readonly table: Table;
  /** All names of the header, in its order. */
  readonly names: readonly string[];
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/** What is wrong with the row that was read last. */
class RowProblem extends Error {}

/** Grows a dictionary-coded column cell by cell. Blank cells, also of spaces only, are empty. */
class TextBuilder {
  private readonly index = new Map<string, number>();
  private readonly levels: string[] = [];
  private codes = new Int32Array(1024);
  private rows = 0;

  push(text: string): void {
    if (this.rows === this.codes.length) {
      const grown = new Int32Array(this.codes.length * 2);
      grown.set(this.codes);
      this.codes = grown;
    }
    let code = this.index.get(text);
    if (code === undefined) {
      if (text.trim() === '') code = -1;
      else {
        code = this.levels.length;
        // a copy, because a slice would keep the whole block of text alive
        this.levels.push(Buffer.from(text).toString());
      }
      this.index.set(this.levels[code] ?? text, code);
    }
    this.codes[this.rows++] = code;
  }

  column(): TextColumn {
    return { kind: 'text', codes: this.codes.slice(0, this.rows), levels: this.levels };
  }
}

const headerNames = (path: string, cells: readonly string[]): string[] => {
  const names = cells.map((cell) => cell.trim());
  names.forEach((name, i) => {
    if (name === '')
      throw new DataError(
        `${path}: column ${i + 1} of the header has no name; give it one, or delete what stands above the names`,
      );
    if (names.indexOf(name) !== i)
      throw new DataError(
        `${path}: header names "${name}" twice, in columns ${names.indexOf(name) + 1} and ${i + 1}; rename one`,
      );
  });
  return names;
};

const delimiters = [',', '\t', ';', '|'];

/** The separator that stands most often in the header line, outside quotes. */
async function delimiterOf(input: ByteInput, encoding: Encoding): Promise<string> {
  for await (const text of decodeFile(input, encoding)) {
    const header = (text.trimStart().split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
    const counts = delimiters.map((mark) => header.split(mark).length);
    return delimiters[counts.indexOf(Math.max(...counts))] as string;
  }
  return ',';
}

const wantedIn = (columns: readonly string[] | undefined): ((name: string) => boolean) => {
  const wanted = columns && new Set(columns);
  return (name) => wanted?.has(name) ?? true;
};

/** The table of the columns that were read. */
const tableOf = (rows: number, names: readonly string[], columns: readonly (Column | undefined)[]): Table =>
  table(
    rows,
    names.flatMap((name, i) => {
      const column = columns[i];
      return column ? [[name, column] as const] : [];
    }),
  );

/** Files up to this size are parsed from their bytes in memory; larger ones are streamed. */
const MOST_BYTES_AT_ONCE = 2 ** 30;

/** A file that is plain CSV in UTF-8 or GB18030; undefined for any other. */
async function readPlain(
  input: ByteInput,
  size: number,
  { encoding: given, columns, numbers = [], typed = false }: CsvOptions,
): Promise<CsvFile | undefined> {
  const bytes = await readWithLineFeed(input, size);
  const encoding = given ?? plainEncoding(bytes);
  if (encoding === 'utf-8' ? !isUtf8(bytes) : encoding !== 'gb18030') return undefined;
  const delimiter = await delimiterOf(input, encoding).catch((error: unknown) => {
    if (given === undefined && error instanceof DataError) return undefined;
    throw error;
  });
  // the full reader says what is not of which encoding
  if (delimiter === undefined) return undefined;
  // the only separator that GB18030 has as the second byte of other characters
  if (encoding === 'gb18030' && delimiter === '|') return undefined;
  const namesOf = (cells: readonly string[]): string[] => headerNames(nameOf(input), cells);
  const textOf = encoding === 'utf-8' ? utf8Text : gb18030Text;
  const reading = { namesOf, isWanted: wantedIn(columns), typed, textOf };
  const plain = plainIn(
    encoding,
    () =>
      (numbers.length > 0 && parsePlainCsv(bytes, delimiter, { ...reading, isNumber: wantedIn(numbers) })) ||
      parsePlainCsv(bytes, delimiter, reading),
  );
  if (!plain) return undefined;
  const { names, rows } = plain;
  return { table: tableOf(rows, names, plain.columns), names, encoding, delimiter };
}

const plainEncoding = (bytes: Buffer): Encoding =>
  utf16Of(bytes.subarray(0, headBytes)) ?? (isUtf8(bytes) ? 'utf-8' : 'gb18030');

/** What was parsed; undefined where a cell is not of the encoding, of which the full parser knows the place. */
function plainIn(encoding: Encoding, parse: () => PlainCsv | undefined): PlainCsv | undefined {
  try {
    return parse();
  } catch (error) {
    if (encoding === 'gb18030' && error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The bytes of a file with a line feed after the last, without a byte-order mark. */
async function readWithLineFeed(input: ByteInput, size: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(size + 1);
  const filled = await readInto(input, bytes.subarray(0, size), 0);
  bytes[filled] = 0x0a;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.subarray(start, filled + 1);
}

/**
 * Reads a CSV, TSV or semicolon-separated file into dictionary-coded text columns, streamed. The first line holds the column names;
 * blanks around names are dropped, cells stay as they are. Empty lines are passed over.
 *
 * Throws a `DataError` with file and place for: an empty or header-only file, a line with another number of fields than the header (a
 * truncated file), an open quote, bytes that are not of the encoding.
 */
export async function readCsv(input: ByteInput, options: CsvOptions = {}): Promise<CsvFile> {
  const path = nameOf(input);
  const size = await sizeOf(input);
  if (size === 0) throw new DataError(`${path}: the file is empty (0 bytes)`);
  const plain = size <= MOST_BYTES_AT_ONCE ? await readPlain(input, size, options) : undefined;
  if (plain) return plain;
  const encoding = options.encoding ?? (await detectEncoding(input));
  const delimiter = await delimiterOf(input, encoding);

  let names: string[] | undefined;
  const isWanted = wantedIn(options.columns);
  let builders: (TextBuilder | undefined)[] = [];
  let row = 0;
  const take = (cells: readonly string[]): void => {
    if (isBlankRecord(cells)) return;
    if (!names) {
      names = headerNames(path, cells);
      builders = names.map((name) => (isWanted(name) ? new TextBuilder() : undefined));
      return;
    }
    row += 1;
    if (cells.length !== names.length)
      throw new RowProblem(
        ` has ${cells.length} fields, the header has ${names.length}: ${row === 1 && cells.length > names.length ? 'a title stands above the names (delete it), or a cell holds an unquoted separator' : 'the file is truncated or a cell holds an unquoted separator'}`,
      );
    for (let c = 0; c < builders.length; c++) builders[c]?.push(cells[c] as string);
  };
  const written = { encoding, delimiter };
  try {
    await parseRecords(input, written, take, (problem, isNext) => {
      if (isNext && names) row += 1;
      throw new RowProblem(`: ${problem}: the file is truncated or badly quoted`);
    });
  } catch (error) {
    if (!(error instanceof RowProblem)) throw error;
    const line = row === 0 ? 1 : (await rowLines(input, written, row))[row - 1];
    throw new DataError(`${path}: line ${line}${row === 0 ? '' : ` (data row ${row})`}${error.message}`);
  }
  if (!names) throw new DataError(`${path}: no header line`);
  if (row === 0)
    throw new DataError(`${path}: only a header line with ${names.length} columns, no data rows`);
  const texts = builders.map((builder) => builder?.column());
  const columns = options.typed ? texts.map((column) => column && (asNumbers(column) ?? column)) : texts;
  return { table: tableOf(row, names, columns), names, encoding, delimiter };
}
