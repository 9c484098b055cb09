import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EstimateRow } from '@wavebook/schema';
import { readEstimates } from '@wavebook/tables';
import { expect } from 'vitest';

/** Every estimate that the stages made, by id; one that two stages made must be the same in both. */
export async function estimatesOf(root: string): Promise<Map<string, EstimateRow>> {
  const folders = [
    ...readdirSync(join(root, 'data/estimates')).map((topic) => join(root, 'data/estimates', topic)),
    join(root, 'data/programme'),
  ];
  const paths = folders.map((folder) => join(folder, 'estimates.csv')).filter((path) => existsSync(path));
  const rows = await Promise.all(paths.map((path) => readEstimates(path)));
  const byId = new Map<string, EstimateRow>();
  for (const row of rows.flat()) {
    const known = byId.get(row.id) ?? row;
    expect([row.id, row.estimate, row.se, row.n]).toEqual([row.id, known.estimate, known.se, known.n]);
    byId.set(row.id, row);
  }
  return byId;
}
