import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type ByteInput, nameOf, readBlocks, sizeOf } from '../byte-input.ts';
import { DataError } from '../data-error.ts';
import { expansionLimit, megabytes } from './limits.ts';

/** The bytes of a gzip file. @throws DataError for a damaged one and one that expands beyond the limit. */
export async function gunzip(input: ByteInput): Promise<Buffer> {
  const name = nameOf(input);
  const packed = await sizeOf(input);
  const limit = expansionLimit(packed);
  const stream = Readable.from(readBlocks(input)).pipe(createGunzip());
  const pieces: Buffer[] = [];
  let length = 0;
  try {
    for await (const piece of stream) {
      pieces.push(piece);
      length += piece.length;
      if (length > limit)
        throw new DataError(
          `${name}: expands from ${megabytes(packed)} to more than the ${megabytes(limit)} allowed; unpack it yourself if you trust it`,
        );
    }
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(
      `${name}: ${(error as Error).message} after ${length} expanded bytes; the gzip file is damaged or truncated`,
    );
  } finally {
    stream.destroy();
  }
  return Buffer.concat(pieces, length);
}

/** What the file inside is called. */
export const gunzippedName = (name: string): string => basename(name).replace(/\.gz$/i, '');
