import { type Cursor, placeOf } from '../cursor.ts';
import type { Measure, StatVariable, UserMissing } from '../stat-file.ts';
import type { FileText } from '../text/text-decoder.ts';
import { extensionCursor, namedBytes } from './sav-extensions.ts';
import { savFormatName } from './sav-format.ts';
import type { SavRecords, SlotVariable } from './sav-records.ts';
import { numericMissing } from './user-missing.ts';

/** A variable with the places of its cells in a case. */
export interface SavVariable {
  readonly variable: StatVariable;
  /** its slot, from 0 */
  readonly slot: number;
  /** bytes of a case that hold its text; empty for numbers */
  readonly pieces: readonly { readonly at: number; readonly length: number }[];
}

/** What is needed to read the dictionary. */
export interface Dictionary {
  readonly cursor: Cursor;
  readonly records: SavRecords;
  readonly decode: (bytes: Uint8Array, what: string) => string;
}

const subtype = { display: 11, longNames: 13, veryLongTexts: 14 } as const;
const measures: readonly Measure[] = ['unknown', 'nominal', 'ordinal', 'scale'];
/** A text longer than 255 bytes stands in variables of at most 255, one for every 252 of its width. */
const pieceWidth = 252;
const pieceBytes = 255;

export function dictionaryOf(cursor: Cursor, records: SavRecords, text: FileText): Dictionary {
  const decode = (bytes: Uint8Array, what: string) =>
    text.decode(trimmed(bytes), () => ({ file: cursor.source.name, offset: placeOf(bytes), what }));
  return { cursor, records, decode };
}

const trimmed = (bytes: Uint8Array): Uint8Array => {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--;
  return bytes.subarray(0, end);
};

/** The variables of the dictionary: very long texts put together, long names, labels of variables, measures, declared missing values. */
export function savVariables(dictionary: Dictionary): SavVariable[] {
  const { records, decode, cursor } = dictionary;
  const names = pairs(dictionary, subtype.longNames);
  const veryLong = pairs(dictionary, subtype.veryLongTexts);
  const measureOf = readMeasures(dictionary);
  const found: SavVariable[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < records.variables.length; ) {
    const raw = records.variables[i] as SlotVariable;
    const short = decode(raw.name, `the name of the variable in slot ${raw.slot + 1}`);
    const name = names.get(short.toUpperCase()) ?? short;
    const width = Number(veryLong.get(short.toUpperCase()) ?? raw.width);
    const count = width > pieceBytes ? Math.ceil(width / pieceWidth) : 1;
    if (seen.has(name)) cursor.fail('variables with names of their own', `two variables named "${name}"`, 0);
    seen.add(name);
    const variable: StatVariable = {
      name,
      label: decode(raw.label, `the label of ${name}`),
      type: raw.width === 0 ? 'double' : 'string',
      width: raw.width === 0 ? 8 : width,
      format: count > 1 ? `A${width}` : savFormatName(raw.format),
      measure: measureOf(i, found.length),
      valueLabels: new Map(),
      missingLabels: new Map(),
      userMissing: declaredMissing(dictionary, raw, name),
    };
    const pieces = raw.width === 0 ? [] : piecesOf(dictionary, { first: i, count, width, name });
    found.push({ variable, slot: raw.slot, pieces });
    i += count;
  }
  return found;
}

/** Values by name in upper case. */
const pairs = ({ records, decode }: Dictionary, kind: number): Map<string, string> =>
  new Map(
    namedBytes(records.extensions.get(kind)).map(({ name, value }) => [
      decode(name, 'a variable name').toUpperCase(),
      decode(value, 'a long variable name'),
    ]),
  );

const piecesOf = (
  { records, cursor }: Dictionary,
  { first, count, width, name }: { first: number; count: number; width: number; name: string },
): SavVariable['pieces'] => {
  if (!Number.isInteger(width) || first + count > records.variables.length)
    cursor.fail(
      `variables for a text of ${width} bytes`,
      `the end of the variables after ${name}`,
      records.dataAt,
    );
  let left = width;
  return records.variables.slice(first, first + count).map(({ slot, width: room }) => {
    const length = Math.min(left, pieceBytes, count > 1 ? pieceBytes : room);
    left -= length;
    if (length > Math.ceil(room / 8) * 8)
      cursor.fail(`${length} bytes of the text of ${name}`, `a piece of ${room} bytes`, records.dataAt);
    return { at: 8 * slot, length };
  });
};

/** Measures by number of the record or of the variable: the record gives two or three numbers for each. */
const readMeasures = ({ cursor, records }: Dictionary): ((record: number, variable: number) => Measure) => {
  const display = extensionCursor(cursor, records, subtype.display);
  const count = display ? Math.floor(display.remaining / 4) : 0;
  const each = count / records.variables.length;
  if (!display || (each !== 2 && each !== 3)) return () => 'unknown';
  const numbers = Array.from({ length: count }, () => display.i32('measure'));
  return (record) => measures[numbers[each * record] as number] ?? 'unknown';
};

const declaredMissing = ({ cursor, decode }: Dictionary, raw: SlotVariable, name: string): UserMissing => {
  const what = `a missing value of ${name}`;
  if (raw.width > 0) return { values: raw.missing.map((bytes) => decode(bytes, what)) };
  const numbers = raw.missing.map((bytes) => new DataView(bytes.buffer).getFloat64(0, cursor.littleEndian));
  return numericMissing(raw.missingCount, numbers);
};
