import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file as a snapshot lists it. */
export interface HashedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Writes a file piece by piece. */
export function writeHashed(folder: string, name: string, pieces: Iterable<Uint8Array>): HashedFile {
  const hash = createHash('sha256');
  let bytes = 0;
  const file = openSync(join(folder, name), 'w');
  try {
    for (const piece of pieces) {
      writeFileSync(file, piece);
      hash.update(piece);
      bytes += piece.length;
    }
  } finally {
    closeSync(file);
  }
  return { name, sha256: hash.digest('hex'), bytes };
}
