import type { Column, Table } from '../table.ts';
import { columnLetters } from './column-letters.ts';
import { zipOf } from './zip-of.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The table as an Excel workbook of one sheet: names in the first row, numbers as numbers, all else as text. */
export function xlsxBytes(input: Table): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(input),
  };
  const encoder = new TextEncoder();
  return zipOf(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, encoder.encode(declaration + text)]),
    ),
  );
}

function sheet(input: Table): string {
  const columns = [...input.columns.values()].map((column, i) => cellTexts(column, columnLetters(i)));
  const names = [...input.columns.keys()].map((name, i) => textCell(`${columnLetters(i)}1`, name));
  const rows = [`<row r="1">${names.join('')}</row>`];
  for (let row = 0; row < input.rows; row++)
    rows.push(`<row r="${row + 2}">${columns.map((cell) => cell(row)).join('')}</row>`);
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

const cellTexts = (column: Column, letters: string): ((row: number) => string) => {
  if (column.kind === 'number')
    return (row) => {
      const value = column.values[row] as number;
      return Number.isNaN(value) ? '' : `<c r="${letters}${row + 2}"><v>${value}</v></c>`;
    };
  return (row) => {
    const text = column.levels[column.codes[row] as number];
    return text === undefined ? '' : textCell(`${letters}${row + 2}`, text);
  };
};

const textCell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
