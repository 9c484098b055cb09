import type { ColumnProfile } from './column-profile.ts';

/** Columns that ask the same of each person of a roster: their common name with `{n}` for the person's number, and the columns by number. */
export interface RosterTemplate {
  readonly template: string;
  /** From person 1 on; a person whose column is not there is passed over. */
  readonly slots: ReadonlyMap<number, ColumnProfile>;
}

const mostSlots = 20;
const fewestSlots = 3;

const filledBy = (slots: ReadonlyMap<number, ColumnProfile>): number[] =>
  [...slots].sort(([a], [b]) => a - b).map(([, column]) => column.filled);

const endsThin = (slots: ReadonlyMap<number, ColumnProfile>): boolean => {
  const filled = filledBy(slots);
  return (filled.at(-1) as number) < 0.5 * Math.max(...filled);
};

/** A roster thins out: each person's column is filled no more than that of the person before, and the last far less than the first. */
const thinsOut = (slots: ReadonlyMap<number, ColumnProfile>): boolean =>
  endsThin(slots) && filledBy(slots).every((count, i, all) => i === 0 || count <= (all[i - 1] as number));

/**
 * Finds the roster of a wide file: names that differ in one number alone, from 1 (or 2) on without a gap, and that thin out, or
 * end thin and go as far as one that does. A battery of numbered items is filled evenly, and so is none.
 */
export function rosterTemplates(columns: readonly ColumnProfile[]): RosterTemplate[] {
  const found = new Map<string, Map<number, ColumnProfile>>();
  for (const column of columns)
    for (const { 0: digits, index } of column.name.matchAll(/\d+/g)) {
      const slot = Number(digits);
      if (slot < 1 || slot > mostSlots || digits !== String(slot)) continue;
      const template = `${column.name.slice(0, index)}{n}${column.name.slice(index + digits.length)}`;
      const slots = found.get(template) ?? new Map<number, ColumnProfile>();
      found.set(template, slots.set(slot, column));
    }
  const whole = [...found]
    .map(([template, slots]): RosterTemplate => {
      const start = slots.has(1) ? 1 : 2;
      const run = new Map<number, ColumnProfile>();
      for (let slot = start; slots.has(slot); slot++) run.set(slot, slots.get(slot) as ColumnProfile);
      return { template, slots: run };
    })
    .filter(({ slots }) => slots.size >= fewestSlots)
    .sort((a, b) => b.slots.size - a.slots.size);
  const lengths = new Set(
    whole
      .filter(({ slots }) => slots.size > fewestSlots && thinsOut(slots))
      .map(({ slots }) => Math.max(...slots.keys())),
  );
  const taken = new Set<string>();
  return whole.filter(({ slots }) => {
    if (!thinsOut(slots) && !(lengths.has(Math.max(...slots.keys())) && endsThin(slots))) return false;
    const names = [...slots.values()].map(({ name }) => name);
    if (names.some((name) => taken.has(name))) return false;
    for (const name of names) taken.add(name);
    return true;
  });
}
