import { readFile } from 'node:fs/promises';
import {
  type Column as ArrowColumn,
  type DataType,
  Type,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
} from '@uwdata/flechette';
import { arrowColumns } from './arrow-column.ts';
import { DataError } from './data-error.ts';
import type { VariableInfo } from './file-info.ts';
import { checkArrowCounts } from './formats/arrow-counts.ts';
import { type Cell, columnOfCells } from './formats/cell-columns.ts';
import { describedVariables, fileKey, writtenVariables } from './formats/written-variables.ts';
import { type Column, type Table, table } from './table.ts';

/** The table as Arrow IPC file bytes: text as dictionaries, empty cells as nulls, labels as metadata. Same table, same bytes. */
export function formatArrow(input: Table, label = ''): Uint8Array {
  const arrow = tableFromColumns(arrowColumns(input.rows, input.columns));
  for (const field of arrow.schema.fields) {
    const said = input.labels?.get(field.name);
    if (said) field.metadata = new Map(Object.entries({ label_zh: said.zh, label_en: said.en }));
  }
  const described = writtenVariables(input, label);
  if (described) arrow.schema.metadata = new Map([[fileKey, described]]);
  const bytes = tableToIPC(arrow, { format: 'file' });
  if (!bytes) throw new Error('formatArrow: the encoder gave no bytes');
  return bytes;
}

/** The part of flechette's dictionary batch that its type list leaves out. */
interface DictionaryKeys {
  readonly dictionary: ArrowColumn<string>;
  readonly values: Int32Array;
  readonly validity: Uint8Array;
}

const isDictionary = (batch: object): batch is DictionaryKeys => 'dictionary' in batch && 'values' in batch;

const isFilled = (validity: Uint8Array, row: number): boolean =>
  ((validity[row >> 3] as number) & (1 << (row & 7))) !== 0;

const ofDictionary = (name: string, column: ArrowColumn<unknown>, rows: number): Column => {
  const codes = new Int32Array(rows);
  let levels: string[] = [];
  let start = 0;
  for (const batch of column.data) {
    if (!isDictionary(batch)) throw new Error('readArrow: a dictionary column without its dictionary');
    checkLengths(name, batch.dictionary);
    levels = Array.from(batch.dictionary, (level) => level ?? '');
    const { values, validity, nullCount } = batch;
    for (let i = 0; i < batch.length; i++) {
      const filled = nullCount === 0 || isFilled(validity, i);
      const code = filled ? Number(values[i]) : -1;
      if (code >= levels.length || (filled && code < 0))
        throw new DataError(`row ${start + i + 1} refers to text ${code} of ${levels.length}`);
      codes[start + i] = code;
    }
    start += batch.length;
  }
  return { kind: 'text', codes, levels };
};

const isNumber = ({ typeId }: DataType): boolean =>
  typeId === Type.Float || typeId === Type.Int || typeId === Type.Decimal;

const isNested = ({ typeId }: DataType): boolean =>
  typeId >= Type.List && typeId !== Type.LargeUtf8 && typeId !== Type.Utf8View
    ? typeId !== Type.Duration
    : typeId === Type.Binary;

/** Makes sure that the buffers hold as many cells as the header says, before room is made for them. */
function checkLengths(name: string, { data, type }: ArrowColumn<unknown>): void {
  for (const { length, offsets, values } of data) {
    const cells = offsets ? offsets.length - 1 : values.length * (type.typeId === Type.Bool ? 8 : 1);
    if (type.typeId !== Type.Null && cells < length)
      throw new DataError(`column "${name}" says that it has ${length} cells, but its bytes hold ${cells}`);
  }
}

const fromArrow = (name: string, column: ArrowColumn<unknown>, rows: number): Column => {
  const { type } = column;
  if (column.length !== rows)
    throw new DataError(`column "${name}" has ${column.length} rows, expected ${rows}`);
  checkLengths(name, column);
  if (type.typeId === Type.Dictionary && type.dictionary.typeId === Type.Utf8)
    return ofDictionary(name, column, rows);
  if (isNested(type))
    throw new DataError(`column "${name}" holds no plain values (${kindOf(type)}); write one value a cell`);
  if (!isNumber(type)) return columnOfCells(Array.from({ length: rows }, (_, row) => column.at(row) as Cell));
  const values = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = column.at(row);
    values[row] = value === null || value === undefined ? Number.NaN : Number(value);
  }
  return { kind: 'number', values };
};

const kindOf = ({ typeId }: DataType): string =>
  Object.entries(Type).find(([, id]) => id === typeId)?.[0] ?? `type ${typeId}`;

/** What an Arrow file holds: its size, its fields, and columns when they are asked for. */
export interface OpenedArrow {
  readonly rows: number;
  readonly label: string;
  readonly names: readonly string[];
  variable(name: string): VariableInfo;
  table(names?: readonly string[]): Table;
}

/** Opens the bytes of an Arrow IPC file or stream. @throws DataError for bytes that are none, and for nested columns. */
export function openArrow(path: string, bytes: Uint8Array): OpenedArrow {
  const arrow = refused(path, () => {
    checkArrowCounts(bytes);
    return tableFromIPC(bytes, { useDate: true });
  });
  const { fields, metadata } = arrow.schema;
  if (fields.length === 0)
    throw new DataError(`${path}: not an Arrow file that can be read: it has no columns`);
  const described = describedVariables(metadata?.get(fileKey));
  const typeOf = new Map(fields.map((field) => [field.name, field.type]));
  const variable = (name: string): VariableInfo => {
    const type = typeOf.get(name) as DataType;
    return {
      ...described.variable(name, isNumber(type) ? 'number' : 'text'),
      storage: kindOf(type).toLowerCase(),
    };
  };
  return {
    rows: arrow.numRows,
    label: described.label,
    names: fields.map((field) => field.name),
    variable,
    table: (names) => {
      const wanted = fields.filter((field) => !names || names.includes(field.name));
      const labels = new Map<string, { zh: string; en: string }>();
      for (const field of wanted) {
        const zh = field.metadata?.get('label_zh');
        const en = field.metadata?.get('label_en');
        if (zh && en) labels.set(field.name, { zh, en });
      }
      const columns = wanted.map(
        (field) =>
          [
            field.name,
            refused(path, () => fromArrow(field.name, arrow.getChild(field.name), arrow.numRows)),
          ] as const,
      );
      const read = table(arrow.numRows, columns, labels);
      if (!metadata?.has(fileKey)) return read;
      return { ...read, variables: new Map(wanted.map(({ name }) => [name, variable(name)])) };
    },
  };
}

/** Flechette's own errors are of damaged bytes: they are told with the file. */
function refused<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new DataError(`${path}: not an Arrow file that can be read: ${(error as Error).message}`);
  }
}

/** Reads an Arrow IPC file of a pipeline stage. `names` selects columns. */
export async function readArrow(path: string, names?: readonly string[]): Promise<Table> {
  return openArrow(path, new Uint8Array(await readFile(path))).table(names);
}
