import { systemMissing, userMissing } from '../stat-column.ts';
import type { Encode } from '../text/text-encoder.ts';
import { ByteWriter } from '../write/byte-writer.ts';
import type { WrittenVariable } from '../write/stat-table.ts';
import { type DtaLayout, largestInteger } from './dta-layout.ts';

/** A set of value labels, with the number that each label belongs to in Stata. */
export interface WrittenLabelSet {
  readonly name: string;
  readonly labels: readonly { readonly value: number; readonly text: Uint8Array }[];
}

const longestLabel = 32_000;
const fewestLong = -2_147_483_647;

/** The sets of all variables, one for each pair of maps, and the name of the set of each variable (empty for none). */
export function writtenLabelSets(
  variables: readonly WrittenVariable[],
  encode: Encode,
): { sets: WrittenLabelSet[]; names: string[] } {
  const sets: WrittenLabelSet[] = [];
  const known: { variable: WrittenVariable; name: string }[] = [];
  const names = variables.map((variable) => {
    if ((variable.valueLabels?.size ?? 0) + (variable.missingLabels?.size ?? 0) === 0) return '';
    const same = known.find(
      (other) =>
        other.variable.valueLabels === variable.valueLabels &&
        other.variable.missingLabels === variable.missingLabels,
    );
    if (same) return same.name;
    known.push({ variable, name: variable.name });
    sets.push({ name: variable.name, labels: labelsOf(variable, encode) });
    return variable.name;
  });
  return { sets, names };
}

const labelsOf = (variable: WrittenVariable, encode: Encode): WrittenLabelSet['labels'] => {
  const fail = (expected: string, got: unknown): never => {
    throw new Error(`writeDta: ${expected}; got ${JSON.stringify(got)} of "${variable.name}"`);
  };
  const ofValues = [...(variable.valueLabels ?? [])].map(([value, label]): [number, string] => {
    if (
      typeof value !== 'number' ||
      !Number.isInteger(value) ||
      value < fewestLong ||
      value > largestInteger.long
    )
      return fail('Stata labels whole numbers of 32 bits only', value);
    return [value, label];
  });
  const ofMissing = [...(variable.missingLabels ?? [])].map(([code, label]): [number, string] => {
    if (!Number.isInteger(code) || code < systemMissing || code >= userMissing)
      return fail('missing labels belong to codes 1 to 27', code);
    return [largestInteger.long + 1 + code - systemMissing, label];
  });
  return [...ofValues, ...ofMissing]
    .sort(([a], [b]) => a - b)
    .map(([value, label]) => {
      const text = encode(label);
      if (text.length > longestLabel || text.includes(0))
        fail(`a value label has at most ${longestLabel} bytes and no NUL`, label.slice(0, 40));
      return { value, text };
    });
};

/** A set as the file holds it. */
export function labelSetBytes(
  { name, labels }: WrittenLabelSet,
  layout: DtaLayout,
  encode: Encode,
): Uint8Array {
  const writer = new ByteWriter();
  const textBytes = labels.reduce((sum, { text }) => sum + text.length + 1, 0);
  writer.ascii('<lbl>');
  writer.i32(8 + 8 * labels.length + textBytes);
  writer.field(encode(name), layout.labelSet + 3);
  writer.i32(labels.length);
  writer.i32(textBytes);
  let at = 0;
  for (const { text } of labels) {
    writer.i32(at);
    at += text.length + 1;
  }
  for (const { value } of labels) writer.i32(value);
  for (const { text } of labels) writer.field(text, text.length + 1);
  writer.ascii('</lbl>');
  return writer.bytes;
}
