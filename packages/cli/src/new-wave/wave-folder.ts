import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { hashFile } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';

/** What a wave folder shall hold: the file to copy in, texts by name, and names of the folder that is there which stay. */
export interface WaveFolder {
  readonly file: string;
  readonly texts: (copy: {
    readonly sha256: string;
    readonly bytes: number;
  }) => Readonly<Record<string, string>>;
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

/**
 * Builds a wave folder beside its place and moves it there by rename: a folder is there whole or not at all, and what was there before comes back
 * if anything fails. The copy is read again and held against its source.
 *
 * @throws DataError that says what the disk refused.
 */
export async function buildWaveFolder(
  root: string,
  folder: string,
  { file, texts, stays }: WaveFolder,
): Promise<void> {
  const beside = join(root, 'data', `.new-wave-${randomBytes(6).toString('hex')}`);
  const [made, old] = [join(beside, 'new'), join(beside, 'old')];
  const shown = relative(root, folder);
  try {
    await mkdir(made, { recursive: true });
    const copy = join(made, basename(file));
    await copyFile(file, copy);
    const [sha256, before] = [await hashFile(copy), await hashFile(file)];
    if (sha256 !== before)
      throw new DataError(`${shown}: the copy differs from ${file}; is it still being written?`);
    const { size: bytes } = await stat(copy);
    const written = texts({ sha256, bytes });
    const present = await readdir(folder).catch(() => []);
    for (const name of present)
      if (stays(name) && name !== basename(file) && !Object.hasOwn(written, name))
        await copyFile(join(folder, name), join(made, name));
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
