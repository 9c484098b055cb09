import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { REAL_WAVES } from '@wavebook/stage';
import { cacheFolders, dataEntries } from './turbo-cache.ts';

/** The folders of `data` that stages write; all are git-ignored. */
export const STAGE_FOLDERS = ['clean', 'weighted', 'estimates', 'charts', 'programme', 'whitebook'] as const;

/** Something to remove: how it is called in the list, the paths that go, and what they hold. */
export interface PurgeItem {
  readonly name: string;
  readonly paths: readonly string[];
  readonly files: number;
  readonly bytes: number;
  /** Links among them: the link goes, what it points to stays. */
  readonly links: number;
}

/**
 * What `wavebook purge` removes under `root`: `data/raw` and the leftovers of killed and failed runs always; the stage folders, their logs and
 * turbo's copies of them if a real wave is there, went into what is there, or went through this working copy before.
 */
export async function purgePlan(root: string): Promise<{ items: PurgeItem[]; real: boolean }> {
  const raw = await item('data/raw', [join(root, 'data/raw')]);
  const leftovers = await leftoverPaths(root);
  const items = [raw, await item('data/.* (leftovers of killed and failed runs)', leftovers)];
  const real =
    raw.files + raw.links > 0 || (await exists(join(root, REAL_WAVES))) || (await madeFromReal(root));
  if (real) {
    for (const name of STAGE_FOLDERS) items.push(await item(`data/${name}`, [join(root, 'data', name)]));
    items.push(await item('logs of the stages (pipelines/*/.turbo)', await logPaths(root)));
    for (const folder of await cacheFolders(root)) {
      const shown = relative(root, folder).split(sep).join('/');
      items.push(
        await item(
          `turbo's cache of the stages (${shown.startsWith('..') ? folder : shown})`,
          await dataEntries(folder),
        ),
      );
    }
  }
  return { items: items.filter(({ files, links }) => files + links > 0), real };
}

async function madeFromReal(root: string): Promise<boolean> {
  for (const name of STAGE_FOLDERS) {
    const folder = join(root, 'data', name);
    const topics = (await entriesIn(folder)).filter((e) => e.isDirectory()).map((e) => join(folder, e.name));
    const manifests = [folder, ...topics].map((place) => join(place, 'manifest.json'));
    const texts = await Promise.all(manifests.map((path) => readFile(path, 'utf8').catch(() => undefined)));
    const found = texts.filter((text) => text !== undefined);
    if (found.length === 0 && (await item(name, [folder])).files > 0) return true;
    if (!found.every(isSynthetic)) return true;
  }
  return false;
}

/** A manifest that cannot be read proves nothing, and counts as made from real waves. */
function isSynthetic(manifest: string): boolean {
  try {
    const { waves } = JSON.parse(manifest) as { waves: { synthetic: unknown }[] };
    return waves.every(({ synthetic }) => synthetic === true);
  } catch {
    return false;
  }
}

async function leftoverPaths(root: string): Promise<string[]> {
  const kept = /^\.git|^\.DS_Store$|\.lock(?:\.\d+)?$/;
  const names = (await entriesIn(join(root, 'data'))).map(({ name }) => name);
  return names
    .filter((name) => name.startsWith('.') && !kept.test(name) && join('data', name) !== join(REAL_WAVES))
    .map((name) => join(root, 'data', name));
}

async function logPaths(root: string): Promise<string[]> {
  const pipelines = (await entriesIn(join(root, 'pipelines'))).filter((e) => e.isDirectory());
  return pipelines.map(({ name }) => join(root, 'pipelines', name, '.turbo'));
}

async function item(name: string, paths: readonly string[]): Promise<PurgeItem> {
  const sum = { files: 0, bytes: 0, links: 0 };
  const add = async (path: string): Promise<void> => {
    const there = await lstat(path).catch(() => undefined);
    if (there === undefined) return;
    if (there.isSymbolicLink()) sum.links += 1;
    else if (there.isDirectory()) for (const e of await readdir(path)) await add(join(path, e));
    else {
      sum.files += 1;
      sum.bytes += there.size;
    }
  };
  for (const path of paths) await add(path);
  return { name, paths, ...sum };
}

const entriesIn = (folder: string) => readdir(folder, { withFileTypes: true }).catch(() => []);
const exists = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined;
