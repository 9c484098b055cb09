import { type ByteSource, sourceOf } from '../byte-source.ts';
import { Cursor, placeOf } from '../cursor.ts';
import type { FileEncoding, ReadOptions, StatFile, StatVariable } from '../stat-file.ts';
import { tableReader } from '../table-reader.ts';
import { givenEncoding } from '../text/given-encoding.ts';
import { sniffEncoding } from '../text/sniff-encoding.ts';
import { FileText } from '../text/text-decoder.ts';
import { dtaCells, sampleTexts } from './dta-cells.ts';
import { type DtaHeader, readOldHeader, readTaggedHeader } from './dta-header.ts';
import { dtaLayout, dtaReleases } from './dta-layout.ts';
import {
  decodeLabelSets,
  type RawLabelSet,
  readOldLabelSets,
  readTaggedLabelSets,
} from './dta-value-labels.ts';
import { indexLongStrings } from './long-strings.ts';

/**
 * Opens a Stata file: releases 113 to 115 (Stata 8 to 12), 117 (13), 118 (14 and later) and 119 (more than 32,767 variables), of either byte
 * order. Names, labels, formats and encoding are read at once, cells when `columns` or `blocks` asks for them.
 *
 * Text of release 118 and 119 is UTF-8. Before, nothing declares it: it is sniffed (UTF-8, else GB18030, else Windows-1252) unless
 * `options.encoding` says it.
 *
 * @param input the whole file, or a source of its bytes (see `openStatFile` for files on disk).
 * @throws StatFileError for a file that is no .dta file, or a damaged one.
 *
 * R equivalent: `haven::read_dta`. Source: Stata's `help dta`, and `help dta_113` to `help dta_119`.
 * @example
 * const file = readDta(bytes);
 * file.variables[0].label; // '性别'
 * file.columns(['sex']).get('sex'); // { kind: 'number', values: Int8Array […], missing: Uint8Array […] }
 */
export function readDta(input: Uint8Array | ByteSource, options: ReadOptions = {}): StatFile {
  const source = sourceOf(input, options.name);
  const header = readHeader(source);
  const cursor = new Cursor(source, header.littleEndian, header.dataAt + header.rows * header.rowBytes);
  const sets = readLabelSets(cursor, header);
  const encoding = encodingOf(source, header, sets, options.encoding);
  const text = new FileText(encoding.name, options.invalidText);
  const file = source.name;
  const decode = (bytes: Uint8Array, what: string) =>
    text.decode(bytes, () => ({ file, offset: placeOf(bytes), what }));
  const labelSets = decodeLabelSets(sets, text, file);
  const variables = header.variables.map((raw, index): StatVariable => {
    const name = decode(raw.name, `the name of variable ${index + 1}`);
    const labels = labelSets.get(decode(raw.labelSet, `the name of the value labels of ${name}`));
    return {
      name,
      label: decode(raw.label, `the label of ${name}`),
      type: raw.type,
      width: raw.width,
      format: decode(raw.format, `the format of ${name}`),
      measure: 'unknown',
      valueLabels: labels?.valueLabels ?? new Map(),
      missingLabels: labels?.missingLabels ?? new Map(),
      userMissing: { values: [] },
    };
  });
  checkNames(variables, cursor);
  const info = {
    format: 'dta' as const,
    version: header.release,
    littleEndian: header.littleEndian,
    encoding,
    label: decode(header.label, 'the data label'),
    timestamp: decode(header.timestamp, 'the time stamp'),
    documents: [],
    rows: header.rows,
    variables,
    multipleResponseSets: [],
  };
  return tableReader(info, dtaCells(source, header, variables, text));
}

/** The header, with its byte order. */
type OrderedHeader = DtaHeader & { readonly littleEndian: boolean };

const readHeader = (source: ByteSource): OrderedHeader => {
  const start = new Cursor(source, true);
  if (!start.tagIs('<stata_dta>')) return readBinaryHeader(source);
  start.tag('<stata_dta><header><release>');
  const release = Number(String.fromCharCode(...start.bytes(3, 'release')));
  if (!dtaLayout(release) || release < 117) unknownRelease(start, release, start.at - 3);
  start.tag('</release><byteorder>');
  const order = start.shown(3);
  if (order !== '"LSF"' && order !== '"MSF"') start.fail('the byte order LSF or MSF', order);
  start.skip(3, 'byte order');
  start.tag('</byteorder>');
  const littleEndian = order === '"LSF"';
  return { ...readTaggedHeader(new Cursor(source, littleEndian, start.at), release), littleEndian };
};

const readBinaryHeader = (source: ByteSource): OrderedHeader => {
  const start = new Cursor(source, true);
  const release = start.u8('a Stata file');
  if (!dtaLayout(release) || release >= 117) unknownRelease(start, release, 0);
  const order = start.u8('byte order');
  if (order !== 1 && order !== 2) start.fail('1 or 2 as the byte order', String(order), 1);
  return { ...readOldHeader(new Cursor(source, order === 2, start.at), release), littleEndian: order === 2 };
};

const unknownRelease = (cursor: Cursor, release: number, at: number): never =>
  cursor.fail(`a Stata file of release ${dtaReleases}`, `release ${release}`, at);

const readLabelSets = (cursor: Cursor, header: OrderedHeader): RawLabelSet[] => {
  const { name } = header.layout;
  if (header.release < 117) return readOldLabelSets(cursor, name);
  cursor.tag('</data>');
  const mapped = new Cursor(cursor.source, cursor.littleEndian, header.labelsAt);
  if (mapped.at > cursor.at && mapped.tagIs('<value_labels>')) return readTaggedLabelSets(mapped, name);
  indexLongStrings(cursor, header.release);
  return readTaggedLabelSets(cursor, name);
};

const encodingOf = (
  source: ByteSource,
  header: OrderedHeader,
  sets: readonly RawLabelSet[],
  given: string | undefined,
): FileEncoding => {
  if (given !== undefined) return { name: givenEncoding('readDta', given), from: 'given' };
  if (header.release >= 118) return { name: 'utf-8', from: 'declared' };
  const names = header.variables.flatMap((raw) => [raw.name, raw.label, raw.labelSet]);
  const labels = sets.flatMap((set) => [set.name, ...set.texts]);
  const name =
    sniffEncoding([header.label, ...names, ...labels]) ??
    sniffEncoding(sampleTexts(source, header)) ??
    'utf-8';
  return { name, from: 'sniffed' };
};

const checkNames = (variables: readonly StatVariable[], cursor: Cursor): void => {
  const seen = new Set<string>();
  for (const { name } of variables) {
    if (seen.has(name)) cursor.fail('variables with names of their own', `two variables named "${name}"`, 0);
    seen.add(name);
  }
};
