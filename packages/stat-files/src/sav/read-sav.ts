import { type ByteSource, sourceOf } from '../byte-source.ts';
import type { Cursor } from '../cursor.ts';
import type { FileEncoding, ReadOptions, StatFile, StatVariable } from '../stat-file.ts';
import { tableReader } from '../table-reader.ts';
import { givenEncoding } from '../text/given-encoding.ts';
import { sniffEncoding } from '../text/sniff-encoding.ts';
import { FileText } from '../text/text-decoder.ts';
import { type Inflate, inflate } from './inflate.ts';
import { readMultipleResponseSets } from './multiple-response.ts';
import { countedRows, savCells } from './sav-cells.ts';
import { caseCount, declaredEncoding, namedBytes, systemMissingValue } from './sav-extensions.ts';
import { readSavHeader } from './sav-header.ts';
import { labelsBySlot, labelsOfLongTexts, missingOfLongTexts } from './sav-labels.ts';
import { readSavRecords, type SavRecords } from './sav-records.ts';
import { type Dictionary, dictionaryOf, savVariables } from './sav-variables.ts';

export interface SavOptions extends ReadOptions {
  /** decompresses the blocks of .zsav files; default one in TypeScript, `openStatFile` uses Node's */
  readonly inflate?: Inflate;
}

/**
 * Opens an SPSS system file: .sav, uncompressed or byte-compressed, and .zsav, of either byte order. Names, labels, declared missing values,
 * measures and multiple-response sets are read at once, cases when `columns` or `blocks` asks for them.
 *
 * Text is of the encoding that the file declares by name or code page, unless `options.encoding` says another; where neither does, it is
 * sniffed (UTF-8, else GB18030, else Windows-1252).
 *
 * @param input the whole file, or a source of its bytes (see `openStatFile` for files on disk).
 * @throws StatFileError for a file that is no system file, or a damaged one.
 *
 * R equivalent: `haven::read_sav(user_na = TRUE)`. Source: PSPP's description of the system file format.
 * @example
 * const file = readSav(bytes);
 * file.variables[0].userMissing; // { values: [98, 99] }
 * file.columns(['answer']).get('answer'); // { kind: 'number', values: Int8Array […], missing: Uint8Array […] }
 */
export function readSav(input: Uint8Array | ByteSource, options: SavOptions = {}): StatFile {
  const source = sourceOf(input, options.name);
  const header = readSavHeader(source);
  const { cursor, compression, bias } = header;
  const records = readSavRecords(cursor);
  const encoding = encodingOf(cursor, records, options.encoding);
  const text = new FileText(encoding.name, options.invalidText);
  const dictionary = dictionaryOf(cursor, records, text);
  const found = savVariables(dictionary);
  const variables = withLabels(dictionary, found);
  const systemMissing = systemMissingValue(cursor, records);
  const { dataAt, slots } = records;
  const store = {
    cursor,
    compression,
    dataAt,
    slots,
    bias,
    systemMissing,
    inflate: options.inflate ?? inflate,
  };
  const weight = found.findIndex(({ slot }) => slot === header.weightSlot - 1);
  const info = {
    format: compression === 'zlib' ? ('zsav' as const) : ('sav' as const),
    version: header.layoutCode,
    littleEndian: cursor.littleEndian,
    encoding,
    label: dictionary.decode(header.label, 'the file label'),
    timestamp: header.timestamp,
    documents: records.documents.map((line) => dictionary.decode(line, 'a line of the document')),
    rows: countedRows(store, caseCount(cursor, records, header.rows)),
    variables,
    multipleResponseSets: readMultipleResponseSets(cursor, records, {
      decoder: text,
      variableNamed: namesByShortName(dictionary, variables),
    }),
    ...(weight < 0 ? {} : { weight: (variables[weight] as StatVariable).name }),
  };
  const cells = found.map((variable, i) => ({ ...variable, variable: variables[i] as StatVariable }));
  return tableReader(info, savCells(store, cells, text));
}

const encodingOf = (cursor: Cursor, records: SavRecords, given: string | undefined): FileEncoding => {
  if (given !== undefined) return { name: givenEncoding('readSav', given), from: 'given' };
  const declared = declaredEncoding(cursor, records);
  if (declared) return { name: declared, from: 'declared' };
  const names = namedBytes(records.extensions.get(13)).map(({ value }) => value);
  const labels = records.valueLabels.flatMap((record) => record.labels.map(({ label }) => label));
  const name = sniffEncoding([...names, ...records.variables.flatMap((v) => [v.name, v.label]), ...labels]);
  return { name: name ?? 'utf-8', from: 'sniffed' };
};

const withLabels = (dictionary: Dictionary, found: ReturnType<typeof savVariables>): StatVariable[] => {
  const bySlot = labelsBySlot(dictionary);
  const ofTexts = labelsOfLongTexts(dictionary);
  const missing = missingOfLongTexts(dictionary);
  return found.map(({ variable, slot }) => ({
    ...variable,
    valueLabels: bySlot.get(slot) ?? ofTexts.get(variable.name) ?? new Map(),
    userMissing: missing.get(variable.name) ?? variable.userMissing,
  }));
};

/** Long names by short names, in which sets name their variables in any case. */
const namesByShortName = ({ records, decode }: Dictionary, variables: readonly StatVariable[]) => {
  const names = new Map(variables.map(({ name }) => [name.toUpperCase(), name]));
  for (const { name, value } of namedBytes(records.extensions.get(13)))
    names.set(decode(name, 'a variable name').toUpperCase(), decode(value, 'a long variable name'));
  return (short: string) => names.get(short.toUpperCase());
};
