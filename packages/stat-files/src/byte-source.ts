/** Bytes that can be read from any place: a whole file in memory, or one on disk read piece by piece. */
export interface ByteSource {
  /** what messages call it */
  readonly name: string;
  /** bytes */
  readonly size: number;
  /** The `length` bytes from `offset` on, all inside the source. The view is good until the next read. */
  read(offset: number, length: number): Uint8Array;
}

/** A file that is wholly in memory. */
export function bytesSource(bytes: Uint8Array, name = 'bytes'): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** What readers take: bytes, or a source of them. */
export function sourceOf(input: Uint8Array | ByteSource, name?: string): ByteSource {
  return input instanceof Uint8Array ? bytesSource(input, name) : input;
}
