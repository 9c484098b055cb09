import type { Crosswalk, CrosswalkRow } from '../../codebooks/crosswalk.ts';

/** A column name of one variable that stands for another variable in other waves. */
export interface SameName {
  readonly raw: string;
  readonly waves: readonly string[];
  readonly row: CrosswalkRow;
}

const columns = (row: CrosswalkRow): { wave: string; raw: string }[] =>
  row.cells.flatMap(({ wave, ...cell }) =>
    cell.state === 'known'
      ? [cell.mapping.raw, cell.mapping.times, cell.mapping.plus].flatMap((raw) =>
          raw === undefined ? [] : [{ wave, raw: raw.replace('{n}', '1').toLowerCase() }],
        )
      : [],
  );

/**
 * Where the column names of a variable mean something else: the same name, case apart, in another wave for another variable. Variables
 * that read one column together (a date, hours by parts) do not count, as they stand in the same wave; nor do members, who share the columns
 * of the respondent in slot 1.
 */
export function sameNames(row: CrosswalkRow, { rows }: Crosswalk): SameName[] {
  const own = columns(row);
  const others = rows.filter((r) => r.record === 'respondent' && r.variable !== row.variable);
  return [...new Set(own.map(({ raw }) => raw))].flatMap((raw) => {
    const ownWaves = own.filter((o) => o.raw === raw).map((o) => o.wave);
    return others.flatMap((other) => {
      const waves = columns(other)
        .filter((o) => o.raw === raw && !ownWaves.includes(o.wave))
        .map((o) => o.wave);
      return waves.length === 0 ? [] : [{ raw, waves, row: other }];
    });
  });
}
