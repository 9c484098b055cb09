import { type Cells, categoryCells, type HarmonisedWave, numberCells, textAt } from '@wavebook/harmonise';
import { codeLists, type MissingReason } from '@wavebook/schema';
import { ageAt } from './derive/dates.ts';
import { numberAt } from './derive/number-at.ts';

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
export function deriveHousehold(wave: HarmonisedWave, now: number): void {
  const { slots, filled } = wave.roster;
  if (!slots[0]?.has('residence')) return;
  const size = numberCells(wave.rows, (row) => {
    let here = 1;
    for (const [i, slot] of slots.entries()) {
      if (i === 0 || filled[i]?.[row] !== 1) continue;
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
          slots.filter((_, i) => filled[i]?.[row] === 1),
          row,
          now,
        ),
    ),
  );
}
