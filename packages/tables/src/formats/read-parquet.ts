import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetScan,
  type SchemaElement,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { type ByteInput, nameOf, readPart, sizeOf } from '../byte-input.ts';
import { checkedRows } from '../checked-rows.ts';
import { DataError } from '../data-error.ts';
import type { VariableInfo } from '../file-info.ts';
import { table } from '../table.ts';
import { type Cell, columnOfCells } from './cell-columns.ts';
import { checkPages } from './parquet-pages.ts';
import type { FormatReader } from './reading.ts';
import { describedVariables, fileKey } from './written-variables.ts';

/** Flat Parquet files, whatever wrote them. */
export const readParquet: FormatReader = async ({ input, container }, options) => {
  const name = nameOf(input);
  try {
    const file = await asyncBuffer(input);
    const metadata = await parquetMetadataAsync(file);
    const fields = flatFields(name, metadata);
    const rows = Number(metadata.num_rows);
    checkGroups(name, metadata, fields.length);
    const { from, to } = checkedRows(options.rows, rows);
    const wanted = options.columns && new Set(options.columns);
    const chosen = options.headerOnly ? [] : fields.filter((field) => wanted?.has(field.name) ?? true);
    await checkPages(name, file, metadata, new Set(chosen.map((field) => field.name)));
    const scan = await parquetScan({
      file,
      metadata,
      compressors,
      columns: chosen.map((field) => field.name),
      rowStart: from,
      rowEnd: to,
    });
    const columns: (readonly [string, ReturnType<typeof columnOfCells>])[] = [];
    for (const field of chosen) {
      const cells: Cell[] = [];
      for (const range of from < to ? scan.ranges : []) {
        const part = await scan.readColumn({
          column: field.name,
          rowStart: Math.max(range.rowStart, from),
          rowEnd: Math.min(range.rowEnd, to),
        });
        for (let i = 0; i < part.length; i++) cells.push(part[i] as Cell);
      }
      if (cells.length !== to - from)
        throw new DataError(
          `${name}: column "${field.name}": expected ${to - from} rows, got ${cells.length}; the file is damaged`,
        );
      columns.push([field.name, columnOfCells(cells)]);
    }
    const stored = new Map(columns.map(([column, { kind }]) => [column, kind]));
    const described = describedVariables(
      metadata.key_value_metadata?.find(({ key }) => key === fileKey)?.value,
    );
    const variables = fields.map((field): VariableInfo => {
      const type = stored.get(field.name) ?? kindOf(field);
      return { ...described.variable(field.name, type), storage: storageOf(field) };
    });
    return {
      table: {
        ...table(to - from, columns),
        variables: new Map(variables.filter((v) => stored.has(v.name)).map((v) => [v.name, v])),
      },
      info: {
        path: name,
        format: 'parquet',
        version: metadata.version,
        rows,
        label: described.label,
        variables,
        multipleResponseSets: [],
        notes: [],
        ...(container ? { container } : {}),
      },
    };
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(`${name}: not a Parquet file that can be read: ${(error as Error).message}`);
  }
};

const asyncBuffer = async (input: ByteInput): Promise<AsyncBuffer> => {
  const byteLength = await sizeOf(input);
  return {
    byteLength,
    slice: async (start, end = byteLength) => {
      const bytes = await readPart(input, start, end - start);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    },
  };
};

/** The columns of a file without nested ones. */
function flatFields(name: string, { schema }: FileMetaData): SchemaElement[] {
  const fields = schema.slice(1);
  for (const field of fields)
    if (field.num_children || field.repetition_type === 'REPEATED')
      throw new DataError(
        `${name}: column "${field.name}" is nested (lists or structs); write one value a cell`,
      );
  const names = fields.map((field) => field.name);
  const twice = names.find((other, i) => names.indexOf(other) !== i);
  if (twice !== undefined) throw new DataError(`${name}: two columns are called "${twice}"`);
  if (fields.length === 0) throw new DataError(`${name}: the file has no columns`);
  return fields;
}

/** Every count of rows must agree before any of them is believed. */
function checkGroups(name: string, metadata: FileMetaData, columns: number): void {
  const damaged = (problem: string): never => {
    throw new DataError(`${name}: ${problem}; the file is damaged`);
  };
  const { row_groups: groups, num_rows: rows } = metadata;
  const sum = groups.reduce((all, group) => all + group.num_rows, 0n);
  if (sum !== rows) damaged(`expected ${rows} rows, its groups have ${sum}`);
  for (const group of groups) {
    if (group.columns.length !== columns) damaged(`expected ${columns} columns, got ${group.columns.length}`);
    for (const { meta_data: chunk } of group.columns)
      if (chunk && chunk.num_values !== group.num_rows)
        damaged(`expected ${group.num_rows} values in "${chunk.path_in_schema}", got ${chunk.num_values}`);
  }
}

const kindOf = ({
  type,
  converted_type: converted,
  logical_type: logical,
}: SchemaElement): 'number' | 'text' => {
  if (type === undefined || type === 'BOOLEAN') return 'text';
  if (/DATE|TIME|UTF8|ENUM|JSON/.test(`${converted} ${logical?.type}`)) return 'text';
  return type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY'
    ? converted === 'DECIMAL' || logical?.type === 'DECIMAL'
      ? 'number'
      : 'text'
    : 'number';
};

const storageOf = ({ type, converted_type: converted, logical_type: logical }: SchemaElement): string =>
  (logical?.type ?? converted ?? type ?? 'text').toLowerCase();
