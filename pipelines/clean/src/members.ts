import {
  type Cells,
  categoryCells,
  type HarmonisedWave,
  numberCells,
  reasonCodes,
  setMissing,
  textAt,
} from '@wavebook/harmonise';
import { codeLists, type MissingReason, memberVariables } from '@wavebook/schema';
import { type Table, type TextColumn, table } from '@wavebook/tables';
import { monthIndex } from './derive/context.ts';
import { ageAt } from './derive/dates.ts';
import { numberAt } from './derive/number-at.ts';
import type { EditLog } from './log.ts';

const schoolAges = ((): readonly [number, number] => {
  const condition = memberVariables.find((v) => v.name === 'attends_school')?.universe?.[0];
  if (!condition || !('min' in condition) || condition.min === undefined || condition.max === undefined)
    throw new Error('members: attends_school has no age range in the schema');
  return [condition.min, condition.max];
})();

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

/** Years below which nobody is taken for a parent. */
const youngestParent = 10;

/**
 * Checks the other members of the roster: nobody is born after the interview, no child before the respondent was ten, and school is
 * answered for children of school age alone. A blank of somebody who was not asked becomes `not_applicable`.
 */
export function checkMembers(wave: HarmonisedWave, now: number, missing: number, log: EditLog): void {
  const [first, ...others] = wave.roster.slots;
  others.forEach((slot, i) => {
    const k = i + 2;
    const [year, month] = [slot.get('birth_year'), slot.get('birth_month')];
    const column = (name: string): string => wave.roster.columns[k - 1]?.get(name) ?? '';
    for (let row = 0; row < wave.rows; row++) {
      if (!isFilled(slot, row, missing) || !year) continue;
      const born = monthIndex(numberAt(year, row), numberAt(month, row) || 1);
      if (born > now) {
        const variable = `member_${k}_birth_year`;
        log.report({
          row,
          code: 'birth_after_interview',
          variable,
          value: String(numberAt(year, row)),
          message: 'member born after the interview month',
        });
        for (const [name, cells] of [
          ['birth_year', year],
          ['birth_month', month],
        ] as const)
          if (cells && cells.reasons[row] === 0)
            log.invalidate(cells, row, 'birth_after_interview', `member_${k}_${name}`, column(name));
      }
      const parent = monthIndex(
        numberAt(first?.get('birth_year'), row),
        numberAt(first?.get('birth_month'), row) || 1,
      );
      const relation = slot.get('relation');
      if (relation && textAt(relation, row) === 'child' && born <= now && born < parent + youngestParent * 12)
        log.report({
          row,
          code: 'child_before_parent',
          variable: `member_${k}_birth_year`,
          value: String(numberAt(year, row)),
          message: `child born before the respondent was ${youngestParent}`,
        });
      const school = slot.get('attends_school');
      const age = ageAt(now, numberAt(year, row), numberAt(month, row));
      if (!school || Number.isNaN(age) || (age >= schoolAges[0] && age <= schoolAges[1])) continue;
      if (school.reasons[row] === missing) setMissing(school, row, 'not_applicable');
      else if (school.reasons[row] === 0) {
        const variable = `member_${k}_attends_school`;
        log.report({
          row,
          code: 'routing_violation',
          variable,
          value: textAt(school, row) ?? '',
          message: 'answered, although age routes past it',
        });
        log.invalidate(school, row, 'routing_violation', variable, column('attends_school'));
      }
    }
  });
}

const childBelow = 16;

/** Whether a child under 16 lives at the hukou place: told by one that does, denied only when age and place of all members are known. */
const leftBehind = (
  slots: readonly ReadonlyMap<string, Cells>[],
  row: number,
  now: number,
): { code: string } | { missing: MissingReason } => {
  let children = 0;
  let unknown = false;
  for (const slot of slots) {
    const age = ageAt(now, numberAt(slot.get('birth_year'), row), numberAt(slot.get('birth_month'), row));
    const residence = textAt(slot.get('residence') as Cells, row);
    if (age >= childBelow || (Number.isNaN(age) && residence !== null && residence !== 'hukou_place'))
      continue;
    if (Number.isNaN(age) || residence === null) unknown = true;
    else {
      children += 1;
      if (residence === 'hukou_place') return { code: 'yes' };
    }
  }
  if (unknown) return { missing: 'missing' };
  return { code: children === 0 ? 'no_child' : 'no' };
};

/** Adds the household variables that the roster gives: members here, migration with family, children left behind. */
export function deriveHousehold(wave: HarmonisedWave, now: number, missing: number): void {
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
  if (!slots[0].has('birth_year') || !slots[0].has('birth_month')) return;
  wave.respondents.set(
    'left_behind_family',
    categoryCells(
      wave.rows,
      (codeLists.left_behind_family?.codes ?? []).map((c) => c.code),
      (row) =>
        leftBehind(
          slots.filter((slot) => isFilled(slot, row, missing)),
          row,
          now,
        ),
    ),
  );
}

/** The roster in long form, one row a filled slot of the kept records, each variable with its missing reason beside it. */
export function memberTable(
  wave: HarmonisedWave,
  kept: readonly number[],
  idOf: (row: number) => string,
  now: number,
  missing: number,
): Table {
  const places: { row: number; slot: number }[] = [];
  for (const row of kept)
    for (let k = 0; k < wave.roster.slots.length; k++)
      if (isFilled(wave.roster.slots[k] as ReadonlyMap<string, Cells>, row, missing))
        places.push({ row, slot: k });

  const columns: [string, TextColumn | { kind: 'number'; values: Float64Array }][] = [];
  const labels = new Map(wave.members.map((v) => [v.name, v.label]));
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

  columns.push([wave.key, text(({ row }) => idOf(row))]);
  columns.push(['member_number', { kind: 'number', values: Float64Array.from(places, (p) => p.slot + 1) }]);
  for (const variable of wave.members) {
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
          ageAt(now, year.values[i] as number, month.values[i] as number),
        ),
      },
    ]);
  return table(places.length, columns, labels);
}
