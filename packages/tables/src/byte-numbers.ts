import { EXACT_DIGITS, MINUS, NINE, POINT, POWERS, ZERO } from './decimal-bytes.ts';
import { parseNumber } from './parse-number.ts';
import type { NumberColumn } from './table.ts';

/**
 * Grows a column of numbers from the bytes of its cells, without a text for each. Blank cells are NaN; what a text stands for is as
 * `parseNumber` has it, to the last bit.
 */
export class ByteNumbers {
  private readonly bytes: Buffer;
  private values = new Float64Array(4096);
  private rows = 0;
  private bad = false;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  push(start: number, end: number): void {
    if (this.rows === this.values.length) {
      const longer = new Float64Array(this.values.length * 2);
      longer.set(this.values);
      this.values = longer;
    }
    this.values[this.rows++] = this.number(start, end);
  }

  /** Undefined where a cell is not a number. */
  column(): NumberColumn | undefined {
    return this.bad ? undefined : { kind: 'number', values: this.values.slice(0, this.rows) };
  }

  /** A whole number over a power of ten is rounded once, as the decimal text is; all other forms are read as text. */
  private number(start: number, end: number): number {
    const { bytes } = this;
    const negative = bytes[start] === MINUS;
    const first = negative ? start + 1 : start;
    if (end - first > EXACT_DIGITS + 1 || first >= end) return this.other(start, end);
    let whole = 0;
    let digits = 0;
    let point = -1;
    for (let at = first; at < end; at++) {
      const byte = bytes[at] as number;
      if (byte >= ZERO && byte <= NINE) {
        whole = whole * 10 + (byte - ZERO);
        digits++;
      } else if (byte === POINT && point < 0) point = at;
      else return this.other(start, end);
    }
    if (digits === 0 || digits > EXACT_DIGITS) return this.other(start, end);
    const value = point < 0 ? whole : whole / (POWERS[end - point - 1] as number);
    return negative ? -value : value;
  }

  private other(start: number, end: number): number {
    const value = parseNumber(this.bytes.toString('latin1', start, end));
    if (value === undefined) this.bad = true;
    return value ?? Number.NaN;
  }
}
