import type { Codebook } from '@wavebook/schema';
import { Random } from '../random/random.ts';
import type { RawTable } from '../raw/csv.ts';
import { codeDefects } from './code-defects.ts';
import { dateDefects } from './date-defects.ts';
import type { Defect } from './defect.ts';
import {
  type Context,
  type Entry,
  entriesOf,
  hurtRows,
  type InjectedTable,
  injectedTable,
  repeatRecords,
  withCells,
} from './entries.ts';
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

const FEWEST_OF_EACH = 3;
const MOST_OF_EACH = 8;
/** Rows tried at random. */
const RANDOM_TRIES = 500;

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
): InjectedTable {
  const random = new Random(seed, codebook.wave, 'inject');
  const entries = entriesOf(table);
  const context = { table, codebook, random };
  hurtRows(entries, defects, context, [FEWEST_OF_EACH, MOST_OF_EACH]);
  copyInterviews(entries, context);
  repeatRecords(entries, 'respondent_id', random.between(FEWEST_OF_EACH, MOST_OF_EACH), context);
  return injectedTable(table, entries);
}
