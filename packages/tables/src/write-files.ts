import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DataError } from './data-error.ts';
import { writeProblem } from './write-problem.ts';

/** A file to write: its path, and its bytes in pieces. */
export interface WrittenFile {
  readonly path: string;
  readonly pieces: Iterable<Uint8Array>;
}

/**
 * Writes files piece by piece, each under a name of its own beside its place, and renames them when all are whole, so that there are the old files
 * or the new ones.
 *
 * @throws DataError for a folder that is not there or cannot be written to, and for a full disk; nothing is left behind.
 */
export function writeFiles(files: readonly WrittenFile[]): void {
  const building = files.map(({ path, pieces }) => ({ path, pieces, part: `${path}.${process.pid}.part` }));
  let writing = '';
  try {
    for (const { path, pieces, part } of building) {
      writing = path;
      writePieces(part, told(path, pieces));
    }
    for (const { path, part } of building) {
      writing = path;
      renameSync(part, path);
    }
  } catch (error) {
    for (const { part } of building) rmSync(part, { force: true });
    const problem = writeProblem(error);
    if (problem === undefined) throw error;
    throw new DataError(`${writing}: cannot be written: ${problem}; nothing is left behind`);
  }
}

function writePieces(path: string, pieces: Iterable<Uint8Array>): void {
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeAll(file, piece);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What a format cannot hold is told with the file. */
function* told(path: string, pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  try {
    yield* pieces;
  } catch (error) {
    const { message } = error as Error;
    if (/^(writeDta|writeSav|encodeGb18030): /.test(message)) throw new DataError(`${path}: ${message}`);
    throw error;
  }
}

const writeAll = (file: number, piece: Uint8Array): void => {
  let done = 0;
  while (done < piece.length) done += writeSync(file, piece, done);
};
