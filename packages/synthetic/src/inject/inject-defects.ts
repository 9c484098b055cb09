import type { Codebook, IssueCode } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import type { RawTable } from '../raw/csv.ts';
import { codeDefects } from './code-defects.ts';
import { dateDefects } from './date-defects.ts';
import type { Defect } from './defect.ts';
import { numberDefects } from './number-defects.ts';
import { placeDefects } from './place-defects.ts';
import { rosterDefects } from './roster-defects.ts';
import { placeOf, rowView } from './row-view.ts';

/** Every way in which a row can be hurt, besides being there twice. */
export const defects: readonly Defect[] = [
  ...codeDefects,
  ...numberDefects,
  ...dateDefects,
  ...placeDefects,
  ...rosterDefects,
];

/**
 * A row of `injected.csv`. `row` counts data rows of the file from 1. A defect of several cells has one row, its columns and values
 * joined by `;`. A repeated record has the identifier's column, no old value, and the row of the later copy.
 */
export interface InjectedDefect {
  readonly row: number;
  readonly variable: string;
  readonly raw_column: string;
  readonly defect: string;
  readonly code: IssueCode;
  readonly old_value: string;
  readonly new_value: string;
}

export const injectedColumns = [
  'row',
  'variable',
  'raw_column',
  'defect',
  'code',
  'old_value',
  'new_value',
] as const;

const FEWEST_OF_EACH = 3;
const MOST_OF_EACH = 8;

interface Entry {
  cells: readonly string[];
  injected: Omit<InjectedDefect, 'row'> | null;
}

function hurt(
  entry: Entry,
  defect: Defect,
  context: { table: RawTable; codebook: Codebook; random: Random },
): void {
  const { table, codebook, random } = context;
  const row = rowView(table, codebook, entry.cells);
  const changed = Object.entries(defect.change(row, random)).filter(
    ([column, cell]) => row.cell(column) !== cell,
  );
  const cells = [...entry.cells];
  for (const [column, cell] of changed) cells[placeOf(table, column)] = cell;
  entry.injected = {
    variable: defect.variable,
    raw_column: changed.map(([column]) => column).join(';'),
    defect: defect.name,
    code: defect.code,
    old_value: changed.map(([column]) => row.cell(column)).join(';'),
    new_value: changed.map(([, cell]) => cell).join(';'),
  };
  entry.cells = cells;
}

/** Puts copies of untouched records somewhere behind them. */
function repeatRecords(
  entries: Entry[],
  { table, codebook, random }: { table: RawTable; codebook: Codebook; random: Random },
): void {
  const identifier = codebook.respondent.find(({ variable }) => variable === 'respondent_id')?.raw as string;
  for (let left = random.between(FEWEST_OF_EACH, MOST_OF_EACH); left > 0; ) {
    const original = random.integer(entries.length - 1);
    const entry = entries[original] as Entry;
    if (entry.injected) continue;
    const id = entry.cells[placeOf(table, identifier)] as string;
    if (entries.some((other) => other.injected?.new_value === id)) continue;
    entries.splice(random.between(original + 1, entries.length), 0, {
      cells: entry.cells,
      injected: {
        variable: 'respondent_id',
        raw_column: identifier,
        defect: 'record_twice',
        code: 'duplicate_respondent_id',
        old_value: '',
        new_value: id,
      },
    });
    left--;
  }
}

/**
 * Hurts a handful of rows of a raw table, three to eight for each kind of defect and never two in a row, and lists what it did. It
 * knows the layout and nothing of the rules that clean it.
 */
export function injectDefects(
  table: RawTable,
  codebook: Codebook,
  { seed }: { readonly seed: number },
): { table: RawTable; injected: InjectedDefect[] } {
  const random = new Random(seed, codebook.wave, 'inject');
  const entries: Entry[] = table.rows.map((cells) => ({ cells, injected: null }));
  const context = { table, codebook, random };
  for (const defect of defects) {
    let tries = 100 * entries.length;
    for (let left = random.between(FEWEST_OF_EACH, defect.most ?? MOST_OF_EACH); left > 0 && tries > 0; tries--) {
      const entry = entries[random.integer(entries.length)] as Entry;
      if (entry.injected || !defect.fits(rowView(table, codebook, entry.cells))) continue;
      hurt(entry, defect, context);
      left--;
    }
  }
  repeatRecords(entries, context);
  return {
    table: { columns: table.columns, rows: entries.map(({ cells }) => cells) },
    injected: entries.flatMap(({ injected }, i) => (injected ? [{ row: i + 1, ...injected }] : [])),
  };
}
