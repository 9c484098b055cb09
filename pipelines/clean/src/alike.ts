/**
 * Numbers rows by what they agree in: rows of one number get one number again if they also agree in a further part, numbers from 0 up to, not
 * with, `size`. Rows that agree in nothing yet all have the number 0.
 */
export function alikeIn(rows: Int32Array, part: ArrayLike<number>, size: number): Int32Array {
  const numbers = new Map<number, number>();
  return rows.map((number, row) => {
    const both = number * size + (part[row] as number);
    let known = numbers.get(both);
    if (known === undefined) {
      known = numbers.size;
      numbers.set(both, known);
    }
    return known;
  });
}
