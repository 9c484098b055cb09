import type { Cells } from '@wavebook/harmonise';

/** The number in a cell; NaN where it is empty, is no number, or there is no such variable. */
export const numberAt = (cells: Cells | undefined, row: number): number =>
  cells?.kind === 'number' ? (cells.values[row] as number) : Number.NaN;
