/**
 * Rows in stable order of an integer key, by counting.
 *
 * @param order rows to be sorted (row numbers); @param key key of each row; @param keys number of keys, key in 0..keys−1.
 */
export function sortByKey(order: Int32Array, key: Int32Array, keys: number): Int32Array {
  const next = new Int32Array(keys + 1);
  for (let i = 0; i < order.length; i++) next[key[order[i]!]! + 1]!++;
  for (let k = 0; k < keys; k++) next[k + 1]! += next[k]!;
  const sorted = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i]!;
    const k = key[row]!;
    sorted[next[k]!] = row;
    next[k]!++;
  }
  return sorted;
}

export function rowNumbers(rows: number): Int32Array {
  const order = new Int32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  return order;
}

/** Where each key starts in a list sorted by it, and the length of the list. */
export function firstsOf(keys: ArrayLike<number>, count: number): Int32Array {
  const first = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) first[keys[i]! + 1]!++;
  for (let key = 0; key < count; key++) first[key + 1]! += first[key]!;
  return first;
}
