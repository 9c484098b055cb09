import { nameOf, readPart } from '../byte-input.ts';
import { checkedRows, rowsOf } from '../checked-rows.ts';
import { DataError } from '../data-error.ts';
import { checkEncoding, type Encoding } from '../encoding.ts';
import { type FileEncodingInfo, plainVariable } from '../file-info.ts';
import { readCsv } from '../read-csv.ts';
import { rowLines } from '../row-lines.ts';
import { type Column, table } from '../table.ts';
import { holdsNumbers } from './as-numbers.ts';
import type { FormatReader } from './reading.ts';

/** Text with separators: CSV, TSV, semicolons. Columns of numbers alone become numbers. */
export const readText: FormatReader = async ({ input, container }, options) => {
  const given = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  if (given) await checkEncoding(input, given);
  const read = await readCsv(input, {
    ...(given ? { encoding: given } : {}),
    ...(options.columns ? { columns: options.columns } : {}),
    typed: options.typed !== false,
  });
  const { columns } = read.table;
  const variables = read.names.map((name) => plainVariable(name, kindOf(columns.get(name)), 'text'));
  const from: FileEncodingInfo['from'] = given
    ? 'given'
    : (await hasMark(input))
      ? 'byte-order mark'
      : 'sniffed';
  const { rows } = read.table;
  return {
    lines: () => rowLines(input, read, rows),
    table: {
      ...rowsOf(table(rows, columns), checkedRows(options.rows, rows)),
      variables: new Map(variables.filter(({ name }) => columns.has(name)).map((v) => [v.name, v])),
    },
    info: {
      path: nameOf(input),
      format: 'csv',
      encoding: { name: read.encoding, from },
      delimiter: read.delimiter,
      rows,
      label: '',
      variables,
      multipleResponseSets: [],
      notes: [],
      ...(container ? { container } : {}),
    },
  };
};

const encodings: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'];
const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  'windows-936': 'gb18030',
};

/** @throws DataError for encodings in which no survey files are met. */
export function encodingNamed(name: string): Encoding {
  const plain = name.trim().toLowerCase();
  const found = encodings.find((encoding) => encoding === plain) ?? aliases[plain];
  if (found) return found;
  throw new DataError(`encoding: expected one of ${encodings.join(', ')}; got "${name}"`);
}

const marks = ['efbbbf', 'fffe', 'feff'];

async function hasMark(input: Parameters<typeof readPart>[0]): Promise<boolean> {
  const first = (await readPart(input, 0, 3)).toString('hex');
  return marks.some((mark) => first.startsWith(mark));
}

const kindOf = (column: Column | undefined): 'number' | 'text' =>
  column?.kind === 'number' || (column && holdsNumbers(column)) ? 'number' : 'text';
