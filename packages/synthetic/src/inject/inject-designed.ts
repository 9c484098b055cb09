import type { Codebook } from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { Random } from '../random/random.ts';
import type { RawTable } from '../raw/csv.ts';
import type { Defect } from './defect.ts';
import { designedDefects } from './designed-defects.ts';
import { entriesOf, hurtRows, type InjectedTable, injectedTable, repeatRecords } from './entries.ts';
import { placeOf } from './row-view.ts';

/** Rows that a defect may take out of a file, as a share: what the rules of the schema allow. */
const rejectedAtMost = 0.01;
const MOST_OF_EACH = 3;

/** An identifier that no unit has. */
const strange = (id: string): string => `${id}-0`;

function strangers(key: string, most: number): Defect {
  return {
    name: 'unit_not_there',
    code: 'unknown_unit',
    variable: key,
    most,
    fits: (row) => row.value(key) !== '',
    change: (row) => ({ [row.column(key)]: strange(row.value(key)) }),
  };
}

/**
 * Hurts a few rows of the two files of a designed survey, one kind of defect a row, and lists what it did. Records with rows in the second
 * file stay, so that no row there loses its unit for another reason than one in the list.
 */
export function injectDesigned(
  unit: RawTable,
  side: RawTable | undefined,
  codebook: Codebook,
  { seed }: { readonly seed: number },
): { unit: InjectedTable; side: InjectedTable | undefined } {
  const [units, members] = instruments[codebook.instrument as keyof typeof instruments].records;
  const key = units?.key[0] as string;
  const rawKey = codebook.respondent.find(({ variable }) => variable === key)?.raw as string;
  const most = (rows: number): number => Math.max(1, Math.min(MOST_OF_EACH, Math.floor(rows / 100)));
  const countsOf = (rows: number): readonly [number, number] => [Math.min(2, most(rows)), most(rows)];

  const withSide = new Set(side?.rows.map((cells) => cells[placeOf(side, key)]) ?? []);
  const random = new Random(seed, codebook.name, 'inject');
  const context = { table: unit, codebook, random };
  const entries = entriesOf(unit);
  const kinds = designedDefects(units?.variables ?? [], (row) => !withSide.has(row.cell(rawKey)));
  hurtRows(entries, kinds, context, countsOf(unit.rows.length));
  const repeated = Math.min(most(unit.rows.length), Math.floor(unit.rows.length * rejectedAtMost));
  repeatRecords(entries, key, repeated, context);

  if (!side || !members) return { unit: injectedTable(unit, entries), side: undefined };
  const book = { ...codebook, respondent: codebook.member, member: [] };
  const lines = entriesOf(side);
  const lost = strangers(key, Math.floor(side.rows.length * rejectedAtMost));
  hurtRows(
    lines,
    [...designedDefects(members.variables, () => true), lost],
    { table: side, codebook: book, random: new Random(seed, codebook.name, 'inject', members.name) },
    countsOf(side.rows.length),
  );
  return { unit: injectedTable(unit, entries), side: injectedTable(side, lines) };
}
