import type { ByteSource } from '../byte-source.ts';
import { type CellSource, type ColumnBuilder, type RowReader, rawRows } from '../columns/column-builder.ts';
import { TextBuilder } from '../columns/text-builder.ts';
import { Cursor } from '../cursor.ts';
import type { StatVariable } from '../stat-file.ts';
import type { FileText, TextPlace } from '../text/text-decoder.ts';
import type { DtaHeader } from './dta-header.ts';
import { DtaNumberBuilder } from './dta-number-builder.ts';
import { LongStringBuilder } from './long-string-builder.ts';
import { indexLongStrings, type LongStrings } from './long-strings.ts';

type Header = DtaHeader & { readonly littleEndian: boolean };

const chunkBytes = 1 << 20;

/** The cells of a .dta file: rows of fixed length, then the long strings. */
export function dtaCells(
  source: ByteSource,
  header: Header,
  variables: readonly StatVariable[],
  decoder: FileText,
): CellSource {
  const { release, rowBytes, dataAt, rows, littleEndian } = header;
  const starts = cellStarts(header);
  const hasLongStrings = variables.some(({ type }) => type === 'strL');
  let strings: LongStrings | undefined;

  return {
    reader(from: number): RowReader {
      let row = from;
      return {
        next(most) {
          const count = Math.min(most, Math.max(1, Math.floor(chunkBytes / rowBytes)));
          const bytes = source.read(dataAt + row * rowBytes, count * rowBytes);
          row += count;
          // reading long strings would overwrite the source's buffer
          return rawRows(hasLongStrings ? bytes.slice() : bytes, count, rowBytes);
        },
      };
    },
    builder(index, count, first): ColumnBuilder {
      const { type, width, name } = variables[index] as StatVariable;
      const at = starts[index] as number;
      const place = (row: number): TextPlace => ({
        file: source.name,
        offset: dataAt + (first + row) * rowBytes + at,
        what: `the text of ${name} in row ${first + row + 1}`,
      });
      if (type === 'string')
        return new TextBuilder(
          count,
          { pieces: [{ at, length: width }], padding: 'nul', userMissing: [] },
          { decoder, place },
        );
      if (type !== 'strL') return new DtaNumberBuilder(count, { type, at, littleEndian });
      strings ??= indexLongStrings(
        new Cursor(source, littleEndian, dataAt + rows * rowBytes + '</data>'.length),
        release,
      );
      return new LongStringBuilder(count, { at, release, littleEndian, source, strings }, { decoder, place });
    },
  };
}

const cellStarts = (header: DtaHeader): number[] => {
  let at = 0;
  return header.variables.map(({ width }) => {
    at += width;
    return at - width;
  });
};

const sampleBytes = 1 << 19;

/** String cells at the start, in the middle and at the end of the data, to tell the encoding by. */
export function* sampleTexts(source: ByteSource, header: DtaHeader): Generator<Uint8Array> {
  const { rowBytes, rows, dataAt } = header;
  const starts = cellStarts(header);
  const texts = header.variables.flatMap(({ type, width }, i) =>
    type === 'string' ? [{ at: starts[i] as number, width }] : [],
  );
  if (texts.length === 0) return;
  const count = Math.min(rows, Math.max(1, Math.floor(sampleBytes / rowBytes)));
  for (const first of new Set([0, Math.floor((rows - count) / 2), rows - count])) {
    const bytes = source.read(dataAt + first * rowBytes, count * rowBytes).slice();
    for (let row = 0; row < count; row++)
      for (const { at, width } of texts) {
        const cell = bytes.subarray(row * rowBytes + at, row * rowBytes + at + width);
        const end = cell.indexOf(0);
        yield end < 0 ? cell : cell.subarray(0, end);
      }
  }
}
