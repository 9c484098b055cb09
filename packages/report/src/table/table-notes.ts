import type { Label } from '@wavebook/schema';
import { markMeanings } from '../words/notes.ts';
import { cellSymbol } from './cell-text.ts';
import { isHeading, type Table } from './table.ts';

const fewMeans: Label = {
  zh: '<10：该格或其余不足10人，不列数字。',
  en: '<10: fewer than ten in the cell or in the rest; the number is not shown.',
};

const followsMeans: Label = {
  zh: '×：由此可推出不足10人的数字，不列。',
  en: '×: not shown, since a number below ten would follow from it.',
};

/** What is printed under a table: the meanings of the symbols that it uses, its notes, its source. */
export function tableNotes(table: Table): Label[] {
  const used = new Set<string>();
  for (const { symbol } of table.columns) if (symbol) used.add(symbol);
  const cells = table.rows.flatMap((row) => (isHeading(row) ? [] : row.cells));
  for (const cell of cells) used.add(cell.kind === 'withheld' ? cell.mark : cellSymbol(cell));
  used.delete('');
  const known = new Map<string, Label>([
    ...Object.entries(markMeanings),
    ...(table.footnotes ?? []).map(({ symbol, text }): [string, Label] => [
      symbol,
      { zh: `${symbol} ${text.zh}`, en: `${symbol} ${text.en}` },
    ]),
  ]);
  const symbols = [...used].sort().map((symbol) => {
    const meaning = known.get(symbol);
    if (!meaning)
      throw new Error(`tableNotes: table "${table.id}" uses the symbol "${symbol}"; give it a footnote`);
    return meaning;
  });
  const source = table.source
    ? [{ zh: `资料来源：${table.source.zh}`, en: `Source: ${table.source.en}` }]
    : [];
  const hidden = cells.filter((cell) => cell.kind === 'few');
  const few = [
    ...(hidden.some(({ follows }) => !follows) ? [fewMeans] : []),
    ...(hidden.some(({ follows }) => follows) ? [followsMeans] : []),
  ];
  return [...symbols, ...few, ...(table.notes ?? []), ...source];
}
