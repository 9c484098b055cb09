import type { SparseRows } from './sparse-rows.ts';

/** Σ over the rows of each unit of weight · x, as sparse rows of units × columns. @param order rows by unit. */
export function unitTotals(
  x: SparseRows,
  weight: Float64Array,
  unit: Int32Array,
  units: number,
  order: Int32Array,
): SparseRows {
  const room = Math.min(x.column.length, units * x.columns);
  const column = new Int32Array(room);
  const value = new Float64Array(room);
  const start = new Int32Array(units + 1);
  const sum = new Float64Array(x.columns);
  const touched = new Uint8Array(x.columns);
  const used = new Int32Array(x.columns);
  let next = 0;
  for (let u = 0, i = 0; u < units; u++) {
    let count = 0;
    for (; i < order.length && unit[order[i]!] === u; i++) {
      const row = order[i]!;
      const w = weight[row]!;
      const to = x.start[row + 1]!;
      for (let e = x.start[row]!; e < to; e++) {
        const j = x.column[e]!;
        if (touched[j] === 0) {
          touched[j] = 1;
          used[count] = j;
          count++;
        }
        sum[j]! += w * x.value[e]!;
      }
    }
    sortFirst(used, count, touched);
    for (let k = 0; k < count; k++, next++) {
      const j = used[k]!;
      column[next] = j;
      value[next] = sum[j]!;
      sum[j] = 0;
      touched[j] = 0;
    }
    start[u + 1] = next;
  }
  return {
    rows: units,
    columns: x.columns,
    start,
    column: column.slice(0, next),
    value: value.slice(0, next),
  };
}

/** Up to this many columns for each used one it is quicker to look at all than to sort. */
const LOOK = 16;

/** Sorts the first `count` columns of a list, those that are marked as touched. */
function sortFirst(list: Int32Array, count: number, touched: Uint8Array): void {
  if (touched.length > LOOK * count) {
    list.subarray(0, count).sort();
    return;
  }
  for (let j = 0, k = 0; k < count; j++) {
    if (touched[j] === 0) continue;
    list[k] = j;
    k++;
  }
}
