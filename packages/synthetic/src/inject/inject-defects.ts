import { type Codebook, type IssueCode, issueRules } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import type { RawTable } from '../raw/csv.ts';
import { codeDefects } from './code-defects.ts';
import { dateDefects } from './date-defects.ts';
import type { Defect } from './defect.ts';
import { numberDefects } from './number-defects.ts';
import { placeDefects } from './place-defects.ts';
import { rosterDefects } from './roster-defects.ts';
import { routingDefects } from './routing-defects.ts';
import { placeOf, rowView } from './row-view.ts';

/** Every way in which a row can be hurt, besides being there twice; `in` says which layouts can have it. */
export const defects: readonly Defect[] = [
  ...codeDefects,
  ...routingDefects,
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
  /** Empty where a careful reader reads the cell without a word. */
  readonly code: IssueCode | '';
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
/** Rows tried at random before all are looked at in turn. */
const RANDOM_TRIES = 500;

interface Entry {
  cells: readonly string[];
  /** The cells as they must be for a reader who empties what he gives up; null if he takes the record out. */
  corrected: readonly string[] | null;
  injected: Omit<InjectedDefect, 'row'> | null;
}

interface Context {
  readonly table: RawTable;
  readonly codebook: Codebook;
  readonly random: Random;
}

function withCells(table: RawTable, cells: readonly string[], changes: Iterable<readonly [string, string]>) {
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

const MOST_COPIED = 3;
/** Says where and who, not what was answered. */
const notAnswers = new Set(['respondent_id', 'province', 'prefecture', 'county', 'survey_weight']);

/** Gives records the answers of the untouched one before them in the same place, as an interviewer does who invents an interview. */
function copyInterviews(entries: Entry[], { table, codebook, random }: Context): void {
  const kept = codebook.respondent.filter((m) => notAnswers.has(m.variable)).map((m) => m.raw);
  const places = codebook.respondent.filter((m) => ['province', 'county', 'prefecture'].includes(m.variable));
  const answers = table.columns.filter((column) => !kept.includes(column));
  const isSamePlace = (a: Entry, b: Entry): boolean =>
    places.every(({ raw }) => a.cells[placeOf(table, raw)]?.trim() === b.cells[placeOf(table, raw)]?.trim());
  const works = ({ cells }: Entry): boolean => rowView(table, codebook, cells).code('employed') === 'yes';
  let left = MOST_COPIED;
  for (let tries = 0; tries < RANDOM_TRIES && left > 0; tries++) {
    const at = random.integer(entries.length - 1);
    const [original, entry] = [entries[at], entries[at + 1]] as [Entry, Entry];
    if (original.injected || entry.injected || !works(original) || !isSamePlace(original, entry)) continue;
    const changed = answers.filter((column) => {
      const place = placeOf(table, column);
      return entry.cells[place] !== original.cells[place];
    });
    const cellsOf = ({ cells }: Entry): string[] =>
      changed.map((column) => cells[placeOf(table, column)] ?? '');
    const cells = withCells(
      table,
      entry.cells,
      changed.map((column) => [column, original.cells[placeOf(table, column)] ?? ''] as const),
    );
    entry.injected = {
      variable: 'respondent_id',
      raw_column: changed.join(';'),
      defect: 'interview_copied',
      code: 'near_duplicate',
      old_value: cellsOf(entry).join(';'),
      new_value: cellsOf(original).join(';'),
    };
    entry.corrected = cells;
    entry.cells = cells;
    left--;
  }
}

/** Puts copies of untouched records somewhere behind them. */
function repeatRecords(entries: Entry[], { table, codebook, random }: Context): void {
  const identifier = codebook.respondent.find(({ variable }) => variable === 'respondent_id')?.raw as string;
  for (let left = random.between(FEWEST_OF_EACH, MOST_OF_EACH); left > 0; ) {
    const original = random.integer(entries.length - 1);
    const entry = entries[original] as Entry;
    if (entry.injected) continue;
    const id = entry.cells[placeOf(table, identifier)] as string;
    if (entries.some((other) => other.injected?.new_value === id)) continue;
    entries.splice(random.between(original + 1, entries.length), 0, {
      cells: entry.cells,
      corrected: null,
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
 * Hurts a handful of rows of a raw table, three to eight for each kind of defect that the layout can have and never two in a row, and
 * lists what it did. It knows the layout and nothing of the rules that clean it. A kind for which the table has fewer rows gets those.
 *
 * `table` is the defective file; `corrected` is the same file for a reader who obeys the actions of the schema's issue codes: cells that
 * become invalid are blank, records that are taken out are absent, what is read without a word stands as it was, what is kept is kept.
 */
export function injectDefects(
  table: RawTable,
  codebook: Codebook,
  { seed }: { readonly seed: number },
): { table: RawTable; corrected: RawTable; injected: InjectedDefect[] } {
  const random = new Random(seed, codebook.wave, 'inject');
  const entries = table.rows.map((cells): Entry => ({ cells, corrected: cells, injected: null }));
  const context = { table, codebook, random };
  for (const defect of defects) {
    if (defect.in?.(codebook) === false) continue;
    const most = defect.most ?? MOST_OF_EACH;
    let left = random.between(Math.min(FEWEST_OF_EACH, most), most);
    for (const entry of candidates(entries, defect, context)) {
      hurt(entry, defect, context);
      if (--left === 0) break;
    }
  }
  copyInterviews(entries, context);
  repeatRecords(entries, context);
  const { columns } = table;
  return {
    table: { columns, rows: entries.map(({ cells }) => cells) },
    corrected: { columns, rows: entries.flatMap((entry) => (entry.corrected ? [entry.corrected] : [])) },
    injected: entries.flatMap(({ injected }, i) => (injected ? [{ row: i + 1, ...injected }] : [])),
  };
}
