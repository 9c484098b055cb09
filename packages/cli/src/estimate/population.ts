import type { Table } from '@wavebook/tables/csv';
import type { Where } from '../where/expression.ts';
import { TRUE, UNKNOWN, whereTruth } from '../where/where-truth.ts';

/** The rows that the estimates are about. The others stay in the design. */
export interface Population {
  /** row → 1 inside, 0 outside */
  readonly inside: Uint8Array;
  readonly rows: number;
  /** rows outside because a missing cell left `--where` open */
  readonly undecided: number;
}

/** The population of a `--where`, or everyone. */
export function populationOf(table: Table, where: Where | undefined): Population {
  if (where === undefined)
    return { inside: new Uint8Array(table.rows).fill(1), rows: table.rows, undecided: 0 };
  const truth = whereTruth(table, where);
  const inside = truth.map((value) => (value === TRUE ? 1 : 0));
  return {
    inside,
    rows: inside.reduce((sum, one) => sum + one, 0),
    undecided: truth.reduce((sum, value) => sum + (value === UNKNOWN ? 1 : 0), 0),
  };
}
