import { type FileHandle, open, stat } from 'node:fs/promises';
import { DataError } from './data-error.ts';

/** A file on disk by its path, or bytes in memory with the name that messages call them by. */
export type ByteInput = string | { readonly name: string; readonly bytes: Buffer };

export const nameOf = (input: ByteInput): string => (typeof input === 'string' ? input : input.name);

export const sizeOf = async (input: ByteInput): Promise<number> =>
  typeof input === 'string' ? (await stat(input)).size : input.bytes.length;

const blockBytes = 1 << 20;

/** The bytes of a file in blocks of 1 MiB. */
export async function* readBlocks(input: ByteInput): AsyncGenerator<Uint8Array> {
  if (typeof input !== 'string') {
    for (let at = 0; at < input.bytes.length; at += blockBytes)
      yield input.bytes.subarray(at, at + blockBytes);
    return;
  }
  const file = await open(input, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(blockBytes), 0, blockBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/** Fills a buffer with the bytes from `offset` on; returns how many there were. */
export async function readInto(input: ByteInput, buffer: Buffer, offset: number): Promise<number> {
  if (typeof input !== 'string') return input.bytes.copy(buffer, 0, offset);
  const file = await open(input, 'r');
  try {
    let filled = 0;
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  } finally {
    await file.close();
  }
}

/** Up to `length` bytes from `offset` on. */
export async function readPart(input: ByteInput, offset: number, length: number): Promise<Buffer> {
  if (typeof input !== 'string') return input.bytes.subarray(offset, offset + length);
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, await readInto(input, bytes, offset));
}

/** Makes sure that a path is a readable file that is not empty. @throws DataError naming the path and what it is instead. */
export async function checkFile(path: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const found = await file.stat();
    if (found.isDirectory()) throw new DataError(`${path}: expected a file, got a folder`);
    if (found.isFile() && found.size === 0) throw new DataError(`${path}: the file is empty (0 bytes)`);
  } catch (error) {
    if (error instanceof DataError) throw error;
    throw new DataError(`${path}: ${reason(error)}`);
  } finally {
    await file?.close();
  }
}

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'expected a file, got no such file; look for the right path';
  if (code === 'EISDIR') return 'expected a file, got a folder';
  if (code === 'EACCES') return 'no permission to read this file';
  return message;
}
