import type { UserMissing } from '../stat-file.ts';
import { extensionCursor } from './sav-extensions.ts';
import type { SlotVariable } from './sav-records.ts';
import type { Dictionary } from './sav-variables.ts';

type Labels = Map<number | string, string>;

const subtype = { longTextLabels: 21, longTextMissing: 22 } as const;

/** Value labels by slot of their variable: those of numbers and of texts of up to 8 bytes. */
export function labelsBySlot({ cursor, records, decode }: Dictionary): Map<number, Labels> {
  const variables = new Map(records.variables.map((variable) => [variable.slot, variable]));
  const bySlot = new Map<number, Labels>();
  for (const { labels, slots } of records.valueLabels) {
    const shared = new Map<string, Labels>();
    for (const slot of slots) {
      const variable = variables.get(slot - 1);
      if (!variable)
        return cursor.fail('value labels of variables of the file', `slot ${slot}`, records.dataAt);
      const key = variable.width === 0 ? 'number' : `text ${variable.width}`;
      const decoded = shared.get(key) ?? decodeLabels({ cursor, records, decode }, labels, variable);
      shared.set(key, decoded);
      bySlot.set(slot - 1, decoded);
    }
  }
  return bySlot;
}

const decodeLabels = (
  { cursor, decode }: Dictionary,
  labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[],
  { width }: SlotVariable,
): Labels =>
  new Map(
    labels.map(({ value, label }) => [
      width === 0
        ? new DataView(value.buffer).getFloat64(0, cursor.littleEndian)
        : decode(value, 'a labelled value'),
      decode(label, 'a value label'),
    ]),
  );

/** Value labels of texts longer than 8 bytes, by name of their variable. */
export function labelsOfLongTexts({ cursor, records, decode }: Dictionary): Map<string, Labels> {
  const found = new Map<string, Labels>();
  const record = extensionCursor(cursor, records, subtype.longTextLabels);
  while (record && record.remaining > 0) {
    const name = decode(record.bytes(record.count('length of a name'), 'name'), 'a variable name');
    record.skip(4, 'width');
    const count = record.count('number of value labels');
    record.need(8 * count, 'value labels');
    const labels: Labels = new Map();
    for (let i = 0; i < count; i++) {
      const value = decode(record.bytes(record.count('length of a value'), 'value'), 'a labelled value');
      labels.set(value, decode(record.bytes(record.count('length of a label'), 'label'), 'a value label'));
    }
    found.set(name, labels);
  }
  return found;
}

/** Declared missing values of texts longer than 8 bytes, by name of their variable. */
export function missingOfLongTexts({ cursor, records, decode }: Dictionary): Map<string, UserMissing> {
  const found = new Map<string, UserMissing>();
  const record = extensionCursor(cursor, records, subtype.longTextMissing);
  while (record && record.remaining > 0) {
    const name = decode(record.bytes(record.count('length of a name'), 'name'), 'a variable name');
    const count = record.u8('number of missing values');
    const length = record.count('length of a missing value');
    const values = Array.from({ length: count }, () =>
      decode(record.bytes(length, 'missing value'), 'a missing value'),
    );
    found.set(name, { values });
  }
  return found;
}
