import { ClusterRow, SeriesRow } from '@wavebook/schema';
import { readRecords } from './read-records.ts';

type Names<Row> = readonly (keyof Row & string)[];
const clusterColumns = Object.keys(ClusterRow.shape) as Names<ClusterRow>;
const seriesColumns = Object.keys(SeriesRow.shape) as Names<SeriesRow>;

/** Reads a `clusters.csv`; every row is checked against `ClusterRow`. */
export function readClusters(path: string): Promise<ClusterRow[]> {
  const texts = new Set<string>(['measure', 'cluster', 'beyond']);
  return readRecords(path, ClusterRow, clusterColumns, { texts, flags: new Set() });
}

/** Reads a `series.csv`; every row is checked against `SeriesRow`. A row without a wave before it has no change. */
export async function readSeries(path: string): Promise<SeriesRow[]> {
  const texts = new Set<string>(['instrument', 'variable', 'category', 'wave', 'previous_wave', 'break']);
  const rows = await readRecords(path, SeriesRow, seriesColumns, { texts, flags: new Set(['offered']) });
  return rows.map((row) => (row.previous_wave === '' ? { ...row, previous_wave: null } : row));
}
