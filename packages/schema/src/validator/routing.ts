import type { Condition } from '../condition.ts';
import type { Cells } from './input-column.ts';

/** Who is outside a universe for certain: 1 where a condition does not hold, 0 where all hold or where it is not known. */
export class Routing {
  readonly #columns: ReadonlyMap<string, Cells>;
  readonly #rows: number;
  readonly #conditions = new Map<string, Uint8Array | undefined>();
  readonly #universes = new Map<string, Uint8Array>();

  constructor(columns: ReadonlyMap<string, Cells>, rows: number) {
    this.#columns = columns;
    this.#rows = rows;
  }

  outside(universe: readonly Condition[]): Uint8Array {
    const key = JSON.stringify(universe);
    let mask = this.#universes.get(key);
    if (!mask) {
      mask = new Uint8Array(this.#rows);
      for (const condition of universe) {
        const one = this.#fails(condition);
        if (one)
          for (let row = 0; row < mask.length; row++)
            mask[row] = (mask[row] as number) | (one[row] as number);
      }
      this.#universes.set(key, mask);
    }
    return mask;
  }

  #fails(condition: Condition): Uint8Array | undefined {
    const key = JSON.stringify(condition);
    if (!this.#conditions.has(key)) this.#conditions.set(key, this.#evaluate(condition));
    return this.#conditions.get(key);
  }

  #evaluate(condition: Condition): Uint8Array | undefined {
    const cells = this.#columns.get(condition.variable);
    if (!cells) return undefined;
    const mask = new Uint8Array(this.#rows);
    const test = (value: unknown): number => (holds(condition, value) === false ? 1 : 0);
    if (cells.form === 'dictionary') {
      const { codes } = cells;
      const fails = Uint8Array.from(['', ...cells.levels], test);
      for (let row = 0; row < mask.length; row++) mask[row] = fails[(codes[row] as number) + 1] as number;
    } else if (cells.form === 'numbers' && !('in' in condition)) {
      const { values } = cells;
      const low = condition.min ?? -Infinity;
      const high = condition.max ?? Infinity;
      for (let row = 0; row < mask.length; row++) {
        const value = values[row] as number;
        mask[row] = value < low || value > high ? 1 : 0;
      }
    } else markFailing(cells.values, test, mask);
    const reasons = this.#columns.get(`${condition.variable}_missing`);
    if (reasons) this.#routedPast(cells, reasons, mask);
    return mask;
  }

  /** An empty cell that was itself routed past does not hold. */
  #routedPast(cells: Cells, reasons: Cells, mask: Uint8Array): void {
    for (let row = 0; row < mask.length; row++)
      if (isEmpty(cells, row) && textAt(reasons, row) === 'not_applicable') mask[row] = 1;
  }
}

/** Marks the rows whose value fails; a condition is tried once for every distinct value. */
function markFailing(values: ArrayLike<unknown>, test: (value: unknown) => number, mask: Uint8Array): void {
  const tried = new Map<unknown, number>();
  let last: unknown;
  let fails = 0;
  for (let row = 0; row < mask.length; row++) {
    const value = values[row];
    // an empty cell never fails of itself
    if (value === null) continue;
    if (value !== last || row === 0) {
      let known = tried.get(value);
      if (known === undefined) {
        known = test(value);
        if (tried.size < 1000) tried.set(value, known);
      }
      last = value;
      fails = known;
    }
    mask[row] = fails;
  }
}

/** Calls `found` for every row outside the universe whose cell is not empty. */
export function answersOutside(cells: Cells, outside: Uint8Array, found: (row: number) => void): void {
  if (cells.form === 'dictionary') {
    const { codes } = cells;
    const answered = Uint8Array.from(['', ...cells.levels], (level) => (level === '' ? 0 : 1));
    for (let row = 0; row < outside.length; row++)
      if (outside[row] === 1 && answered[(codes[row] as number) + 1] === 1) found(row);
  } else if (cells.form === 'numbers') {
    const { values } = cells;
    for (let row = 0; row < outside.length; row++)
      if (outside[row] === 1 && !Number.isNaN(values[row] as number)) found(row);
  } else {
    const { values } = cells;
    for (let row = 0; row < outside.length; row++)
      if (outside[row] === 1 && values[row] !== null && !isEmpty(cells, row)) found(row);
  }
}

/** Whether a cell is empty. */
function isEmpty(cells: Cells, row: number): boolean {
  if (cells.form === 'dictionary') {
    const code = cells.codes[row] as number;
    return code < 0 || cells.levels[code] === '';
  }
  const value = cells.values[row];
  return value === null || value === undefined || value === '' || Number.isNaN(value);
}

/** The value of a cell; null where it is empty. */
export function textAt(cells: Cells, row: number): string | number | boolean | null {
  if (isEmpty(cells, row)) return null;
  if (cells.form === 'dictionary') return cells.levels[cells.codes[row] as number] ?? null;
  return cells.values[row] ?? null;
}

function holds(condition: Condition, value: unknown): boolean | undefined {
  if (value === null || value === undefined || value === '' || Number.isNaN(value)) return undefined;
  if ('in' in condition) return condition.in.includes(String(value));
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  return number >= (condition.min ?? -Infinity) && number <= (condition.max ?? Infinity);
}
