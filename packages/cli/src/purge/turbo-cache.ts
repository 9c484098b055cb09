import { execFile } from 'node:child_process';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/**
 * The folders in which turbo may keep what it made on this machine: `.turbo/cache`, or that of the main working tree if this is a linked
 * one, `node_modules/.cache/turbo` of older versions, and what `cacheDir` or `TURBO_CACHE_DIR` say.
 */
export async function cacheFolders(root: string, env: NodeJS.ProcessEnv = process.env): Promise<string[]> {
  const main = await mainWorkingTree(root);
  const configured = /"cacheDir"\s*:\s*"([^"]+)"/.exec(await textOf(join(root, 'turbo.json')))?.[1];
  const folders = [
    join(root, '.turbo/cache'),
    join(root, 'node_modules/.cache/turbo'),
    ...(main === undefined ? [] : [join(main, '.turbo/cache')]),
    ...(configured === undefined ? [] : [resolve(root, configured)]),
    ...(env.TURBO_CACHE_DIR ? [resolve(root, env.TURBO_CACHE_DIR)] : []),
  ];
  return [...new Set(folders)];
}

/**
 * The files of a cache folder that hold outputs of data stages, or may: every entry but those whose list names nothing of `data/` and of
 * `pipelines/`. Halves left by a killed turbo are among them. Real and synthetic waves cannot be told apart from outside an entry.
 */
export async function dataEntries(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(() => [])).sort();
  const kept = new Set<string>();
  for (const name of names) {
    const hash = /^([0-9a-f]{16})-manifest\.json$/.exec(name)?.[1];
    if (hash !== undefined && (await isHarmless(join(folder, name)))) kept.add(hash);
  }
  const ofTurbo = /^\.?([0-9a-f]{16})(?:-manifest\.json|-meta\.json|\.tar(?:\.zst)?)(.*)$/;
  return names
    .filter((name) => {
      const [, hash = '', rest = ''] = ofTurbo.exec(name) ?? [];
      return hash !== '' && !(rest === '' && kept.has(hash));
    })
    .map((name) => join(folder, name));
}

async function isHarmless(manifest: string): Promise<boolean> {
  try {
    const { files } = JSON.parse(await readFile(manifest, 'utf8')) as { files?: object };
    const paths = Object.keys(files ?? {}).map((path) => path.replaceAll('\\', '/'));
    return paths.length > 0 && paths.every((path) => path.startsWith('packages/'));
  } catch {
    return false;
  }
}

/** turbo keeps the cache of a linked working tree in the main one. */
async function mainWorkingTree(root: string): Promise<string | undefined> {
  try {
    const words = ['rev-parse', '--path-format=absolute', '--show-toplevel', '--git-common-dir'];
    const { stdout } = await promisify(execFile)('git', words, { cwd: root });
    const [top = '', common = ''] = stdout.trim().split('\n');
    return (await realpath(top)) === (await realpath(root)) ? dirname(common) : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
