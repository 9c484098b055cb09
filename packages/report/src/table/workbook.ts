import type { Label, Language } from '@wavebook/schema';
import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import { fixedZip, unzipped } from '../file/fixed-zip.ts';
import { checkTable } from './check-table.ts';
import { lineHeight } from './line-height.ts';
import { printSetup, type SheetSetup } from './print-setup.ts';
import { type InLanguages, inLanguages, type TableSheet, tableSheet } from './sheet.ts';
import type { Table } from './table.ts';

/** Tables under a heading of the index. */
export interface TableGroup {
  readonly title: Label;
  readonly tables: readonly Table[];
}

export interface WorkbookOptions {
  readonly title: Label;
  /** What every reader must know first: that the data are synthetic, how to read the marks. */
  readonly notes?: readonly Label[];
  /** Both by default: Chinese above or before English. */
  readonly languages?: readonly Language[];
}

const indexName = '目录 Contents';
/** The name of a table's sheet: its number, `1.2` for Table 1.2, without what a sheet may not be called. */
const sheetName = (table: Table): string =>
  table.number.en
    .replace(/^Table /, '')
    .replace(/[[\]/\\:*?']/g, ' ')
    .slice(0, 31);

const indexWidths = [22, 80] as const;

interface Index {
  readonly data: SheetData;
  readonly links: SheetSetup['links'];
}

const indexOf = (groups: readonly TableGroup[], options: WorkbookOptions, say: InLanguages): Index => {
  const text = (value: string, more: CellObject = {}): CellObject => ({
    ...{ value, type: String, format: '@', wrap: true, alignVertical: 'top' },
    ...more,
  });
  const data: SheetData = [
    [text(say(options.title, '\n'), { fontWeight: 'bold', fontSize: 16, columnSpan: 2, height: 50 }), null],
    ...(options.notes ?? []).map((note) => {
      const told = say(note, '\n');
      const height = lineHeight([[told, indexWidths[0] + indexWidths[1]]]);
      return [text(told, { columnSpan: 2, height }), null];
    }),
    [null, null],
  ];
  const links: { row: number; column: number; sheet: string }[] = [];
  for (const { title, tables } of groups) {
    data.push([text(say(title, ' '), { fontWeight: 'bold', columnSpan: 2 }), null]);
    for (const table of tables) {
      const row = data.length;
      links.push(...[0, 1].map((column) => ({ row, column, sheet: sheetName(table) })));
      const blue = { textColor: '#12436D' };
      const name = say(table.title, '\n');
      const height = lineHeight([[name, indexWidths[1]]]);
      data.push([text(say(table.number, ' '), { ...blue, height }), text(name, { ...blue, height })]);
    }
  }
  return { data, links };
};

/**
 * Writes tables as an XLSX file: an index with links, then a sheet for each table with typed cells (shares between 0 and 1 shown in per
 * cent), a frozen header that is printed on every page, and the ids of its figures at the right. Texts are text, whatever they begin with.
 * The same tables give the same bytes.
 *
 * @throws if two tables have the same number.
 */
export async function workbook(groups: readonly TableGroup[], options: WorkbookOptions): Promise<Uint8Array> {
  const tables = groups.flatMap((group) => group.tables);
  const names = tables.map(sheetName);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    throw new Error(`workbook: two tables are called "Table ${repeated}"; number them apart`);
  tables.forEach(checkTable);
  const say = inLanguages(options.languages ?? ['zh', 'en']);
  const index = indexOf(groups, options, say);
  const sheets = tables.map((table): TableSheet => tableSheet(table, say));
  const setups: SheetSetup[] = [
    {
      name: indexName,
      printed: { columns: 2, rows: index.data.length },
      landscape: false,
      links: index.links,
    },
    ...sheets.map((sheet, i) => ({
      name: names[i] as string,
      repeated: [sheet.headerStart, sheet.headerEnd] as const,
      printed: { columns: sheet.printedColumns, rows: sheet.data.length },
      landscape: sheet.printedColumns > 7,
      links: [{ row: 1, column: 0, sheet: indexName }],
    })),
  ];
  const written = await writeExcelFile(
    [
      {
        data: index.data,
        sheet: indexName,
        columns: indexWidths.map((width) => ({ width })),
        showGridLines: false,
      },
      ...sheets.map((sheet, i) => ({
        ...{ data: sheet.data, sheet: names[i] as string, showGridLines: false },
        ...{
          columns: sheet.widths.map((width) => ({ width })),
          stickyRowsCount: sheet.headerEnd,
          stickyColumnsCount: 1,
        },
      })),
    ],
    { fontFamily: 'Arial', fontSize: 10, features: [printSetup(setups)] },
  ).toBuffer();
  return fixedZip(unzipped(written));
}
