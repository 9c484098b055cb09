import type { Cursor } from '../cursor.ts';

/** A variable record: one or more 8-byte slots of a case. */
export interface SlotVariable {
  /** first slot, from 0 */
  readonly slot: number;
  /** 0: a number; else bytes of text */
  readonly width: number;
  readonly name: Uint8Array;
  readonly label: Uint8Array;
  /** its print format: kind, width and decimals in one number */
  readonly format: number;
  /** declared missing: 1 to 3 single values, −2 a range, −3 a range and a value */
  readonly missingCount: number;
  readonly missing: readonly Uint8Array[];
}

interface ValueLabelRecord {
  readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
  /** slots, from 1 */
  readonly slots: readonly number[];
}

export interface ExtensionRecord {
  /** byte of its content */
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** The records before the cases, their texts not yet decoded. */
export interface SavRecords {
  readonly variables: readonly SlotVariable[];
  readonly slots: number;
  readonly valueLabels: readonly ValueLabelRecord[];
  readonly documents: readonly Uint8Array[];
  readonly extensions: ReadonlyMap<number, ExtensionRecord>;
  /** byte at which the cases begin */
  readonly dataAt: number;
}

const record = { variable: 2, labels: 3, labelSlots: 4, document: 6, extension: 7, end: 999 } as const;
const documentLine = 80;
/** The widest piece of text in one variable record. */
const widestText = 255;

/** Reads the records up to the one that ends the dictionary. */
export function readSavRecords(cursor: Cursor): SavRecords {
  const variables: SlotVariable[] = [];
  const valueLabels: ValueLabelRecord[] = [];
  const documents: Uint8Array[] = [];
  const extensions = new Map<number, ExtensionRecord>();
  let slots = 0;
  for (;;) {
    const kind = cursor.i32('record');
    if (kind === record.end) break;
    if (kind === record.variable) {
      const variable = readVariable(cursor, slots);
      variables.push(variable);
      slots += 1 + skipContinuations(cursor, Math.ceil(variable.width / 8) - 1);
    } else if (kind === record.labels) valueLabels.push(readValueLabels(cursor));
    else if (kind === record.document) {
      const lines = cursor.count('lines of a document');
      cursor.need(lines * documentLine, 'document');
      for (let line = 0; line < lines; line++) documents.push(cursor.bytes(documentLine, 'document'));
    } else if (kind === record.extension) readExtension(cursor, extensions);
    else cursor.fail('a record of kind 2, 3, 6, 7 or 999', String(kind), cursor.at - 4);
  }
  cursor.skip(4, 'end of the dictionary');
  return { variables, slots, valueLabels, documents, extensions, dataAt: cursor.at };
}

const readVariable = (cursor: Cursor, slot: number): SlotVariable => {
  const width = cursor.i32('width of a variable');
  const hasLabel = cursor.i32('flag of a variable label');
  const missingCount = cursor.i32('number of missing values');
  const format = cursor.i32('print format');
  cursor.skip(4, 'write format');
  const name = cursor.bytes(8, 'variable name');
  if (width < 0 || width > widestText)
    cursor.fail(`a width from 0 to ${widestText}`, String(width), cursor.at - 28);
  if (missingCount < -3 || missingCount > 3 || missingCount === -1)
    cursor.fail('0 to 3, −2 or −3 missing values', String(missingCount), cursor.at - 20);
  const label = hasLabel === 1 ? readPadded(cursor) : new Uint8Array(0);
  const missing = Array.from({ length: Math.abs(missingCount) }, () => cursor.bytes(8, 'missing value'));
  return { slot, width, name, label, format, missingCount, missing };
};

/** The label's length, its text, and what fills it up to four bytes. */
const readPadded = (cursor: Cursor): Uint8Array => {
  const length = cursor.count('length of a variable label');
  const text = cursor.bytes(length, 'variable label');
  cursor.skip((4 - (length % 4)) % 4, 'padding');
  return text;
};

const skipContinuations = (cursor: Cursor, count: number): number => {
  for (let i = 0; i < count; i++) {
    const { at } = cursor;
    const kind = cursor.i32('continuation of a text variable');
    const width = cursor.i32('continuation of a text variable');
    if (kind !== record.variable || width !== -1)
      cursor.fail('a continuation of a text variable', `record ${kind} of width ${width}`, at);
    cursor.skip(24, 'continuation of a text variable');
  }
  return Math.max(0, count);
};

const readValueLabels = (cursor: Cursor): ValueLabelRecord => {
  const count = cursor.count('number of value labels');
  cursor.need(count * 16, 'value labels');
  const labels = Array.from({ length: count }, () => {
    const value = cursor.bytes(8, 'labelled value');
    const length = cursor.u8('length of a value label');
    const label = cursor.bytes(length, 'value label');
    cursor.skip((8 - ((length + 1) % 8)) % 8, 'padding');
    return { value, label };
  });
  const kind = cursor.i32('record');
  if (kind !== record.labelSlots)
    cursor.fail('the variables of the value labels (record 4)', `record ${kind}`, cursor.at - 4);
  const variables = cursor.count('number of labelled variables');
  cursor.need(variables * 4, 'labelled variables');
  return { labels, slots: Array.from({ length: variables }, () => cursor.i32('labelled variable')) };
};

const readExtension = (cursor: Cursor, extensions: Map<number, ExtensionRecord>): void => {
  const subtype = cursor.i32('kind of an extension record');
  const size = cursor.count('size of an extension record');
  const count = cursor.count('length of an extension record');
  const { at } = cursor;
  extensions.set(subtype, { at, bytes: cursor.bytes(size * count, 'extension record') });
};
