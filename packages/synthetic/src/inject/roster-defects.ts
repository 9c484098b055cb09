import type { Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

const isFilled = (row: RowView, slot: number): boolean =>
  row.slotColumns(slot).some((column) => row.cell(column) !== '');

const firstRelation = (row: RowView): string =>
  row.codebook.member.find(({ variable }) => variable === 'relation')?.raw.replace('{n}', '1') ?? '';

/** Rosters with a hole, or with another person in the respondent's slot. */
export const rosterDefects: readonly Defect[] = [
  {
    name: 'hole_in_the_roster',
    code: 'roster_gap',
    variable: 'member_2',
    fits: (row) => isFilled(row, 2) && isFilled(row, 3),
    change: (row) => Object.fromEntries(row.slotColumns(2).map((column) => [column, ''])),
  },
  {
    name: 'spouse_in_first_slot',
    code: 'roster_respondent',
    variable: 'relation',
    fits: (row) => firstRelation(row) !== '',
    change: (row) => ({ [firstRelation(row)]: '2' }),
  },
];
