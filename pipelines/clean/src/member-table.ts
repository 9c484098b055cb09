import { type Cells, type HarmonisedWave, reasonCodes, textAt } from '@wavebook/harmonise';
import { type Table, type TextColumn, table } from '@wavebook/tables';
import { isFilled } from './check-roster.ts';
import { ageAt } from './derive/dates.ts';

const missing = reasonCodes.indexOf('missing');

/** The roster in long form, one row a filled slot of the kept records, each variable with its missing reason beside it. */
export function memberTable(
  wave: HarmonisedWave,
  kept: readonly number[],
  idOf: (row: number) => string,
  now: number,
): Table {
  const places: { row: number; slot: number }[] = [];
  for (const row of kept)
    for (let k = 0; k < wave.roster.slots.length; k++)
      if (isFilled(wave.roster.slots[k] as ReadonlyMap<string, Cells>, row)) places.push({ row, slot: k });

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
