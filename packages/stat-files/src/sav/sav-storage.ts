import type { Encode } from '../text/text-encoder.ts';
import type { WrittenColumn, WrittenVariable } from '../write/stat-table.ts';
import { savFormatCode } from './sav-format.ts';

/** A variable record of a column: a number, a text, or a piece of a long text. */
interface SavPiece {
  /** 0: a number */
  readonly width: number;
  readonly slots: number;
  /** first byte of the text in it */
  readonly from: number;
  readonly shortName: string;
}

/** How a column is stored. */
export interface SavStorage {
  readonly column: WrittenColumn;
  readonly variable: WrittenVariable;
  readonly name: Uint8Array;
  /** bytes of its texts; 0 for numbers */
  readonly width: number;
  readonly pieces: readonly SavPiece[];
  readonly texts: readonly Uint8Array[];
  /** the number of its print format */
  readonly format: number;
}

const widestText = 32_767;
const pieceBytes = 255;
const pieceWidth = 252;
const longestName = 64;
const reserved = new Set('ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH'.split(' '));

/** The storage of every column. Throws for names and texts that SPSS refuses. */
export function savStorages(
  variables: readonly WrittenVariable[],
  columns: readonly WrittenColumn[],
  encode: Encode,
): SavStorage[] {
  const names = new Set<string>();
  const shortNames = shortNameMaker(variables);
  return variables.map((variable, i) => {
    const column = columns[i] as WrittenColumn;
    const name = checkedName(variable.name, names, encode);
    const texts = column.kind === 'text' ? column.levels.map(encode) : [];
    const labelled = [...(variable.valueLabels?.keys() ?? []), ...(variable.userMissing?.values ?? [])];
    const widest = [...texts, ...labelled.map((value) => encode(String(value)))].reduce(
      (most, text) => Math.max(most, text.length),
      1,
    );
    const width = column.kind === 'number' ? 0 : widest;
    if (width > widestText)
      throw new Error(`writeSav: text has at most ${widestText} bytes; "${variable.name}" has ${width}`);
    const pieces = piecesOf(width, () => shortNames(variable.name));
    return { column, variable, name, width, pieces, texts, format: formatOf(variable, column, width) };
  });
}

const checkedName = (name: string, names: Set<string>, encode: Encode): Uint8Array => {
  const bytes = encode(name);
  if (
    !/^[\p{L}@#$][\p{L}\p{M}\p{N}_.@#$]*$/u.test(name) ||
    bytes.length > longestName ||
    names.has(name.toUpperCase()) ||
    reserved.has(name.toUpperCase())
  )
    throw new Error(
      `writeSav: a variable name is up to ${longestName} bytes of letters, digits, _ . @ # $, no digit first, no reserved word, each once; got "${name}"`,
    );
  names.add(name.toUpperCase());
  return bytes;
};

/** Names of up to 8 letters: the variable's own where it can serve, else one made up. */
const shortNameMaker = (variables: readonly WrittenVariable[]): ((name: string) => string) => {
  const own = new Set(
    variables.map(({ name }) => name.toUpperCase()).filter((name) => /^[A-Z@][A-Z0-9_]{0,7}$/.test(name)),
  );
  const given = new Set<string>();
  let made = 0;
  return (name) => {
    const upper = name.toUpperCase();
    let short = own.has(upper) && !given.has(upper) ? upper : '';
    while (short === '' || given.has(short)) {
      made++;
      const candidate = `V${String(made).padStart(6, '0')}`;
      short = own.has(candidate) ? '' : candidate;
    }
    given.add(short);
    return short;
  };
};

const piecesOf = (width: number, shortName: () => string): SavPiece[] => {
  if (width <= pieceBytes)
    return [{ width, slots: Math.max(1, Math.ceil(width / 8)), from: 0, shortName: shortName() }];
  const count = Math.ceil(width / pieceWidth);
  return Array.from({ length: count }, (_, i) => {
    const room = i < count - 1 ? pieceBytes : width - pieceWidth * (count - 1);
    return { width: room, slots: Math.ceil(room / 8), from: pieceBytes * i, shortName: shortName() };
  });
};

const numberFormat = { whole: 0x05_08_00, other: 0x05_08_02 } as const;
const textKind = 1;

const formatOf = ({ format }: WrittenVariable, column: WrittenColumn, width: number): number => {
  if (column.kind === 'text') return textKind * 0x10000 + Math.min(width, pieceBytes) * 0x100;
  const code = format === undefined ? undefined : savFormatCode(format);
  if (code !== undefined && code >> 16 > 2) return code;
  return column.values instanceof Float64Array || column.values instanceof Float32Array
    ? numberFormat.other
    : numberFormat.whole;
};
