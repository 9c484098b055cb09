import type { Label, Language } from '@wavebook/schema';
import type { CellObject, Row, SheetData } from 'write-excel-file/node';
import { shownText } from '../shown-text.ts';
import { heatOfCell } from './cell-text.ts';
import { type HeaderCell, headerRows } from './header-rows.ts';
import { heatColours } from './heat.ts';
import { lineHeight } from './line-height.ts';
import { type Heat, isHeading, type Table } from './table.ts';
import { tableNotes } from './table-notes.ts';
import { type TypedValue, typedColumns } from './typed-columns.ts';

/** A label in the languages of a workbook. */
export type InLanguages = (label: Label, separator: string) => string;

export function inLanguages(languages: readonly Language[]): InLanguages {
  return (label, separator) =>
    [...new Set(languages.map((lang) => shownText(label[lang])))].filter(Boolean).join(separator);
}

/** One sheet: its cells, its widths, and where its header, its lines and its printed columns end. */
export interface TableSheet {
  readonly data: SheetData;
  readonly widths: readonly number[];
  readonly headerEnd: number;
  readonly headerStart: number;
  readonly printedColumns: number;
}

const rule = '#1D2733';
const quiet = '#55606E';
/** Text whatever it begins with: the cell's type is text and its format says so. */
const text = (value: string, more: CellObject = {}): CellObject => ({
  value,
  type: String,
  format: '@',
  ...more,
});

const numberFormat = (decimals: number, share: boolean): string => {
  const fraction = decimals > 0 ? `.${'0'.repeat(decimals)}` : '';
  return share ? `0${fraction}%` : `#,##0${fraction}`;
};

/** How a sheet shades a class of colour. */
const shadeOf = (heat: Heat | undefined): CellObject => {
  const colour = heat === undefined ? undefined : heatColours[heat];
  return colour ? { backgroundColor: colour.fill, textColor: colour.text } : {};
};

const widthOf = { text: 26, figure: 11, estimate: 10, interval: 10, count: 10, number: 11 };

/** The width of a column in characters. */
function widthOfColumn(table: Table, column: number): number {
  const { kind, width } = table.columns[column] as Table['columns'][number];
  return width ?? widthOf[kind];
}

/** Lays a table out on a sheet: title, header lines, typed cells in three-line style, notes; ids at the right, outside the printed columns. */
export function tableSheet(table: Table, say: InLanguages): TableSheet {
  const columns = typedColumns(table);
  const printedColumns = columns.filter(({ part }) => part !== 'id').length;
  const empty = (): Row => columns.map(() => null);
  const firstOf = (column: number): number =>
    columns.findIndex((c) => c.column === column && c.part !== 'id');
  const spanOf = (column: number): number =>
    columns.filter((c) => c.column === column && c.part !== 'id').length;
  const alone = (value: string, more: CellObject): Row => {
    const line = empty();
    line[0] = text(value, more);
    return line;
  };
  const data: SheetData = [
    alone(
      say({ zh: `${table.number.zh} ${table.title.zh}`, en: `${table.number.en} ${table.title.en}` }, '\n'),
      {
        ...{ fontWeight: 'bold', fontSize: 13, wrap: true, height: 40, alignVertical: 'top' },
        columnSpan: printedColumns,
      },
    ),
    alone(`← ${say({ zh: '目录', en: 'Contents' }, ' ')}`, { textColor: '#12436D' }),
  ];
  const headerStart = data.length;
  const header = headerRows(table);
  const headerText = ({ label, symbol, unit }: HeaderCell): string =>
    [say(label, '\n'), symbol && ` ${symbol}`, unit && `\n${say(unit, ' / ')}`].filter(Boolean).join('');
  header.forEach((cells, line) => {
    const row = empty();
    const first = line === 0;
    const height =
      14 * Math.max(...cells.filter((c) => c.lines === 1).map((c) => headerText(c).split('\n').length));
    const last = (lines: number): boolean => line + lines === header.length;
    for (const cell of cells) {
      const at = firstOf(cell.at);
      const columnSpan = Array.from({ length: cell.columns }, (_, i) => spanOf(cell.at + i)).reduce(
        (a, b) => a + b,
        0,
      );
      row[at] = text(headerText(cell), {
        ...{
          fontWeight: 'bold',
          wrap: true,
          alignVertical: 'bottom',
          height,
          columnSpan,
          rowSpan: cell.lines,
        },
        align: cell.kind === 'text' ? 'left' : 'center',
        ...(first ? { topBorderStyle: 'medium', topBorderColor: rule } : {}),
        ...(last(cell.lines) || cell.kind === 'group'
          ? { bottomBorderStyle: 'thin', bottomBorderColor: rule }
          : {}),
      } as CellObject);
    }
    if (line === header.length - 1)
      columns.forEach(({ part, label }, i) => {
        if (part === 'id')
          row[i] = text(say(label, '\n'), { textColor: quiet, wrap: true, alignVertical: 'bottom' });
      });
    data.push(row);
  });
  const headerEnd = data.length;
  const written = (value: TypedValue, more: CellObject): CellObject | null => {
    if (value === undefined) return Object.keys(more).length > 0 ? { value: '', ...more } : null;
    if ('text' in value) return text(say(value.text, ' '), more);
    return {
      ...{ value: value.number, type: Number, format: numberFormat(value.decimals, value.share) },
      ...more,
    };
  };
  table.rows.forEach((line, i) => {
    const end: CellObject =
      i === table.rows.length - 1 ? { bottomBorderStyle: 'medium', bottomBorderColor: rule } : {};
    if (isHeading(line)) {
      data.push(alone(say(line.heading, ' '), { fontWeight: 'bold', columnSpan: printedColumns, ...end }));
      return;
    }
    const height = lineHeight(
      line.cells.flatMap((cell, column) =>
        cell.kind === 'text' ? [[say(cell.text, ' '), widthOfColumn(table, column)] as const] : [],
      ),
    );
    data.push(
      columns.map(({ column, part, value }) => {
        const cell = line.cells[column] as (typeof line.cells)[number];
        if (part === 'id') return written(value(cell), { textColor: quiet });
        const indent = cell.kind === 'text' && cell.indent ? { indent: cell.indent } : {};
        const wrap = cell.kind === 'text' ? { wrap: true, height } : {};
        const heat = part === 'value' ? shadeOf(heatOfCell(cell)) : {};
        return written(value(cell), { alignVertical: 'top', ...indent, ...wrap, ...heat, ...end });
      }),
    );
  });
  for (const { heat, label } of table.legend ?? [])
    data.push(alone(say(label, ' / '), { fontSize: 9, ...shadeOf(heat) }));
  for (const note of tableNotes(table))
    data.push(
      alone(say(note, '\n'), {
        fontSize: 9,
        textColor: quiet,
        wrap: true,
        columnSpan: printedColumns,
        height: 26,
      }),
    );
  const widths = columns.map(({ column, part }) => {
    if (part === 'symbol') return 5;
    if (part === 'id') return 16;
    return widthOfColumn(table, column);
  });
  return { data, widths, headerStart, headerEnd, printedColumns };
}
