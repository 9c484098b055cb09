import { type Codebook, type IssueCode, issueRules } from '@wavebook/schema';
import type { Random } from '../random/random.ts';
import { csvText, type RawTable } from '../raw/csv.ts';
import type { Defect } from './defect.ts';
import { placeOf, rowView } from './row-view.ts';

/**
 * A row of `injected.csv`. `row` counts data rows of the file from 1. A defect of several cells has one row, its columns and values
 * joined by `;`. A repeated record has the identifier's column, no old value, and the row of the later copy.
 */
export interface InjectedDefect {
  readonly row: number;
  readonly variable: string;
  readonly raw_column: string;
  readonly defect: string;
  /** Empty where a careful reader reads the cell without a word. */
  readonly code: IssueCode | '';
  readonly old_value: string;
  readonly new_value: string;
}

const injectedColumns = [
  'row',
  'variable',
  'raw_column',
  'defect',
  'code',
  'old_value',
  'new_value',
] as const;

/** Rows tried at random before all are looked at in turn. */
const RANDOM_TRIES = 500;

export interface Entry {
  cells: readonly string[];
  /** The cells as they must be for a reader who empties what he gives up; null if he takes the record out. */
  corrected: readonly string[] | null;
  injected: Omit<InjectedDefect, 'row'> | null;
}

export interface Context {
  readonly table: RawTable;
  readonly codebook: Codebook;
  readonly random: Random;
}

export function withCells(
  table: RawTable,
  cells: readonly string[],
  changes: Iterable<readonly [string, string]>,
) {
  const changed = [...cells];
  for (const [column, cell] of changes) changed[placeOf(table, column)] = cell;
  return changed;
}

function corrected(
  entry: Entry,
  hurt: Entry['cells'],
  code: Defect['code'],
  clears: readonly string[],
  table: RawTable,
) {
  if (code === '') return entry.cells;
  const { action } = issueRules[code];
  if (action === 'keep') return hurt;
  return action === 'set_invalid'
    ? withCells(
        table,
        entry.cells,
        clears.map((column) => [column, ''] as const),
      )
    : null;
}

function hurt(entry: Entry, defect: Defect, { table, codebook, random }: Context): void {
  const row = rowView(table, codebook, entry.cells);
  const changed = Object.entries(defect.change(row, random)).filter(
    ([column, cell]) => row.cell(column) !== cell,
  );
  const columns = changed.map(([column]) => column);
  const cells = withCells(table, entry.cells, changed);
  entry.corrected = corrected(entry, cells, defect.code, defect.clears?.(row) ?? columns, table);
  entry.injected = {
    variable: typeof defect.variable === 'string' ? defect.variable : defect.variable(row),
    raw_column: columns.join(';'),
    defect: defect.name,
    code: defect.code,
    old_value: columns.map((column) => row.cell(column)).join(';'),
    new_value: changed.map(([, cell]) => cell).join(';'),
  };
  entry.cells = cells;
}

/** Untouched rows that can have a defect: found at random, and where that is slow by going through all from a random one on. */
function* candidates(entries: readonly Entry[], defect: Defect, { table, codebook, random }: Context) {
  const can = (entry: Entry) => !entry.injected && defect.fits(rowView(table, codebook, entry.cells));
  for (let tries = 0; tries < RANDOM_TRIES; tries++) {
    const entry = entries[random.integer(entries.length)] as Entry;
    if (can(entry)) yield entry;
  }
  const start = random.integer(entries.length);
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[(start + i) % entries.length] as Entry;
    if (can(entry)) yield entry;
  }
}

/** Hurts rows by each kind that the layout can have, `fewest` to `most` of each, never two in a row. */
export function hurtRows(
  entries: readonly Entry[],
  kinds: readonly Defect[],
  context: Context,
  [fewest, most]: readonly [number, number],
): void {
  for (const defect of kinds) {
    if (defect.in?.(context.codebook) === false) continue;
    const limit = defect.most ?? most;
    let left = context.random.between(Math.min(fewest, limit), limit);
    for (const entry of candidates(entries, defect, context)) {
      hurt(entry, defect, context);
      if (--left === 0) break;
    }
  }
}

/** Puts copies of untouched records somewhere behind them. */
export function repeatRecords(
  entries: Entry[],
  key: string,
  count: number,
  { table, codebook, random }: Context,
): void {
  const identifier = codebook.respondent.find(({ variable }) => variable === key)?.raw as string;
  for (let left = count; left > 0; ) {
    const original = random.integer(entries.length - 1);
    const entry = entries[original] as Entry;
    if (entry.injected) continue;
    const id = entry.cells[placeOf(table, identifier)] as string;
    if (entries.some((other) => other.injected?.new_value === id)) continue;
    entries.splice(random.between(original + 1, entries.length), 0, {
      cells: entry.cells,
      corrected: null,
      injected: {
        variable: key,
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

/** A table with defects, the same for a reader who obeys the actions of the schema's issue codes, and the list of what was done. */
export interface InjectedTable {
  readonly table: RawTable;
  readonly corrected: RawTable;
  readonly injected: InjectedDefect[];
}

export const entriesOf = ({ rows }: RawTable): Entry[] =>
  rows.map((cells): Entry => ({ cells, corrected: cells, injected: null }));

export const injectedTable = ({ columns }: RawTable, entries: readonly Entry[]): InjectedTable => ({
  table: { columns, rows: entries.map(({ cells }) => cells) },
  corrected: { columns, rows: entries.flatMap((entry) => (entry.corrected ? [entry.corrected] : [])) },
  injected: entries.flatMap(({ injected }, i) => (injected ? [{ row: i + 1, ...injected }] : [])),
});

/** `injected.csv` of a table. */
export const injectedCsv = ({ injected }: Pick<InjectedTable, 'injected'>): string =>
  csvText({
    columns: injectedColumns,
    rows: injected.map((row) => injectedColumns.map((column) => String(row[column]))),
  });
