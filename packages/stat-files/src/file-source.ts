import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { ByteSource } from './byte-source.ts';
import { StatFileError } from './stat-file-error.ts';

const windowBytes = 1 << 16;

/** A file on disk, of any size; small reads are served from a window of 64 KiB. */
export function fileSource(path: string): ByteSource & { close(): void } {
  const file = openSync(path, 'r');
  const size = fstatSync(file).size;
  let open = true;
  let window = new Uint8Array(0);
  let windowAt = 0;
  let large = new Uint8Array(0);

  const fill = <Bytes extends Uint8Array>(into: Bytes, offset: number): Bytes => {
    let done = 0;
    while (done < into.length) {
      const got = readSync(file, into, done, into.length - done, offset + done);
      if (got === 0)
        throw new StatFileError(
          { file: path, offset: offset + done },
          `${into.length - done} more bytes`,
          'the end of a file that shrank since it was opened',
        );
      done += got;
    }
    return into;
  };

  return {
    name: path,
    size,
    read(offset, length) {
      if (!open) throw new Error(`read: ${path} is closed; read its columns before close()`);
      if (length > windowBytes / 2) {
        if (large.length < length) large = new Uint8Array(length);
        return fill(large.subarray(0, length), offset);
      }
      if (offset < windowAt || offset + length > windowAt + window.length) {
        window = fill(new Uint8Array(Math.min(windowBytes, size - offset)), offset);
        windowAt = offset;
      }
      return window.subarray(offset - windowAt, offset - windowAt + length);
    },
    close() {
      if (open) closeSync(file);
      open = false;
    },
  };
}
