/** Throws unless a column has one entry a row. */
export function checkLengths(caller: string, name: string, length: number, rows: number): void {
  if (length !== rows) {
    throw new RangeError(`${caller}: ${name} must have one entry a row; expected ${rows}, got ${length}`);
  }
}
