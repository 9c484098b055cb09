import { nameOf } from '../byte-input.ts';
import { checkedRows, rowsOf } from '../checked-rows.ts';
import { unzip } from '../containers/unzip.ts';
import { checkExpansion, zipMembers } from '../containers/zip-directory.ts';
import { DataError } from '../data-error.ts';
import { plainVariable } from '../file-info.ts';
import { table } from '../table.ts';
import { columnLetters } from '../write/column-letters.ts';
import { type Cell, columnOfCells } from './cell-columns.ts';
import { headerRow, isEmpty } from './header-row.ts';
import { problemOfPart } from './problem-of-part.ts';
import type { FormatReader, ReadTableOptions } from './reading.ts';

interface Sheet {
  readonly sheet: string;
  readonly data: readonly (readonly Cell[])[];
}

/** A sheet of an Excel workbook: its first row with cells holds the names, rows without cells are passed over. */
export const readXlsx: FormatReader = async ({ input, container }, options) => {
  if (typeof input === 'string') throw new Error('readXlsx: expected the bytes of the workbook');
  const name = nameOf(input);
  const warnings = checkWorkbook(name, input.bytes);
  const sheets = await sheetsOf(name, input.bytes);
  const { sheet, data } = chosenSheet(name, sheets, options.sheet);
  const place = `${name}: sheet "${sheet}"`;
  const others = sheets.length > 1 ? `; its sheets: ${listed(sheets)}` : '';
  const first = data.findIndex((cells) => !isEmpty(cells));
  if (first < 0) throw new DataError(`${place}: the sheet is empty${others}`);
  const top = headerRow(data, first);
  const names = headerNames(`${place}, row ${top + 1}`, data[top] as readonly Cell[]);
  const records = data.slice(top + 1).filter((cells) => !isEmpty(cells));
  if (records.length === 0)
    throw new DataError(`${place}: only a header row with ${names.length} columns, no data rows${others}`);
  const beyond = records.findIndex((cells) => cells.slice(names.length).some((cell) => cell !== null));
  if (beyond >= 0)
    throw new DataError(
      `${place}: data row ${beyond + 1} has cells to the right of the last name "${names.at(-1)}"; name their column or clear them, and delete what stands above the names`,
    );
  const wanted = options.columns && new Set(options.columns);
  const columns = names.map(
    (column, i) => [column, columnOfCells(records.map((cells) => cells[i]))] as const,
  );
  const dates = columns.filter((_, i) => records.some((cells) => cells[i] instanceof Date)).map(([n]) => n);
  const passed = data.length - top - 1 - records.length;
  const variables = columns.map(([column, { kind }]) =>
    plainVariable(column, kind, dates.includes(column) ? 'date' : kind),
  );
  const kept = columns.filter(([column]) => wanted?.has(column) ?? true);
  const rows = records.length;
  return {
    lines: async () => data.flatMap((cells, i) => (i > top && !isEmpty(cells) ? [i + 1] : [])),
    table: {
      ...rowsOf(table(rows, kept), checkedRows(options.rows, rows)),
      variables: new Map(variables.filter((v) => wanted?.has(v.name) ?? true).map((v) => [v.name, v])),
    },
    info: {
      path: name,
      format: 'xlsx',
      sheet: { name: sheet, names: sheets.map((other) => other.sheet) },
      rows,
      label: '',
      variables,
      multipleResponseSets: [],
      notes: [
        ...(sheet !== sheets[0]?.sheet && options.sheet === undefined
          ? [`sheet "${sheet}" is read, the only one of ${sheets.length} that holds a table`]
          : []),
        ...(top > 0
          ? [
              `the names stand in row ${top + 1}${top > first ? '; what stands above them is passed over' : ''}`,
            ]
          : []),
        ...(passed > 0 ? [`${passed} rows without cells are passed over`] : []),
        ...(dates.length > 0 ? [`dates are read as text such as 2017-05-01 in ${dates.join(', ')}`] : []),
        ...warnings,
      ],
      ...(container ? { container } : {}),
    },
  };
};

/** Excel's reader checks no sums, trusts the sizes that the file says, and reads errors as empty cells. */
function checkWorkbook(name: string, bytes: Buffer): string[] {
  const members = zipMembers(name, bytes);
  checkExpansion(name, bytes.length, members);
  let errors = 0;
  let merged = 0;
  let texts = '';
  for (const member of members) {
    const part = unzip(name, bytes, member);
    const problem = /^xl\/.*\.xml$/.test(member.name) ? problemOfPart(part) : undefined;
    if (problem)
      throw new DataError(`${name}: part ${member.name}: ${problem}; the workbook is damaged, save it again`);
    if (member.name === 'xl/sharedStrings.xml') texts = countedTexts(part);
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(member.name)) continue;
    errors += count(part, ' t="e"');
    merged += count(part, '<mergeCell ');
  }
  return [
    ...(errors > 0 ? [`${errors} cells with errors such as #N/A are read as empty`] : []),
    ...(merged > 0 ? [`of ${merged} merged areas only the first cell holds the value`] : []),
    ...(texts === '' ? [] : [texts]),
  ];
}

/** Cells name their texts by number, so that one too many or too few gives all behind it another. */
function countedTexts(part: Buffer): string {
  const declared = /\suniqueCount\s*=\s*["'](\d+)/.exec(part.toString('latin1', 0, 1024))?.[1];
  const found = count(part, '<si>') + count(part, '<si ') + count(part, '<si/>');
  return declared === undefined || found === 0 || found === Number(declared)
    ? ''
    : `the workbook says that it has ${declared} texts, but it has ${found}; look whether texts stand in the right cells`;
}

function count(bytes: Buffer, text: string): number {
  let found = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) found++;
  return found;
}

async function sheetsOf(name: string, bytes: Buffer): Promise<Sheet[]> {
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    return (await readWorkbook(bytes, { trim: false })) as unknown as Sheet[];
  } catch (error) {
    throw new DataError(`${name}: not an Excel workbook that can be read: ${(error as Error).message}`);
  }
}

/** The sheet that is asked for; else the first, or the only one with more than a row where the first has none: a cover before the data. */
function chosenSheet(file: string, sheets: readonly Sheet[], wanted: ReadTableOptions['sheet']): Sheet {
  const isTable = ({ data }: Sheet): boolean => data.filter((cells) => !isEmpty(cells)).length > 1;
  const [first] = sheets;
  if (wanted === undefined && first && !isTable(first)) {
    const [only, ...others] = sheets.filter(isTable);
    return only && others.length === 0 ? only : first;
  }
  const found =
    typeof wanted === 'string' ? sheets.find(({ sheet }) => sheet === wanted) : sheets[(wanted ?? 1) - 1];
  if (found) return found;
  throw new DataError(`${file}: has no sheet ${JSON.stringify(wanted ?? 1)}; its sheets: ${listed(sheets)}`);
}

const listed = (sheets: readonly Sheet[]): string => sheets.map(({ sheet }) => `"${sheet}"`).join(', ');

function headerNames(place: string, cells: readonly Cell[]): string[] {
  let width = cells.length;
  while (width > 0 && isEmpty([cells[width - 1] as Cell])) width--;
  const names = cells.slice(0, width).map((cell) => String(cell ?? '').trim());
  names.forEach((name, i) => {
    if (name === '')
      throw new DataError(
        `${place}: column ${columnLetters(i)} of the header has no name; where header cells are merged or a title stands above, leave one row with a name in each column`,
      );
    const first = names.indexOf(name);
    if (first !== i)
      throw new DataError(
        `${place}: header names "${name}" twice, in columns ${columnLetters(first)} and ${columnLetters(i)}; rename one`,
      );
  });
  return names;
}
