import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DataError } from './data-error.ts';

/**
 * Writes a file piece by piece under a name of its own beside it, and renames it when it is whole, so that there is the old file or the new one.
 *
 * @throws DataError for a folder that is not there or cannot be written to, and for a full disk; nothing is left behind.
 */
export function writeWhole(path: string, pieces: Iterable<Uint8Array>): void {
  const building = `${path}.${process.pid}.part`;
  try {
    const file = openSync(building, 'w');
    try {
      for (const piece of pieces) writeAll(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(building, path);
  } catch (error) {
    rmSync(building, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !(code in reasons)) throw error;
    throw new DataError(`${path}: cannot be written: ${reasons[code]}; nothing is left behind`);
  }
}

const writeAll = (file: number, piece: Uint8Array): void => {
  let done = 0;
  while (done < piece.length) done += writeSync(file, piece, done);
};

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write in this folder',
  EDQUOT: 'the quota of the disk is used up',
  EISDIR: 'there is a folder of this name',
  ENOENT: 'there is no such folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is no folder',
  EPERM: 'no permission to write in this folder',
  EROFS: 'the disk is read-only',
};
