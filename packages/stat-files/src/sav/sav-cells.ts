import type { ByteSource } from '../byte-source.ts';
import { type CellSource, type ColumnBuilder, type RowReader, rawRows } from '../columns/column-builder.ts';
import { TextBuilder } from '../columns/text-builder.ts';
import type { Cursor } from '../cursor.ts';
import type { StatVariable } from '../stat-file.ts';
import type { FileText, TextPlace } from '../text/text-decoder.ts';
import type { Inflate } from './inflate.ts';
import { CompressedCases } from './sav-cases.ts';
import type { SavCompression } from './sav-header.ts';
import { SavNumberBuilder } from './sav-number-builder.ts';
import type { SavVariable } from './sav-variables.ts';
import { expandBlocks, readZsavBlocks } from './zsav-blocks.ts';

/** Where and how the cases of a file are stored. */
export interface CaseStore {
  readonly cursor: Cursor;
  readonly compression: SavCompression;
  readonly dataAt: number;
  readonly slots: number;
  readonly bias: number;
  readonly systemMissing: number;
  readonly inflate: Inflate;
}

const chunkBytes = 1 << 18;
const inputBytes = 1 << 20;
const mostRowsWithoutVariables = 2 ** 31 - 1;

/** Number of cases: as declared if so many can be there, else counted. Throws where the file is too short for those it declares. */
export function countedRows(store: CaseStore, declared: number): number {
  const { cursor, compression, slots, dataAt } = store;
  if (slots === 0) return declared < 0 ? 0 : Math.min(declared, mostRowsWithoutVariables);
  if (declared < 0 && compression !== 'none') return compressedCases(store).count();
  const room = slotRoom(store);
  if (declared < 0) return Math.floor(room / slots);
  if (declared * slots > room)
    cursor.fail(
      `${declared} cases of ${slots} values`,
      `room for ${room} values to the end of the file`,
      dataAt,
    );
  return declared;
}

/** As many values as there can be in the rest of the file. */
const slotRoom = ({ cursor, compression, dataAt }: CaseStore): number => {
  const rest = cursor.source.size - dataAt;
  if (compression === 'none') return Math.floor(rest / 8);
  if (compression === 'byte') return rest;
  const blocks = readZsavBlocks(cursor.within(dataAt, rest));
  return blocks.reduce((sum, block) => sum + block.expanded, 0);
};

const compressedCases = (store: CaseStore): CompressedCases => {
  const { cursor, compression, dataAt } = store;
  const rest = cursor.within(dataAt, cursor.source.size - dataAt);
  const chunks =
    compression === 'byte'
      ? pieces(cursor.source, dataAt)
      : expandBlocks(cursor, readZsavBlocks(rest), store.inflate);
  const fail = (found: string) =>
    cursor.fail('the cases that the header declares', found, cursor.source.size);
  return new CompressedCases(chunks, { ...store, littleEndian: cursor.littleEndian, fail });
};

function* pieces(source: ByteSource, from: number): Generator<Uint8Array> {
  for (let at = from; at < source.size; at += inputBytes)
    yield source.read(at, Math.min(inputBytes, source.size - at));
}

/** The cells of a system file. */
export function savCells(store: CaseStore, variables: readonly SavVariable[], decoder: FileText): CellSource {
  const { cursor, dataAt, slots } = store;
  return {
    reader(from): RowReader {
      if (store.compression === 'none') return plainCases(store, from);
      const cases = compressedCases(store);
      if (slots > 0) cases.skip(from);
      return cases;
    },
    builder(index, rows, first): ColumnBuilder {
      const { variable, slot, pieces: places } = variables[index] as SavVariable;
      const { littleEndian } = cursor;
      const { systemMissing } = store;
      const { userMissing } = variable;
      if (variable.type !== 'string')
        return new SavNumberBuilder(rows, { at: 8 * slot, littleEndian, systemMissing, userMissing });
      const place = (row: number): TextPlace => ({
        file: cursor.source.name,
        offset: store.compression === 'none' ? dataAt + (first + row) * 8 * slots + 8 * slot : dataAt,
        what: `the text of ${variable.name} in row ${first + row + 1}`,
      });
      return new TextBuilder(
        rows,
        { pieces: places, padding: 'blank', userMissing: textValues(variable) },
        { decoder, place },
      );
    },
  };
}

const textValues = ({ userMissing }: StatVariable): string[] =>
  userMissing.values.filter((value) => typeof value === 'string');

const plainCases = ({ cursor, dataAt, slots }: CaseStore, from: number): RowReader => {
  const rowBytes = 8 * slots;
  let row = from;
  return {
    next(most) {
      const rows = Math.min(most, Math.max(1, Math.floor(chunkBytes / rowBytes)));
      const bytes = cursor.source.read(dataAt + row * rowBytes, rows * rowBytes);
      row += rows;
      return rawRows(bytes, rows, rowBytes);
    },
  };
};
