import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** In the usual blocks of 64 KiB a large file takes half as long again. */
const blockBytes = 1 << 20;

/** The sha256 of a file, as 64 hexadecimal digits; streamed, so that its size does not matter. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const block of createReadStream(path, { highWaterMark: blockBytes }))
    hash.update(block as Buffer);
  return hash.digest('hex');
}
