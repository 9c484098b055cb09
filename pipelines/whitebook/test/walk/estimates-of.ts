import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EstimateRow } from '@wavebook/schema';
import { readEstimates } from '@wavebook/tables';

/** Every estimate that the stages made, by id. */
export async function estimatesOf(root: string): Promise<Map<string, EstimateRow>> {
  const folders = [
    ...readdirSync(join(root, 'data/estimates')).map((topic) => join(root, 'data/estimates', topic)),
    join(root, 'data/programme'),
  ];
  const paths = folders.map((folder) => join(folder, 'estimates.csv')).filter((path) => existsSync(path));
  const rows = await Promise.all(paths.map((path) => readEstimates(path)));
  return new Map(rows.flat().map((row) => [row.id, row]));
}
