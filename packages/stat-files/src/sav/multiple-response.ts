import type { Cursor } from '../cursor.ts';
import type { MultipleResponseSet } from '../stat-file.ts';
import type { FileText } from '../text/text-decoder.ts';
import { extensionCursor } from './sav-extensions.ts';
import type { SavRecords } from './sav-records.ts';

/** The sets of before SPSS 14, and those whose labels come from elsewhere. */
const subtypes = [7, 19];
const lineFeed = 10;
const space = 32;

/**
 * Multiple-response sets: lines such as `$a=C 10 some label v1 v2` (categories) and `$b=D1 1 5 label v3 v4` (dichotomies, the counted value
 * 1), every text with its length in bytes before it.
 */
export function readMultipleResponseSets(
  cursor: Cursor,
  records: SavRecords,
  text: { decoder: FileText; variableNamed: (short: string) => string | undefined },
): MultipleResponseSet[] {
  return subtypes.flatMap((subtype) => {
    const record = extensionCursor(cursor, records, subtype);
    const sets: MultipleResponseSet[] = [];
    while (record && record.remaining > 0) {
      while (record.remaining > 0 && (record.tagIs('\n') || record.tagIs('\0'))) record.at++;
      if (record.remaining > 0) sets.push(readSet(record, text));
    }
    return sets;
  });
}

const readSet = (
  record: Cursor,
  { decoder, variableNamed }: { decoder: FileText; variableNamed: (short: string) => string | undefined },
): MultipleResponseSet => {
  const { at } = record;
  const decode = (bytes: Uint8Array) =>
    decoder.decode(bytes, () => ({ file: record.source.name, offset: at, what: 'a multiple-response set' }));
  const name = decode(until(record, '='.charCodeAt(0)));
  const letter = String.fromCharCode(record.u8('kind of a multiple-response set'));
  if (!'CDE'.includes(letter)) record.fail('C, D or E as the kind of a set', `"${letter}"`, record.at - 1);
  if (letter === 'E') {
    record.tag(' ');
    until(record, space);
  } else if (letter === 'C') record.tag(' ');
  const countedValue = letter === 'C' ? undefined : decode(counted(record)).trimEnd();
  const label = decode(counted(record));
  const variables = decode(until(record, lineFeed)).trim().split(/\s+/).filter(Boolean);
  return {
    name,
    label,
    kind: letter === 'C' ? 'categories' : 'dichotomies',
    ...(countedValue === undefined ? {} : { countedValue }),
    variables: variables.map((short) => variableNamed(short) ?? short),
  };
};

/** The bytes up to a delimiter, which is passed over. */
const until = (record: Cursor, delimiter: number): Uint8Array => {
  const rest = record.source.read(record.at, record.remaining);
  const found = rest.indexOf(delimiter);
  const length = found < 0 ? record.remaining : found;
  const bytes = record.bytes(length, 'text');
  if (found >= 0) record.at++;
  return bytes;
};

/** A text that has its length in bytes before it and a space behind. */
const counted = (record: Cursor): Uint8Array => {
  const { at } = record;
  const length = Number(String.fromCharCode(...until(record, space).subarray(0, 10)));
  if (!Number.isInteger(length) || length < 0) record.fail('the length of a text', 'something else', at);
  const bytes = record.bytes(length, 'text of a multiple-response set');
  if (record.tagIs(' ')) record.at++;
  return bytes;
};
