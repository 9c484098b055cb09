import { type Cells, type HarmonisedWave, reasonCodes } from '@wavebook/harmonise';
import { type Column, numberColumn, type Table, type TextColumn, table } from '@wavebook/tables';
import { ageAt } from './derive/dates.ts';

const missing = reasonCodes.indexOf('missing');

/** The filled slots of the kept records, in their order: the row of each, and its slot. */
interface Places {
  readonly rows: Int32Array;
  readonly slots: Uint8Array;
}

/** The roster in long form, one row a filled slot of the kept records, each variable with its missing reason beside it. */
export function memberTable(
  wave: HarmonisedWave,
  kept: readonly number[],
  identifiers: TextColumn,
  now: number,
): Table {
  const places = placesOf(wave, kept);
  const columns: [string, Column][] = [
    [wave.key, { ...identifiers, codes: places.rows.map((row) => identifiers.codes[row] as number) }],
    ['member_number', numberColumn(Float64Array.from(places.slots, (slot) => slot + 1))],
  ];
  const labels = new Map(wave.members.map((v) => [v.name, v.label]));
  const reasons: string[] = reasonCodes.flatMap((r) => r ?? []);
  for (const { name, kind } of wave.members) {
    if (!wave.roster.slots[0]?.has(name)) continue;
    const cells = wave.roster.slots.map((slot) => slot.get(name));
    columns.push([name, kind === 'number' ? numbersAt(places, cells) : textsAt(places, cells)]);
    columns.push([`${name}_missing`, { kind: 'text', codes: reasonsAt(places, cells), levels: reasons }]);
  }
  const byName = new Map(columns);
  const year = byName.get('birth_year');
  const month = byName.get('birth_month');
  if (year?.kind === 'number' && month?.kind === 'number')
    columns.push([
      'age',
      numberColumn(year.values.map((value, i) => ageAt(now, value, month.values[i] as number))),
    ]);
  return table(places.rows.length, columns, labels);
}

function placesOf(wave: HarmonisedWave, kept: readonly number[]): Places {
  const { slots, filled } = wave.roster;
  const rows = new Int32Array(kept.length * slots.length);
  const at = new Uint8Array(rows.length);
  let count = 0;
  for (const row of kept)
    for (let slot = 0; slot < slots.length; slot++) {
      if (filled[slot]?.[row] !== 1) continue;
      rows[count] = row;
      at[count++] = slot;
    }
  return { rows: rows.slice(0, count), slots: at.slice(0, count) };
}

type SlotCells = readonly (Cells | undefined)[];

function numbersAt({ rows, slots }: Places, cells: SlotCells): Column {
  const values = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const own = cells[slots[i] as number];
    values[i] = own?.kind === 'number' ? (own.values[rows[i] as number] as number) : Number.NaN;
  }
  return numberColumn(values);
}

const UNSEEN = -2;

/** Texts of all slots by one dictionary, in the order of their first place. */
function textsAt({ rows, slots }: Places, cells: SlotCells): Column {
  const levels: string[] = [];
  const index = new Map<string, number>();
  const shared = cells.map((own) =>
    new Int32Array(own && own.kind !== 'number' ? own.levels.length : 0).fill(UNSEEN),
  );
  const codes = new Int32Array(rows.length).fill(-1);
  for (let i = 0; i < rows.length; i++) {
    const slot = slots[i] as number;
    const own = cells[slot];
    if (!own || own.kind === 'number') continue;
    const level = own.codes[rows[i] as number] as number;
    if (level < 0) continue;
    const known = shared[slot] as Int32Array;
    if (known[level] === UNSEEN) {
      const text = own.levels[level] as string;
      const code = index.get(text) ?? levels.push(text) - 1;
      index.set(text, code);
      known[level] = code;
    }
    codes[i] = known[level] as number;
  }
  return { kind: 'text', codes, levels };
}

/** Reasons by their place in the list of them; −1 where the cell is filled. */
function reasonsAt({ rows, slots }: Places, cells: SlotCells): Int32Array {
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++)
    codes[i] = (cells[slots[i] as number]?.reasons[rows[i] as number] ?? missing) - 1;
  return codes;
}
