/** Ids as whole numbers from 0, numbered in the sorted order of the ids (numbers by size, then strings by code unit). */
export interface EncodedIds {
  readonly codes: Int32Array;
  readonly labels: readonly (number | string)[];
}

/**
 * Numbers the distinct ids of a column, in an order that does not depend on the order of the rows.
 *
 * @param caller,role for the message of an error.
 * @throws if an id is missing (NaN, null, undefined or blank text): how many rows, and the first.
 */
export function encodeIds(
  caller: string,
  role: string,
  ids: ArrayLike<number | string>,
  rows: number,
): EncodedIds {
  if (ids.length !== rows) {
    throw new RangeError(`${caller}: ${role} must have one id a row; expected ${rows}, got ${ids.length}`);
  }
  const seen = new Map<number | string, number>();
  const codes = new Int32Array(rows);
  let missing = 0;
  let firstMissing = -1;
  for (let row = 0; row < rows; row++) {
    const id = ids[row];
    if (id === undefined || id === null || Number.isNaN(id) || (typeof id === 'string' && id.trim() === '')) {
      if (missing === 0) firstMissing = row;
      missing++;
      continue;
    }
    let code = seen.get(id);
    if (code === undefined) {
      code = seen.size;
      seen.set(id, code);
    }
    codes[row] = code;
  }
  if (missing > 0) {
    throw new RangeError(
      `${caller}: every row needs a ${role} id; ${missing} of ${rows} rows have none, the first at index ${firstMissing}. ` +
        'Take these rows out of the file or give them an id before the design is made',
    );
  }
  const labels = [...seen.keys()].sort(compareIds);
  const rank = new Int32Array(labels.length);
  labels.forEach((label, index) => {
    rank[seen.get(label) ?? 0] = index;
  });
  for (let row = 0; row < rows; row++) codes[row] = rank[codes[row]!]!;
  return { codes, labels };
}

function compareIds(a: number | string, b: number | string): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}
