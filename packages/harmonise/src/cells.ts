import { MissingReason } from '@wavebook/schema';

/** Missing reasons by number, as `Cells` hold them; 0 is a present value. */
export const reasonCodes: readonly (MissingReason | null)[] = [null, ...MissingReason.options];

export const reasonCode = (reason: MissingReason): number => reasonCodes.indexOf(reason);

/**
 * The values of one canonical variable. `category` and `text` point into `levels` (-1 empty), `number` holds NaN where empty; `reasons`
 * says for every row why it is empty (0: it is not). Mutable while a wave is being cleaned.
 */
export type Cells =
  | {
      readonly kind: 'category' | 'text';
      readonly codes: Int32Array;
      readonly levels: readonly string[];
      readonly reasons: Uint8Array;
    }
  | { readonly kind: 'number'; readonly values: Float64Array; readonly reasons: Uint8Array };

/** Empties a cell for a reason. */
export function setMissing(cells: Cells, row: number, reason: MissingReason): void {
  if (cells.kind === 'number') cells.values[row] = Number.NaN;
  else cells.codes[row] = -1;
  cells.reasons[row] = reasonCode(reason);
}

/** Empties the cells of the marked rows (1) for a reason. */
export function setMissingWhere(cells: Cells, marked: Uint8Array, reason: MissingReason): void {
  const code = reasonCode(reason);
  for (let row = 0; row < marked.length; row++) {
    if (marked[row] !== 1) continue;
    if (cells.kind === 'number') cells.values[row] = Number.NaN;
    else cells.codes[row] = -1;
    cells.reasons[row] = code;
  }
}

/** The text of a cell, null where it is empty. */
export function textAt(cells: Cells, row: number): string | null {
  if (cells.kind === 'number') {
    const value = cells.values[row] as number;
    return Number.isNaN(value) ? null : String(value);
  }
  return cells.levels[cells.codes[row] as number] ?? null;
}

/** Cells of a category computed from other variables: `compute` gives a code of the list or a missing reason for each row. */
export function categoryCells(
  rows: number,
  levels: readonly string[],
  compute: (row: number) => { code: string } | { missing: MissingReason },
): Cells {
  const codes = new Int32Array(rows);
  const reasons = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = compute(row);
    if ('missing' in value) {
      codes[row] = -1;
      reasons[row] = reasonCode(value.missing);
      continue;
    }
    const code = levels.indexOf(value.code);
    if (code === -1) throw new Error(`categoryCells: "${value.code}" is not in the code list`);
    codes[row] = code;
  }
  return { kind: 'category', codes, levels, reasons };
}

/** Cells of a number computed from other variables: NaN takes `missing` as its reason. */
export function numberCells(
  rows: number,
  compute: (row: number) => number,
  missing: MissingReason = 'missing',
): Cells {
  const values = new Float64Array(rows);
  const reasons = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = compute(row);
    values[row] = value;
    if (Number.isNaN(value)) reasons[row] = reasonCode(missing);
  }
  return { kind: 'number', values, reasons };
}
