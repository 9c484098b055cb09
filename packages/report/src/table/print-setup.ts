import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import {
  getCellAddress,
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility';

/** A link from a cell to the first cell of another sheet. */
interface SheetLink {
  readonly row: number;
  readonly column: number;
  readonly sheet: string;
}

/** What a sheet prints and links: the lines repeated on each page, the last printed column and line, and its links. */
export interface SheetSetup {
  readonly name: string;
  readonly repeated?: readonly [from: number, to: number];
  readonly printed: { readonly columns: number; readonly rows: number };
  readonly landscape: boolean;
  readonly links: readonly SheetLink[];
}

const sheetFile = 'xl/worksheets/sheet{id}.xml';
const order = getOrderOfSiblings(sheetFile, 'worksheet') ?? [];
const quotedName = (name: string): string => `'${name.replaceAll("'", "''")}'`;
const absolute = (row: number, column: number): string =>
  getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');

const inSheet = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(xml, markup, order, 'worksheet');

/** Print set-up and links of every sheet: A4, as wide as the page, header lines on each page, page numbers, printed columns alone. */
export function printSetup(sheets: readonly SheetSetup[]): Feature<Stream | Buffer | Blob> {
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) => {
            const { links, landscape } = sheets[sheetIndex] as SheetSetup;
            const targets = links.map(
              ({ row, column, sheet }) =>
                `<hyperlink ref="${getCellAddress(row, column)}" location="${sanitizeAttributeValue(`${quotedName(sheet)}!A1`)}"/>`,
            );
            const parts = [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              ...(targets.length > 0 ? [`<hyperlinks>${targets.join('')}</hyperlinks>`] : []),
              '<printOptions horizontalCentered="1"/>',
              '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
              `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`,
              '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
            ];
            return parts.reduce(inSheet, xml);
          },
        },
        'xl/workbook.xml': {
          transform: (xml: string) => {
            const names = sheets.flatMap(({ name, repeated, printed }, i) => {
              const named = (what: string, range: string): string =>
                `<definedName name="_xlnm.${what}" localSheetId="${i}">${sanitizeTextContent(`${quotedName(name)}!${range}`)}</definedName>`;
              const area = `${absolute(0, 0)}:${absolute(printed.rows - 1, printed.columns - 1)}`;
              return [
                named('Print_Area', area),
                ...(repeated ? [named('Print_Titles', `$${repeated[0] + 1}:$${repeated[1]}`)] : []),
              ];
            });
            const markup = `<definedNames>${names.join('')}</definedNames>`;
            return xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, () => markup);
          },
        },
      },
    },
  } as Feature<Stream | Buffer | Blob>;
}
