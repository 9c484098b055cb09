/** A unit of the grid: its GB/T 2260 two-digit code, and its cell, both counted from 0. */
export interface ProvinceTile {
  unit: string;
  column: number;
  row: number;
}

/**
 * The 34 provincial units as squares, north above and west left. Each row reads from west to east:
 * neighbours in the grid are neighbours on the ground wherever eight columns allow it.
 */
const rows = [
  ['  ', '  ', '  ', '  ', '  ', '  ', '  ', '23'],
  ['  ', '  ', '  ', '  ', '  ', '  ', '  ', '22'],
  ['  ', '  ', '  ', '  ', '15', '11', '12', '21'],
  ['65', '62', '64', '61', '14', '13', '37', '  '],
  ['54', '63', '51', '50', '41', '34', '32', '31'],
  ['  ', '  ', '53', '52', '42', '36', '33', '  '],
  ['  ', '  ', '  ', '45', '43', '44', '35', '71'],
  ['  ', '  ', '  ', '46', '  ', '82', '81', '  '],
];

export const provinceTiles: readonly ProvinceTile[] = rows.flatMap((cells, row) =>
  cells.flatMap((unit, column) => (unit.trim() === '' ? [] : [{ unit, column, row }])),
);

export const tileColumns = 8;
export const tileRows = rows.length;

/** The cells at the upper left that hold no unit: room for the key. */
export const freeColumns = 4;
export const freeRows = 3;

/** Xinjiang Production and Construction Corps: a unit of the survey that lies within Xinjiang. */
export const corps = '66';
