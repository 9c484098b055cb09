import { type ByteInput, nameOf, readBlocks, readPart } from './byte-input.ts';
import { DataError } from './data-error.ts';

/** Encodings of survey files. Node's `gbk` decoder breaks four-byte characters, so GBK files are read as GB18030, its superset. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

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

/** How many first bytes are looked at. */
export const headBytes = 4096;
/** One byte of so many is zero in UTF-16 text with separators and line ends; a stray zero in other text is rarer. */
const leastZeros = 50;

/** UTF-16 by its byte-order mark, or by the zero bytes of its ASCII characters, nearly all of which stand at one side. */
export const utf16Of = (head: Uint8Array): Encoding | undefined => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) (zeros[at % 2] as number)++;
  const [even, odd] = zeros as [number, number];
  if ((even + odd) * leastZeros < head.length) return undefined;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
};

/**
 * The encoding of a text file: by byte-order mark or zero bytes, else UTF-8 if the whole file decodes as such, else GB18030. Throws a
 * `DataError` with the byte offset when it is none of them.
 */
export async function detectEncoding(input: ByteInput): Promise<Encoding> {
  const utf16 = utf16Of(await readPart(input, 0, headBytes));
  if (utf16) return utf16;
  const notUtf8 = await firstNotUtf8(input);
  if (notUtf8 === undefined) return 'utf-8';
  try {
    for await (const _ of decodeFile(input, 'gb18030')) {
      // read to the end
    }
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      `${error.message} (as utf-8 it can be read up to byte ${notUtf8}; where both parts are long, the file was put together from two encodings)`,
    );
  }
  return 'gb18030';
}

/** The first byte from which a file is not UTF-8; undefined if it is. */
async function firstNotUtf8(input: ByteInput): Promise<number | undefined> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let offset = 0;
  try {
    for await (const block of readBlocks(input)) {
      try {
        utf8.decode(block, { stream: true });
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        return offset + firstBadByte(block, 'utf-8');
      }
      offset += block.length;
    }
    utf8.decode();
    return undefined;
  } catch (error) {
    if (error instanceof TypeError) return offset;
    throw error;
  }
}

/**
 * The text of a file, block by block. Bytes that are not of the encoding throw a `DataError` with file and byte offset; nothing is
 * replaced. A byte-order mark is dropped.
 */
export async function* decodeFile(input: ByteInput, encoding: Encoding): AsyncGenerator<string> {
  const path = nameOf(input);
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  for await (const block of readBlocks(input)) {
    let text: string;
    try {
      text = decoder.decode(block, { stream: true });
    } catch {
      throw new DataError(
        `${path}: not ${encoding} at byte ${offset + firstBadByte(block, encoding)}; give the right encoding (utf-8, utf-16le, utf-16be or gb18030)`,
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
export async function checkEncoding(input: ByteInput, encoding: Encoding): Promise<void> {
  if (encoding !== 'gb18030' || (await detectEncoding(input)) !== 'utf-8') return;
  for await (const block of readBlocks(input))
    if (block.some((byte) => byte > 0x7f))
      throw new DataError(
        `${nameOf(input)}: said to be gb18030, but the file is utf-8; give the right encoding`,
      );
}
