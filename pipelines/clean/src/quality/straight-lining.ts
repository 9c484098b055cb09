import type { StraightLining, Variable } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { countsByProvince } from './by-province.ts';
import { textColumnOf } from './column-values.ts';

/** With fewer items the same answer to all is no sign of anything. */
const fewestItems = 4;
const scale = 'agreement';

/** Who answered a whole battery, and who answered it in one straight line. */
export interface StraightLines {
  readonly battery: string;
  readonly items: number;
  readonly answered: (row: number) => boolean;
  readonly straight: (row: number) => boolean;
}

/** The batteries of statements with four steps of agreement, by the beginning of their names, and who answered them in a straight line. */
export function straightLines(records: Table, unit: readonly Variable[]): StraightLines[] {
  const batteries = new Map<string, Int32Array[]>();
  for (const { name, codes } of unit) {
    const column = codes === scale ? textColumnOf(records, name) : undefined;
    if (!column?.codes.some((code) => code >= 0)) continue;
    const battery = name.split('_')[0] ?? name;
    batteries.set(battery, [...(batteries.get(battery) ?? []), column.codes]);
  }
  return [...batteries]
    .filter(([, items]) => items.length >= fewestItems)
    .map(([battery, items]) => {
      const answered = (row: number): boolean => items.every((answers) => (answers[row] as number) >= 0);
      const straight = (row: number): boolean =>
        answered(row) && items.every((answers) => answers[row] === items[0]?.[row]);
      return { battery, items: items.length, answered, straight };
    });
}

/** Straight-lining of the wave and of each province with enough answers. */
export const straightLiningShares = (records: Table, lines: readonly StraightLines[]): StraightLining[] =>
  lines.flatMap(({ battery, items, answered, straight }) =>
    countsByProvince(records, answered, straight).map(({ province, n, count }) => ({
      battery,
      items,
      province,
      n,
      count,
      share: count / n,
    })),
  );
