import { gzipSync } from 'node:zlib';
import { type Column, type Table, tablePieces, zipOf } from '@wavebook/tables';
import { codebookOf, type Wave } from '../population/waves.ts';
import { csvText, type RawTable } from './csv.ts';
import { withFiller } from './filler.ts';
import { encodeGb18030 } from './gb18030.ts';
import { layouts } from './layout.ts';
import { namedAs, type RawEncoding, type RawFormat } from './raw-format.ts';
import { typedTable } from './typed-table.ts';

const ROWS_AT_A_TIME = 5000;

export interface RawFileOptions {
  readonly format: RawFormat;
  readonly encoding: RawEncoding;
  /** how many columns the file shall have at least, filled up with such as no codebook knows */
  readonly columns?: number;
  readonly seed: number;
}

/** The bytes of a wave's raw file in pieces, each good until the next. */
export function rawPieces(wave: Wave, cells: RawTable, options: RawFileOptions): Iterable<Uint8Array> {
  const { format, encoding, columns = 0, seed } = options;
  const { fileName } = layouts[wave];
  if (format === 'csv' || format === 'gz' || format === 'zip') {
    const filler = withFiller({ rows: cells.rows.length, columns: named(cells) }, columns, seed);
    const pieces = csvPieces(wave, cells, filler, encoding);
    if (format === 'csv') return pieces;
    const whole = Buffer.concat([...pieces]);
    return [format === 'gz' ? gzipSync(whole) : zipOf({ [namedAs(fileName, 'csv')]: whole })];
  }
  const typed = typedTable(cells, codebookOf(wave), { declareMissing: format === 'sav' });
  return tablePieces(withFiller(typed, columns, seed), {
    format,
    label: `${wave} 合成数据 synthetic`,
    ...(format === 'dta' || format === 'sav' ? { encoding } : {}),
  });
}

/** The columns that are there, of which the number alone counts. */
const named = ({ columns }: RawTable): Map<string, Column> => {
  const empty: Column = { kind: 'number', values: new Float64Array(0) };
  return new Map(columns.map((name) => [name, empty]));
};

/** CSV with the line ends of Windows. */
function* csvPieces(
  wave: Wave,
  { columns, rows }: RawTable,
  filler: Table,
  encoding: RawEncoding,
): Generator<Buffer> {
  const toBytes = (text: string): Buffer =>
    encoding === 'gb18030' ? encodeGb18030(text) : Buffer.from(text, 'utf8');
  const more = [...filler.columns].slice(columns.length);
  const names = [...columns.map(layouts[wave].header), ...more.map(([name]) => name)];
  yield toBytes(csvText({ columns: names, rows: [] }, '\r\n'));
  for (let start = 0; start < rows.length; start += ROWS_AT_A_TIME) {
    const part = rows.slice(start, start + ROWS_AT_A_TIME);
    const whole =
      more.length === 0
        ? part
        : part.map((cells, i) => [...cells, ...more.map(([, column]) => cellText(column, start + i))]);
    yield toBytes(csvText({ columns: [], rows: whole }, '\r\n').slice('\r\n'.length));
  }
}

const cellText = (column: Column, row: number): string => {
  if (column.kind === 'text') return column.levels[column.codes[row] as number] ?? '';
  const value = column.values[row] as number;
  return Number.isNaN(value) ? '' : String(value);
};
