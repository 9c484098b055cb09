import { parquetMetadata } from 'hyparquet';
import type { Places, Span } from '../places.ts';
import { outside } from './arrow-places.ts';

/** The cells of a Parquet file: a packed column is read whole, so a change in it reaches all its cells. */
export function parquetPlaces(bytes: Uint8Array): Places {
  const metadata = parquetMetadata(new Uint8Array(bytes).buffer);
  const chunks = new Map<string, Span[]>();
  for (const { columns } of metadata.row_groups)
    for (const { meta_data: chunk } of columns) {
      if (!chunk) continue;
      const name = chunk.path_in_schema.join('.');
      const from = Number(chunk.dictionary_page_offset ?? chunk.data_page_offset);
      chunks.set(name, [...(chunks.get(name) ?? []), [from, from + Number(chunk.total_compressed_size)]]);
    }
  return {
    shared: outside([...chunks.values()].flat(), bytes.length),
    cell: (_, column) => chunks.get(column) ?? [],
  };
}
