import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.resolve('@wavebook/charts'))), '..', 'fonts');

/** The packaged fonts of the charts, with their licence, for a page that stands beside them. */
export async function fontFiles(): Promise<[name: string, bytes: Uint8Array][]> {
  const names = (await readdir(folder)).filter((name) => /\.(ttf|txt)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name))] as [string, Uint8Array]),
  );
}
