import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PublishedValue, publishedColumns } from '@wavebook/schema';
import { readRecords } from './read-records.ts';

const numbers = new Set(['value', 'tolerance']);
const texts = new Set(publishedColumns.filter((name) => !numbers.has(name)));

/** Files of `data/published` that hold other tables than published values. */
const otherTables = new Set(['province-population.csv']);

/** Reads every file of published values in a folder, in order of file name; each row is checked against `PublishedValue`. */
export async function readPublished(folder: string): Promise<PublishedValue[]> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.csv') && !otherTables.has(name))
    .sort();
  const files = await Promise.all(
    names.map((name) =>
      readRecords(join(folder, name), PublishedValue, publishedColumns, { texts, flags: new Set() }),
    ),
  );
  return files.flat();
}
