import { open } from 'node:fs/promises';
import { DataError } from './data-error.ts';

/** Encodings of survey files. Node's `gbk` decoder breaks four-byte characters, so GBK files are read as GB18030, its superset. */
export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

const chunkBytes = 1 << 20;

/** Reads a file in blocks of 1 MiB. */
async function* readBlocks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const isDecodable = (bytes: Uint8Array, encoding: Encoding): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const firstBadByte = (bytes: Uint8Array, encoding: Encoding): number => {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isDecodable(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
};

/**
 * The encoding of a text file: by byte-order mark, else UTF-8 if the whole file decodes as such, else GB18030. Throws a `DataError` with
 * the byte offset when it is none of them.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const block of readBlocks(path)) {
      if (first && block[0] === 0xff && block[1] === 0xfe) return 'utf-16le';
      first = false;
      utf8.decode(block, { stream: true });
    }
    utf8.decode();
    return 'utf-8';
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  for await (const _ of decodeFile(path, 'gb18030')) {
    // read to the end: a file that is not GB18030 either throws with its offset
  }
  return 'gb18030';
}

/**
 * The text of a file, block by block. Bytes that are not of the encoding throw a `DataError` with file and byte offset; nothing is
 * replaced. A byte-order mark is dropped.
 */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const block of readBlocks(path)) {
    let text: string;
    try {
      text = decoder.decode(block, { stream: true });
    } catch {
      throw new DataError(
        `${path}: not ${encoding} at byte ${offset + firstBadByte(block, encoding)}; give the right encoding (utf-8, utf-16le or gb18030)`,
      );
    }
    offset += block.length;
    yield text;
  }
  try {
    yield decoder.decode();
  } catch {
    throw new DataError(
      `${path}: ends inside a ${encoding} character at byte ${offset}: the file is truncated`,
    );
  }
}

/**
 * Makes sure that a file is of the encoding it is said to be. UTF-8 text is nearly always decodable as GB18030, into nonsense and without
 * an error; so a file said to be GB18030 that decodes as UTF-8 and is not plain ASCII is refused.
 */
export async function checkEncoding(path: string, encoding: Encoding): Promise<void> {
  if (encoding !== 'gb18030' || (await detectEncoding(path)) !== 'utf-8') return;
  for await (const block of readBlocks(path))
    if (block.some((byte) => byte > 0x7f))
      throw new DataError(`${path}: said to be gb18030, but the file is utf-8; give the right encoding`);
}
