import { ByteColumn } from './byte-column.ts';
import type { CellText } from './cell-text.ts';
import { exactNumber } from './exact-number.ts';
import { asNumbers } from './formats/as-numbers.ts';
import type { Column, TextColumn } from './table.ts';
import { textsOfNumbers } from './texts-of-numbers.ts';

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Grows a column from the bytes of its cells: of numbers as long as each is one in its shortest form or blank, of text once one is not. The
 * column is what `asNumbers` makes of the texts of all cells, without a text for each number.
 */
export class ByteCells {
  private readonly bytes: Buffer;
  private readonly textOf: CellText;
  private values = new Float64Array(4096);
  private rows = 0;
  private texts: ByteColumn | undefined;

  constructor(bytes: Buffer, textOf: CellText) {
    this.bytes = bytes;
    this.textOf = textOf;
  }

  push(start: number, end: number): void {
    if (!this.texts) {
      const value = exactNumber(this.bytes, start, end);
      if (!Number.isNaN(value) || this.isBlank(start, end)) {
        if (this.rows === this.values.length) this.grow(start);
        this.values[this.rows++] = value;
        return;
      }
      this.texts = new ByteColumn(this.bytes, this.textOf);
    }
    this.texts.push(start, end);
  }

  column(): Column {
    const values = this.values.slice(0, this.rows);
    this.values = new Float64Array(0);
    const numbers = { kind: 'number', values } as const;
    if (!this.texts) return values.every(Number.isNaN) ? textsOfNumbers(numbers) : numbers;
    const column = joined(textsOfNumbers(numbers), this.texts.column());
    return asNumbers(column) ?? column;
  }

  private isBlank(start: number, end: number): boolean {
    for (let at = start; at < end; at++) if (this.bytes[at] !== SPACE && this.bytes[at] !== TAB) return false;
    return true;
  }

  /** Makes room for as many rows as the rest of the file will have if it goes on like this. */
  private grow(at: number): void {
    const longer = new Float64Array(Math.ceil(this.rows * Math.max(1.1, (1.02 * this.bytes.length) / at)));
    longer.set(this.values);
    this.values = longer;
  }
}

/** The rows of a column and then those of another. */
function joined(head: TextColumn, tail: TextColumn): TextColumn {
  const codeOf = new Map(head.levels.map((level, code) => [level, code]));
  const levels = [...head.levels];
  const own = Int32Array.from(tail.levels, (level) => codeOf.get(level) ?? levels.push(level) - 1);
  const codes = new Int32Array(head.codes.length + tail.codes.length);
  codes.set(head.codes);
  for (let row = 0; row < tail.codes.length; row++) {
    const code = tail.codes[row] as number;
    codes[head.codes.length + row] = code < 0 ? code : (own[code] as number);
  }
  return { kind: 'text', codes, levels };
}
