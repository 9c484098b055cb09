import type { Cursor } from '../cursor.ts';
import type { Inflate } from './inflate.ts';

/** A block of a .zsav file: a zlib stream in the file. */
interface ZsavBlock {
  readonly at: number;
  readonly length: number;
  /** bytes that come out of it */
  readonly expanded: number;
}

/** zlib cannot make more than this of a byte. */
const largestRatio = 1032;

/** Reads the list of blocks at the end of the file; the cursor stands where the cases begin. */
export function readZsavBlocks(cursor: Cursor): ZsavBlock[] {
  cursor.u64('place of the compressed cases');
  const trailerAt = cursor.u64('place of the list of blocks');
  const trailerBytes = cursor.u64('length of the list of blocks');
  const dataAt = cursor.at;
  if (trailerAt < dataAt || trailerAt + trailerBytes > cursor.source.size)
    cursor.fail('a list of blocks inside the file', `${trailerBytes} bytes at ${trailerAt}`, dataAt - 16);
  const trailer = cursor.within(trailerAt, trailerBytes);
  trailer.skip(16, 'list of blocks');
  trailer.skip(4, 'block size');
  const count = trailer.count('number of blocks');
  trailer.need(count * 24, 'list of blocks');
  let used = 0;
  return Array.from({ length: count }, () => {
    trailer.skip(8, 'place of expanded cases');
    const at = trailer.u64('place of a block');
    const expanded = trailer.count('expanded length of a block');
    const length = trailer.count('length of a block');
    used += length;
    if (at < dataAt || at + length > trailerAt || used > trailerAt - dataAt)
      trailer.fail('a block inside the compressed cases', `${length} bytes at ${at}`, trailer.at - 24);
    if (expanded > largestRatio * length + 64)
      trailer.fail(`what zlib can make of ${length} bytes`, `${expanded} bytes`, trailer.at - 8);
    return { at, length, expanded };
  });
}

/** The blocks expanded, one after the other. */
export function* expandBlocks(
  cursor: Cursor,
  blocks: readonly ZsavBlock[],
  inflate: Inflate,
): Generator<Uint8Array> {
  for (const { at, length, expanded } of blocks) {
    const bytes = inflate(cursor.source.read(at, length), expanded);
    if (!bytes) return cursor.fail(`a zlib stream of ${expanded} bytes`, 'a damaged one', at);
    if (bytes.length > 0) yield bytes;
  }
}
