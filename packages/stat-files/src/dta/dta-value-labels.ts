import { type Cursor, pieceOf, placeOf } from '../cursor.ts';
import { systemMissing } from '../stat-column.ts';
import type { FileText } from '../text/text-decoder.ts';
import { largestInteger } from './dta-layout.ts';

/** A set of value labels as it stands in the file. */
export interface RawLabelSet {
  readonly name: Uint8Array;
  readonly values: readonly number[];
  readonly texts: readonly Uint8Array[];
}

/** A set decoded: labels of values, and of missing codes. */
export interface LabelSet {
  readonly valueLabels: ReadonlyMap<number, string>;
  readonly missingLabels: ReadonlyMap<number, string>;
}

/** Reads the sets of releases 113 to 115, which reach to the end of the file. */
export function readOldLabelSets(cursor: Cursor, nameBytes: number): RawLabelSet[] {
  const sets: RawLabelSet[] = [];
  while (cursor.remaining >= 4 + nameBytes + 3 + 8) sets.push(readSet(cursor, nameBytes));
  return sets;
}

/** Reads the sets from `<value_labels>` to the end of the file. */
export function readTaggedLabelSets(cursor: Cursor, nameBytes: number): RawLabelSet[] {
  const sets: RawLabelSet[] = [];
  cursor.tag('<value_labels>');
  while (cursor.tagIs('<lbl>')) {
    cursor.tag('<lbl>');
    sets.push(readSet(cursor, nameBytes));
    cursor.tag('</lbl>');
  }
  cursor.tag('</value_labels></stata_dta>');
  return sets;
}

/** Sets by name, for the variables that name them. */
export function decodeLabelSets(
  sets: readonly RawLabelSet[],
  text: FileText,
  file: string,
): Map<string, LabelSet> {
  const decoded = new Map<string, LabelSet>();
  for (const { name, values, texts } of sets) {
    const called = text.decode(name, () => ({
      file,
      offset: placeOf(name),
      what: 'the name of a set of value labels',
    }));
    const valueLabels = new Map<number, string>();
    const missingLabels = new Map<number, string>();
    values.forEach((value, i) => {
      const bytes = texts[i] as Uint8Array;
      const what = `the label of ${value} in the set ${called}`;
      const label = text.decode(bytes, () => ({ file, offset: placeOf(bytes), what }));
      if (value > largestInteger.long)
        missingLabels.set(value - largestInteger.long - 1 + systemMissing, label);
      else valueLabels.set(value, label);
    });
    decoded.set(called, { valueLabels, missingLabels });
  }
  return decoded;
}

const readSet = (cursor: Cursor, nameBytes: number): RawLabelSet => {
  const length = cursor.count('length of value labels');
  const name = cursor.field(nameBytes, 'name of value labels');
  cursor.skip(3, 'padding');
  const at = cursor.at;
  cursor.need(length, 'value labels');
  const count = cursor.count('number of value labels');
  const textBytes = cursor.count('length of label texts');
  if (8 + 8 * count + textBytes > length)
    cursor.fail(
      `value labels that fit into ${length} bytes`,
      `${count} labels with ${textBytes} bytes of text`,
      at,
    );
  const offsets = Array.from({ length: count }, () => cursor.count('place of a label text'));
  const values = Array.from({ length: count }, () => cursor.i32('labelled value'));
  const pool = cursor.bytes(textBytes, 'label texts');
  const texts = labelTexts(pool, offsets, (i) =>
    cursor.fail(
      'label texts that lie inside their table and not in each other',
      `place ${offsets[i]}`,
      at + 8 + 4 * i,
    ),
  );
  cursor.at = at + length;
  return { name, values, texts };
};

/** Each place's text up to its NUL. Texts that overlap could make gigabytes of a small file: they are refused. */
const labelTexts = (
  pool: Uint8Array,
  offsets: readonly number[],
  fail: (i: number) => never,
): Uint8Array[] => {
  const byOffset = new Map<number, Uint8Array>();
  let total = 0;
  return offsets.map((offset, i) => {
    const known = byOffset.get(offset);
    if (known) return known;
    if (offset > pool.length) return fail(i);
    const end = pool.indexOf(0, offset);
    const text = pieceOf(pool, offset, end < 0 ? pool.length : end);
    byOffset.set(offset, text);
    total += text.length;
    return total > pool.length ? fail(i) : text;
  });
};
