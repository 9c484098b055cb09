import { ByteWriter, type ColumnSource, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { fileKey, writtenVariables } from '../formats/written-variables.ts';
import type { Column, Table } from '../table.ts';

const rowsInGroup = 50_000;

/** The table as a Parquet file with row groups of 50,000, empty cells null, a group at a time. */
export function* parquetPieces(input: Table, label: string): Generator<Uint8Array> {
  const writer = new ByteWriter();
  const described = writtenVariables(input, label);
  const sources = [...input.columns].map(([name, { kind }]): ColumnSource => {
    return { name, data: [], type: kind === 'number' ? 'DOUBLE' : 'STRING', nullable: true };
  });
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: sources }),
    ...(described ? { kvMetadata: [{ key: fileKey, value: described }] } : {}),
  });
  for (let start = 0; start < input.rows; start += rowsInGroup) {
    const end = Math.min(start + rowsInGroup, input.rows);
    const columnData = [...input.columns.values()].map((column, i) => ({
      ...(sources[i] as ColumnSource),
      data: cellsOf(column, start, end),
    }));
    file.write({ columnData, rowGroupSize: rowsInGroup });
    yield taken(writer);
  }
  file.finish();
  yield taken(writer);
}

/** What was written since the last time. */
const taken = (writer: ByteWriter): Uint8Array => {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
};

const cellsOf = (column: Column, start: number, end: number): (number | string | null)[] =>
  Array.from({ length: end - start }, (_, i) => {
    const row = start + i;
    if (column.kind === 'text') return column.levels[column.codes[row] as number] ?? null;
    const value = column.values[row] as number;
    return Number.isNaN(value) ? null : value;
  });
