import { crc32 } from 'node:zlib';
import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { expansionLimit } from '../containers/limits.ts';
import { DataError } from '../data-error.ts';

/**
 * Walks the pages of the columns that are to be read, by their headers alone, so that sizes and counts are believed only where they agree: the decoder
 * itself follows a damaged header backwards without an end, or makes room for what is not there.
 *
 * @throws DataError for pages that do not fill their column, counts of values that do not add up, and pages with a wrong checksum.
 */
export async function checkPages(
  name: string,
  file: AsyncBuffer,
  { row_groups: groups }: FileMetaData,
  columns: ReadonlySet<string>,
): Promise<void> {
  const limit = expansionLimit(file.byteLength);
  let expanded = 0;
  for (const { columns: chunks } of groups)
    for (const { meta_data: chunk } of chunks) {
      const column = chunk?.path_in_schema.join('.');
      if (!chunk || column === undefined || !columns.has(column)) continue;
      const damaged = (problem: string): never => {
        throw new DataError(`${name}: column "${column}": ${problem}; the file is damaged`);
      };
      const start = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
      const size = Number(chunk.total_compressed_size);
      if (start < 4 || size < 0 || start + size > file.byteLength)
        return damaged(`expected ${size} bytes from byte ${start} of ${file.byteLength}`);
      const view = new DataView(await file.slice(start, start + size));
      const reader = { view, offset: 0 };
      let values = 0;
      while (reader.offset < size) {
        const header = parquetHeader(reader);
        const { compressed_page_size: packed, uncompressed_page_size: whole } = header;
        const end = reader.offset + packed;
        if (!(packed >= 0 && whole >= 0 && end <= size))
          return damaged(`expected a page within ${size} bytes, got one of ${packed} at ${reader.offset}`);
        expanded += whole;
        if (expanded > limit) return damaged(`expands to more than ${limit} bytes`);
        const page = new Uint8Array(view.buffer, reader.offset, packed);
        if (header.crc !== undefined && crc32(page) !== header.crc >>> 0)
          return damaged('its bytes are not those that were written (CRC)');
        const { num_values: distinct = 0 } = header.dictionary_page_header ?? {};
        // eight values of one bit take a byte
        if (distinct < 0 || distinct > 8 * whole) return damaged(`a dictionary of ${distinct} values`);
        const count = (header.data_page_header ?? header.data_page_header_v2)?.num_values ?? 0;
        if (count < 0) return damaged(`a page of ${count} values`);
        values += count;
        reader.offset = end;
      }
      if (values !== Number(chunk.num_values))
        return damaged(`expected ${chunk.num_values} values, its pages have ${values}`);
    }
}
