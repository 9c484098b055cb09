import { withStataDates } from '../dates/stata-dates.ts';
import { type Encode, textEncoder, type WrittenEncoding } from '../text/text-encoder.ts';
import { ByteWriter, joined } from '../write/byte-writer.ts';
import { checkedColumns, type StatTable } from '../write/stat-table.ts';
import { type DtaLayout, dtaLayout } from './dta-layout.ts';
import { dtaRows } from './dta-rows.ts';
import { dtaStorage, type Storage } from './dta-storage.ts';
import { labelSetBytes, writtenLabelSets } from './written-labels.ts';
import { longStringRecords, writtenLongStrings } from './written-long-strings.ts';
import { type VariableTexts, variableTexts } from './written-variable.ts';

export interface DtaWriteOptions {
  /** 118 (default) is read by Stata 14 and later, 117 by Stata 13 and later */
  readonly release?: 117 | 118;
  /** of release 117, which does not declare it: default `gb18030`. Release 118 is UTF-8 */
  readonly encoding?: WrittenEncoding;
  /** `true` (default): every number in the smallest type that holds its column exactly; `false`: in the variable's type where that does */
  readonly compress?: boolean;
  /** 17 letters, such as `01 Jan 2000 00:00`; default none, so that equal tables give equal bytes */
  readonly timestamp?: string;
}

/**
 * Writes a Stata file: labels, value labels, formats, `.` and `.a` to `.z`, texts of any length. Equal tables give equal bytes.
 *
 * Values that SPSS's user declared missing are written as the numbers they are, as Stata knows no such thing; numbers in a date format of SPSS become
 * days (`%td`) or milliseconds (`%tc`) of Stata.
 *
 * @returns the file. @throws for what Stata cannot hold: names, labels that are too long, labels of text or of fractions, numbers too large.
 *
 * R equivalent: `haven::write_dta(data, path, version)`. Source: Stata's `help dta`.
 * @example
 * const sex = { kind: 'number', values: Int8Array.of(1, 2, 0), missing: Uint8Array.of(0, 0, 2) };
 * const valueLabels = new Map([[1, '男'], [2, '女']]);
 * writeDta({ rows: 3, variables: [{ name: 'sex', label: '性别', valueLabels }], columns: new Map([['sex', sex]]) });
 */
export function writeDta(table: StatTable, options: DtaWriteOptions = {}): Uint8Array {
  return joined(dtaPieces(table, options));
}

/** The file that `writeDta` gives in pieces, each good until the next: for files larger than memory. */
export function* dtaPieces(given: StatTable, options: DtaWriteOptions = {}): Generator<Uint8Array> {
  const { release = 118, compress = true } = options;
  const encoding = release === 118 ? 'utf-8' : (options.encoding ?? 'gb18030');
  if (release === 118 && options.encoding && options.encoding !== 'utf-8')
    throw new Error(`writeDta: release 118 is UTF-8; for ${options.encoding} write release 117`);
  if (given.variables.length > mostVariables)
    throw new Error(
      `writeDta: release ${release} holds ${mostVariables} variables; got ${given.variables.length}`,
    );
  const encode = textEncoder(encoding);
  const layout = dtaLayout(release) as DtaLayout;
  const table = withStataDates(given);
  const columns = checkedColumns('writeDta', table);
  const storages = table.variables.map((variable, i) =>
    dtaStorage(columns[i] as (typeof columns)[number], variable, { compress, encode }),
  );
  const texts = table.variables.map((variable, i) =>
    variableTexts(variable, storages[i] as Storage, { encode, layout }),
  );
  const { sets, names } = writtenLabelSets(table.variables, encode);
  const { references, records } = writtenLongStrings(columns, storages, release);
  const rowBytes = storages.reduce((sum, { width }) => sum + width, 0);
  const recordBytes = records.reduce((sum, { text }) => sum + (release === 117 ? 17 : 21) + text.length, 0);
  const labelSets = joined(sets.map((set) => labelSetBytes(set, layout, encode)));

  const writer = new ByteWriter();
  writeHeader(writer, table, { ...options, release, encode });
  const sections = variableSections({ storages, texts, labelSetNames: names.map(encode), layout });
  writer.put(mapSection(writer.length, sections, [table.rows * rowBytes, recordBytes, labelSets.length]));
  for (const section of sections) writer.put(section);
  writer.ascii('<data>');
  yield writer.bytes;
  const stored = columns.map((column, i) => ({
    column,
    storage: storages[i] as Storage,
    references: references[i] ?? [],
  }));
  yield* dtaRows(stored, table.rows);
  yield ascii('</data><strls>');
  yield* longStringRecords(records, release);
  yield ascii('</strls><value_labels>');
  yield labelSets;
  yield ascii('</value_labels></stata_dta>');
}

const mostVariables = 32_767;

const longestLabel = 80;
const timestampLength = 17;

const writeHeader = (
  writer: ByteWriter,
  table: StatTable,
  { release, encode, timestamp = '' }: { release: 117 | 118; encode: Encode; timestamp?: string },
): void => {
  const label = encode(table.label ?? '');
  if ((release === 117 ? label.length : [...(table.label ?? '')].length) > longestLabel)
    throw new Error(
      `writeDta: the data label has up to ${longestLabel} ${release === 117 ? 'bytes' : 'characters'}; got "${table.label}"`,
    );
  if (timestamp !== '' && !/^[ -~]{17}$/.test(timestamp))
    throw new Error(
      `writeDta: a time stamp has ${timestampLength} letters, as 01 Jan 2000 00:00; got "${timestamp}"`,
    );
  writer.ascii(`<stata_dta><header><release>${release}</release><byteorder>LSF</byteorder><K>`);
  writer.u16(table.variables.length);
  writer.ascii('</K><N>');
  if (release === 117) writer.i32(table.rows);
  else writer.u64(table.rows);
  writer.ascii('</N><label>');
  if (release === 117) writer.u8(label.length);
  else writer.u16(label.length);
  writer.put(label);
  writer.ascii('</label><timestamp>');
  writer.u8(timestamp.length);
  writer.ascii(timestamp);
  writer.ascii('</timestamp></header>');
};

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const typeCodes = {
  double: 65_526,
  float: 65_527,
  long: 65_528,
  int: 65_529,
  byte: 65_530,
  strL: 32_768,
} as const;

/** The sections between the map and the data. */
const variableSections = ({
  storages,
  texts,
  labelSetNames,
  layout,
}: {
  storages: readonly Storage[];
  texts: readonly VariableTexts[];
  labelSetNames: readonly Uint8Array[];
  layout: DtaLayout;
}): Uint8Array[] => {
  const section = (name: string, fill: (writer: ByteWriter) => void): Uint8Array => {
    const writer = new ByteWriter();
    writer.ascii(`<${name}>`);
    fill(writer);
    writer.ascii(`</${name}>`);
    return writer.bytes;
  };
  const fields = (name: string, values: readonly Uint8Array[], width: number): Uint8Array =>
    section(name, (writer) => {
      for (const value of values) writer.field(value, width);
    });
  return [
    section('variable_types', (writer) => {
      for (const { type, width } of storages) writer.u16(type === 'string' ? width : typeCodes[type]);
    }),
    fields(
      'varnames',
      texts.map(({ name }) => name),
      layout.name,
    ),
    fields('sortlist', [new Uint8Array(0)], layout.sort * (storages.length + 1)),
    fields(
      'formats',
      texts.map(({ format }) => format),
      layout.format,
    ),
    fields('value_label_names', labelSetNames, layout.labelSet),
    fields(
      'variable_labels',
      texts.map(({ label }) => label),
      layout.label,
    ),
    section('characteristics', () => {}),
  ];
};

const mapBytes = '<map></map>'.length + 14 * 8;

/** Where each section begins: the file, the map, seven sections, data, long strings, value labels, the end tag, the end. */
const mapSection = (at: number, sections: readonly Uint8Array[], contents: readonly number[]): Uint8Array => {
  const tags = ['data', 'strls', 'value_labels'].map((tag) => 2 * tag.length + 5);
  const lengths = [
    ...sections.map(({ length }) => length),
    ...contents.map((bytes, i) => bytes + (tags[i] as number)),
  ];
  const places = [0, at, at + mapBytes];
  for (const length of lengths) places.push((places.at(-1) as number) + length);
  places.push((places.at(-1) as number) + '</stata_dta>'.length);
  const writer = new ByteWriter();
  writer.ascii('<map>');
  for (const place of places) writer.u64(place);
  writer.ascii('</map>');
  return writer.bytes;
};
