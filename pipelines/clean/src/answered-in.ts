import type { Cells } from '@wavebook/harmonise';

/** 1 in the rows in which all of some variables are answered; undefined where one of them is not there at all. */
export function answeredIn(
  variables: readonly string[],
  cells: ReadonlyMap<string, Cells>,
  rows: number,
): Uint8Array | undefined {
  const answered = new Uint8Array(rows).fill(1);
  for (const variable of variables) {
    const own = cells.get(variable);
    if (!own) return undefined;
    for (let row = 0; row < rows; row++) if (own.reasons[row] !== 0) answered[row] = 0;
  }
  return answered;
}
