import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

const blockBytes = 1 << 20;

/** The sha256 of a file, as 64 hexadecimal digits; block by block, the next one read while one is hashed, so that its size does not matter. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    let [block, next] = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)];
    let reading = file.read(block, 0, blockBytes);
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return hash.digest('hex');
      reading = file.read(next, 0, blockBytes);
      hash.update(block.subarray(0, bytesRead));
      [block, next] = [next, block];
    }
  } finally {
    await file.close();
  }
}
