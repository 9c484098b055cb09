import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { hashFile } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';

/** A file as it came to lie in a wave folder. */
export interface CopiedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** What a wave folder shall hold: the files to copy in, texts by name, and names of the folder that is there which stay. */
export interface WaveFolder {
  readonly files: readonly string[];
  readonly texts: (copies: readonly CopiedFile[]) => Readonly<Record<string, string>>;
  /** Whether a file of the present folder stays. */
  readonly stays: (name: string) => boolean;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk quota is used up; free some space',
  EROFS: 'the file system is read-only',
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
};

const prefixOf = (root: string, folder: string): string =>
  `.new-wave-${relative(join(root, 'data', 'raw'), folder).replaceAll(sep, '-')}-`;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Clears away what a killed call left, and brings the wave back if it was killed between its two renames. */
export async function recoverWave(root: string, folder: string): Promise<void> {
  const data = join(root, 'data');
  const prefix = prefixOf(root, folder);
  for (const name of await readdir(data).catch(() => [])) {
    const pid = Number(name.slice(prefix.length));
    if (!name.startsWith(prefix) || !Number.isInteger(pid) || isRunning(pid)) continue;
    const old = join(data, name, 'old');
    if (existsSync(old) && !existsSync(folder)) await rename(old, folder);
    await rm(join(data, name), { recursive: true, force: true });
  }
}

/** Copies a file and reads the copy again: both must be the same. The copy may be written to, also where the file may not. */
async function copied(file: string, folder: string, shown: string): Promise<CopiedFile> {
  const copy = join(folder, basename(file));
  await copyFile(file, copy);
  const [sha256, before] = [await hashFile(copy), await hashFile(file)];
  if (sha256 !== before)
    throw new DataError(`${shown}: the copy differs from ${file}; is it still being written?`);
  const { size: bytes } = await stat(copy);
  return { name: basename(file), sha256, bytes };
}

/**
 * Builds a wave folder beside its place and moves it there by rename: a folder is there whole or not at all, and what was there before comes back
 * if anything fails. The copy is read again and held against its source.
 *
 * @throws DataError that says what the disk refused.
 */
export async function buildWaveFolder(
  root: string,
  folder: string,
  { files, texts, stays }: WaveFolder,
): Promise<void> {
  const beside = join(root, 'data', `${prefixOf(root, folder)}${process.pid}`);
  const [made, old] = [join(beside, 'new'), join(beside, 'old')];
  const shown = relative(root, folder);
  try {
    if (!existsSync(join(root, 'data'))) await mkdir(join(root, 'data'));
    await mkdir(beside);
    await mkdir(made);
    const copies: CopiedFile[] = [];
    for (const file of files) copies.push(await copied(file, made, shown));
    const written = texts(copies);
    const names = new Set([...copies.map(({ name }) => name), ...Object.keys(written)]);
    const present = await readdir(folder).catch(() => []);
    for (const name of present)
      if (stays(name) && !names.has(name)) await copyFile(join(folder, name), join(made, name));
    for (const [name, text] of Object.entries(written)) await writeFile(join(made, name), text);
    await mkdir(dirname(folder), { recursive: true });
    if (present.length > 0) await rename(folder, old);
    try {
      await rename(made, folder);
    } catch (error) {
      if (present.length > 0) await rename(old, folder);
      throw error;
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new DataError(`${shown}: ${reasons[code] ?? message}; nothing was changed`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
