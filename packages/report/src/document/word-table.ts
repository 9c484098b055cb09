import type { Language } from '@wavebook/schema';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  type IBorderOptions,
  Paragraph,
  ShadingType,
  TableLayoutType,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
  TableCell as WordCell,
  TableRow as WordRow,
  Table as WordTable,
} from 'docx';
import { shownText } from '../shown-text.ts';
import { cellInterval, cellSymbol, cellText, heatOfCell } from '../table/cell-text.ts';
import { checkTable } from '../table/check-table.ts';
import { headerRows } from '../table/header-rows.ts';
import { heatColours } from '../table/heat.ts';
import { type Heat, isHeading, type Table, type TableColumn } from '../table/table.ts';
import { tableNotes } from '../table/table-notes.ts';
import { bookmarkOf } from './bookmark.ts';
import { ink, quiet } from './word-style.ts';

/** Width of the text on an A4 page, in twentieths of a point. */
const textWidth = 9866;
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: ink };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: ink };
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };

const usual: Record<TableColumn['kind'], number> = {
  text: 24,
  figure: 9,
  estimate: 11,
  interval: 13,
  count: 8,
  number: 9,
};

const widthsOf = (columns: readonly TableColumn[]): number[] => {
  const wanted = columns.map(({ kind, width }) => width ?? usual[kind]);
  const sum = wanted.reduce((a, b) => a + b, 0);
  return wanted.map((width) => Math.floor((width / sum) * textWidth));
};

interface Shade {
  readonly shading: { readonly type: 'clear'; readonly fill: string };
  readonly color: string;
}

/** How Word shades a class of colour. */
function shadeOf(heat: Heat | undefined): Shade | undefined {
  const colour = heat === undefined ? undefined : heatColours[heat];
  if (!colour) return undefined;
  return { shading: { type: ShadingType.CLEAR, fill: colour.fill.slice(1) }, color: colour.text.slice(1) };
}

const line = (children: TextRun[], alignment: 'left' | 'right' | 'center', keepNext: boolean): Paragraph =>
  new Paragraph({ style: 'TableText', alignment, keepNext, keepLines: true, children });

/**
 * A table as Word's own: caption with a bookmark for cross-references, header lines repeated on every page, three-line style, lines that do
 * not break over pages, and the notes.
 */
export function wordTable(table: Table, lang: Language): (Paragraph | WordTable)[] {
  checkTable(table);
  const widths = widthsOf(table.columns);
  const small = table.columns.length > 8;
  const size = small ? { size: 14 } : {};
  const run = (
    text: string,
    more: { bold?: boolean; superScript?: boolean; color?: string; size?: number; break?: number } = {},
  ): TextRun => new TextRun({ text: shownText(text), ...size, ...more });
  const lines = headerRows(table);
  const covered = new Set<number>();
  const header = lines.map((cells, l) => {
    const made = [...cells.map((cell) => ({ ...cell, below: false }))];
    if (l > 0)
      for (const at of covered)
        made.push({
          at,
          below: true,
          label: { zh: '', en: '' },
          symbol: '',
          kind: 'text',
          columns: 1,
          lines: 1,
        });
    for (const cell of cells) if (cell.lines > 1) covered.add(cell.at);
    made.sort((a, b) => a.at - b.at);
    const last = l === lines.length - 1;
    return new WordRow({
      tableHeader: true,
      cantSplit: true,
      children: made.map((cell) => {
        const width = widths.slice(cell.at, cell.at + cell.columns).reduce((a, b) => a + b, 0);
        const unit = cell.unit ? [run(cell.unit[lang], { break: 1, color: quiet })] : [];
        const symbol = cell.symbol ? [run(cell.symbol, { superScript: true })] : [];
        const text = cell.below ? [] : [run(cell.label[lang], { bold: true }), ...symbol, ...unit];
        return new WordCell({
          width: { size: width, type: WidthType.DXA },
          columnSpan: cell.columns,
          ...(cell.lines > 1 ? { verticalMerge: VerticalMergeType.RESTART } : {}),
          ...(cell.below ? { verticalMerge: VerticalMergeType.CONTINUE } : {}),
          verticalAlign: VerticalAlign.BOTTOM,
          borders: {
            top: l === 0 ? thick : none,
            bottom: last || cell.lines > 1 || cell.kind === 'group' ? thin : none,
            left: none,
            right: none,
          },
          children: [
            line(
              text,
              cell.kind === 'text'
                ? AlignmentType.LEFT
                : cell.kind === 'group'
                  ? AlignmentType.CENTER
                  : AlignmentType.RIGHT,
              true,
            ),
          ],
        });
      }),
    });
  });
  const body = table.rows.map((row, r) => {
    const end = r === table.rows.length - 1;
    const borders = { top: none, bottom: end ? thick : none, left: none, right: none };
    const keepNext = r === 0 || r === table.rows.length - 2 || isHeading(row);
    if (isHeading(row))
      return new WordRow({
        cantSplit: true,
        children: [
          new WordCell({
            ...{ columnSpan: table.columns.length, borders },
            children: [line([run(row.heading[lang], { bold: true })], AlignmentType.LEFT, true)],
          }),
        ],
      });
    return new WordRow({
      cantSplit: true,
      children: row.cells.map((cell, i) => {
        const symbol = cellSymbol(cell);
        const interval = cellInterval(cell);
        const heat = shadeOf(heatOfCell(cell));
        const indent = cell.kind === 'text' && cell.indent ? '\u3000'.repeat(cell.indent) : '';
        return new WordCell({
          width: { size: widths[i] as number, type: WidthType.DXA },
          borders,
          ...(heat ? { shading: heat.shading } : {}),
          children: [
            line(
              [
                run(`${indent}${cellText(cell, lang)}`, heat ? { color: heat.color } : {}),
                ...(symbol ? [run(symbol, { superScript: true })] : []),
                ...(interval ? [run(interval, { break: 1, color: quiet, size: small ? 11 : 13 })] : []),
              ],
              cell.kind === 'text' ? AlignmentType.LEFT : AlignmentType.RIGHT,
              keepNext,
            ),
          ],
        });
      }),
    });
  });
  const notes = tableNotes(table).map((note) => note[lang]);
  const caption = new Paragraph({
    style: 'Caption',
    children: [
      new Bookmark({ id: bookmarkOf(table.id), children: [new TextRun(shownText(table.number[lang]))] }),
      new TextRun(shownText(`  ${table.title[lang]}`)),
    ],
  });
  const key = (table.legend ?? []).map(({ heat, label }) => {
    const { shading, color } = shadeOf(heat) as Shade;
    return new TextRun({ text: ` ${shownText(label[lang])} `, size: 15, color, shading });
  });
  return [
    caption,
    ...(key.length > 0 ? [new Paragraph({ style: 'TableText', keepNext: true, children: key })] : []),
    new WordTable({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: widths,
      margins: { left: 60, right: 60, top: 0, bottom: 0 },
      rows: [...header, ...body],
    }),
    new Paragraph({
      style: 'Note',
      children: [new TextRun(shownText(notes.join(lang === 'zh' ? '' : ' ')))],
    }),
  ];
}
