import type { Cursor } from '../cursor.ts';
import { StatFileError } from '../stat-file-error.ts';

/** Where the bytes of a long string stand in the file. */
export interface LongString {
  readonly at: number;
  readonly length: number;
}

const textKind = 130;

/** Long strings by variable (from 1), then by row (from 1), as the records after the data number them. */
export type LongStrings = ReadonlyMap<number, ReadonlyMap<number, LongString>>;

/** Passes over the records between `<strls>` and `</strls>`, noting where each string stands. */
export function indexLongStrings(cursor: Cursor, release: number): LongStrings {
  const byVariable = new Map<number, Map<number, LongString>>();
  cursor.tag('<strls>');
  while (cursor.tagIs('GSO')) {
    cursor.tag('GSO');
    const variable = cursor.u32('variable of a long string');
    const row = release === 117 ? cursor.u32('row of a long string') : cursor.u64('row of a long string');
    const kind = cursor.u8('kind of a long string');
    if (kind !== textKind && kind !== textKind - 1)
      cursor.fail('129 or 130 as the kind of a long string', String(kind), cursor.at - 1);
    const length = cursor.u32('length of a long string');
    const at = cursor.at;
    cursor.skip(length, 'long string');
    const strings = byVariable.get(variable) ?? new Map<number, LongString>();
    byVariable.set(variable, strings);
    strings.set(row, { at, length: kind === textKind && length > 0 ? length - 1 : length });
  }
  cursor.tag('</strls>');
  return byVariable;
}

/** The eight bytes of a reference in the data: variable and row, both 0 for an empty string. */
type Reference = readonly [variable: number, row: number];

const split = (bytes: Uint8Array, first: number, littleEndian: boolean): Reference => {
  const number = (from: number, to: number): number => {
    let value = 0;
    for (let i = 0; i < to - from; i++)
      value = value * 256 + (bytes[littleEndian ? to - 1 - i : from + i] as number);
    return value;
  };
  return [number(0, first), number(first, 8)];
};

/**
 * The long string that a cell refers to; undefined for an empty one. In release 119 the variable takes three bytes, but ReadStat (and with it
 * haven) writes two as in 118, so that the other split is tried where the right one finds nothing.
 */
export function findLongString(
  strings: LongStrings,
  reference: Uint8Array,
  place: { release: number; littleEndian: boolean; file: string; offset: number },
): LongString | undefined {
  if (reference.every((byte) => byte === 0)) return undefined;
  const splits = place.release === 117 ? [4] : place.release === 118 ? [2] : [3, 2];
  for (const first of splits) {
    const [variable, row] = split(reference, first, place.littleEndian);
    const found = strings.get(variable)?.get(row);
    if (found) return found;
  }
  const [variable, row] = split(reference, splits[0] as number, place.littleEndian);
  throw new StatFileError(
    place,
    'a reference to a long string of the file',
    `variable ${variable}, row ${row}`,
  );
}
