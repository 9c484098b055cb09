import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@wavebook/schema';
import { readManifest } from '@wavebook/stage';

/** A stage folder that was made, relative to the root, with its manifest. */
export interface StageFolder {
  readonly path: string;
  readonly manifest: Manifest;
}

const made = (root: string, path: string): boolean => existsSync(join(root, path, 'manifest.json'));

const below = (root: string, path: string): string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path))
        .filter((name) => !name.startsWith('.'))
        .sort()
        .map((name) => `${path}/${name}`)
    : [];

/** The stage folders whose manifest lists a file of this name. */
export async function foldersWith(root: string, file: string): Promise<StageFolder[]> {
  const candidates = [...below(root, 'data/estimates'), ...below(root, 'data/charts'), 'data/programme'];
  const folders = await Promise.all(
    candidates
      .filter((path) => made(root, path))
      .map(async (path) => ({ path, manifest: await readManifest(join(root, path)) })),
  );
  return folders.filter(({ manifest }) => manifest.files.some(({ path }) => path === file));
}
