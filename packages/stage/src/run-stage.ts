import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Manifest } from '@wavebook/schema';
import { hashFile } from './hash.ts';
import { takeLock } from './lock.ts';
import { markRealWaves } from './real-waves.ts';
import { stagePaths } from './stage-paths.ts';

/** What a stage gets to work with: where to write, and how to say what it read. */
export interface StageContext {
  readonly root: string;
  /** The folder under construction; becomes the output by one rename. */
  readonly folder: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Records an input file for the manifest (hashed here) and gives its path back. */
  input(path: string): Promise<string>;
  /** Records every file of a folder whose name ends so, and gives the folder back. */
  inputs(folder: string, ending: string): Promise<string>;
  log(line: string): void;
}

export interface StageOptions {
  /** Shown before each line, `clean` for example. */
  readonly name: string;
  readonly root: string;
  /** Output folder, relative to the root. */
  readonly output: string;
}

export type StageResult = Pick<Manifest, 'waves' | 'notes'>;

const slashes = (path: string): string => path.split(sep).join('/');

const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((e) => e.isFile())
    .map((e) => slashes(relative(folder, join(e.parentPath, e.name))));
  return files.sort();
};

/**
 * Runs a stage: `build` fills a folder of its own beside the output, the manifest is written last, and the folder takes the output's place
 * by rename, all under a lock. A killed run leaves the old result or the new one; a failed one leaves the old.
 */
export async function runStage(
  options: StageOptions,
  build: (context: StageContext) => Promise<StageResult>,
): Promise<void> {
  const started = performance.now();
  const { output, building, old, lock } = stagePaths(options.root, options.output);
  await mkdir(dirname(output), { recursive: true });
  const release = await takeLock(lock);
  try {
    if (!existsSync(output) && existsSync(old)) await rename(old, output);
    await rm(old, { recursive: true, force: true });
    await rm(building, { recursive: true, force: true });
    await mkdir(building, { recursive: true });

    const inputs = new Map<string, string>();
    const result = await build({
      root: options.root,
      folder: building,
      async write(path, content) {
        const full = join(building, path);
        await mkdir(dirname(full), { recursive: true });
        await writeFile(full, content);
      },
      async input(path) {
        inputs.set(slashes(relative(options.root, path)), await hashFile(path));
        return path;
      },
      async inputs(folder, ending) {
        const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
        for (const name of names) await this.input(join(folder, name));
        return folder;
      },
      log: (line) => console.log(`${options.name}: ${line}`),
    });
    const files = await Promise.all(
      (await listFiles(building)).map(async (path) => {
        const full = join(building, path);
        return { path, sha256: await hashFile(full), bytes: (await stat(full)).size };
      }),
    );
    const manifest: Manifest = {
      stage: options.name,
      files,
      inputs: [...inputs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, sha256]) => ({ path, sha256 })),
      ...result,
    };
    await writeFile(join(building, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`);
    if (result.waves.some((wave) => !wave.synthetic)) await markRealWaves(options.root);

    if (existsSync(output)) await rename(output, old);
    await rename(building, output);
    await rm(old, { recursive: true, force: true });
    console.log(
      `${options.name}: ${files.length} files in ${options.output}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  } finally {
    await rm(building, { recursive: true, force: true });
    await release();
  }
}

/** Runs a command's main function; an error is printed and ends it with exit code 1, data errors without a stack. */
export async function runMain(name: string, main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    const known = error instanceof Error && error.name === 'DataError';
    console.error(`${name}: ${known ? error.message : error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
  }
}
