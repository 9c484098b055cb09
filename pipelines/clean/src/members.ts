import {
  type Cells,
  categoryCells,
  type HarmonisedWave,
  numberCells,
  reasonCodes,
  textAt,
} from '@wavebook/harmonise';
import { codeLists, memberVariables } from '@wavebook/schema';
import { type Table, type TextColumn, table } from '@wavebook/tables';
import { ageAt } from './derive.ts';
import type { EditLog } from './log.ts';

/** Whether a roster slot holds a member: any of its cells was filled, readable or not. */
function isFilled(slot: ReadonlyMap<string, Cells>, row: number, missing: number): boolean {
  for (const cells of slot.values()) if (cells.reasons[row] !== missing) return true;
  return false;
}

/** Flags empty slots before filled ones, and records whose first member is not the respondent. */
export function checkRoster(wave: HarmonisedWave, missing: number, log: EditLog): void {
  const { slots } = wave.roster;
  const relation = slots[0]?.get('relation');
  for (let row = 0; row < wave.rows; row++) {
    const last = slots.findLastIndex((slot) => isFilled(slot, row, missing));
    for (let k = 1; k < last; k++)
      if (!isFilled(slots[k] as ReadonlyMap<string, Cells>, row, missing))
        log.report({
          row,
          code: 'roster_gap',
          variable: `member_${k + 1}`,
          value: '',
          message: `slot ${k + 1} of the roster is empty, slot ${last + 1} is filled`,
        });
    const first = relation ? textAt(relation, row) : null;
    if (first !== null && first !== 'respondent')
      log.report({
        row,
        code: 'roster_respondent',
        variable: 'relation',
        value: first,
        message: 'the first member of the roster is not the respondent',
      });
  }
}

/** Adds the household variables that the roster gives: members here, and migration with family. */
export function deriveHousehold(wave: HarmonisedWave, missing: number): void {
  const { slots } = wave.roster;
  if (!slots[0]?.has('residence')) return;
  const size = numberCells(wave.rows, (row) => {
    let here = 1;
    for (const slot of slots.slice(1)) {
      if (!isFilled(slot, row, missing)) continue;
      const residence = textAt(slot.get('residence') as Cells, row);
      if (residence === null) return Number.NaN;
      if (residence === 'here') here += 1;
    }
    return here;
  });
  wave.respondents.set('household_size_here', size);
  const levels = (codeLists.yes_no?.codes ?? []).map((c) => c.code);
  wave.respondents.set(
    'family_migration',
    categoryCells(wave.rows, levels, (row) => {
      const members = size.kind === 'number' ? (size.values[row] as number) : Number.NaN;
      return Number.isNaN(members) ? { missing: 'missing' } : { code: members >= 2 ? 'yes' : 'no' };
    }),
  );
}

/** The roster in long form, one row a filled slot of the kept records, each variable with its missing reason beside it. */
export function memberTable(
  wave: HarmonisedWave,
  kept: readonly number[],
  idOf: (row: number) => string,
  interview: { year: number; month: number },
  missing: number,
): Table {
  const places: { row: number; slot: number }[] = [];
  for (const row of kept)
    for (let k = 0; k < wave.roster.slots.length; k++)
      if (isFilled(wave.roster.slots[k] as ReadonlyMap<string, Cells>, row, missing))
        places.push({ row, slot: k });

  const columns: [string, TextColumn | { kind: 'number'; values: Float64Array }][] = [];
  const labels = new Map(memberVariables.map((v) => [v.name, v.label]));
  const reasons: string[] = reasonCodes.flatMap((r) => r ?? []);
  const text = (get: (place: { row: number; slot: number }) => string | null): TextColumn => {
    const index = new Map<string, number>();
    const codes = Int32Array.from(places, (place) => {
      const value = get(place);
      if (value === null) return -1;
      if (!index.has(value)) index.set(value, index.size);
      return index.get(value) as number;
    });
    return { kind: 'text', codes, levels: [...index.keys()] };
  };
  const cellsAt = (slot: number, name: string): Cells | undefined => wave.roster.slots[slot]?.get(name);

  columns.push(['respondent_id', text(({ row }) => idOf(row))]);
  columns.push(['member_number', { kind: 'number', values: Float64Array.from(places, (p) => p.slot + 1) }]);
  for (const variable of memberVariables) {
    if (!wave.roster.slots[0]?.has(variable.name)) continue;
    const reasonOf = ({ row, slot }: { row: number; slot: number }): number =>
      cellsAt(slot, variable.name)?.reasons[row] ?? missing;
    if (variable.kind === 'number') {
      const values = Float64Array.from(places, ({ row, slot }) => {
        const cells = cellsAt(slot, variable.name);
        return cells?.kind === 'number' ? (cells.values[row] as number) : Number.NaN;
      });
      columns.push([variable.name, { kind: 'number', values }]);
    } else {
      columns.push([
        variable.name,
        text(({ row, slot }) => {
          const cells = cellsAt(slot, variable.name);
          return cells ? textAt(cells, row) : null;
        }),
      ]);
    }
    columns.push([
      `${variable.name}_missing`,
      { kind: 'text', codes: Int32Array.from(places, (p) => reasonOf(p) - 1), levels: reasons },
    ]);
  }
  const byName = new Map(columns);
  const year = byName.get('birth_year');
  const month = byName.get('birth_month');
  if (year?.kind === 'number' && month?.kind === 'number')
    columns.push([
      'age',
      {
        kind: 'number',
        values: Float64Array.from(places, (_, i) =>
          ageAt(interview, year.values[i] as number, month.values[i] as number),
        ),
      },
    ]);
  return table(places.length, columns, labels);
}
