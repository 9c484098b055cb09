import { decodeCut, decodeWhole, isAscii } from './text-decoder.ts';

const candidates = ['utf-8', 'gb18030', 'windows-1252'];

/**
 * The encoding of texts that nothing declares: UTF-8 if all are such (rare by chance), else GB18030, else Windows-1252, which every byte is.
 *
 * @returns undefined when all is ASCII, which every one of them agrees on.
 */
export function sniffEncoding(texts: Iterable<Uint8Array>): string | undefined {
  const telling = [...texts].filter((text) => !isAscii(text));
  if (telling.length === 0) return undefined;
  return candidates.find((name) => {
    const decoder = new TextDecoder(name, { fatal: true });
    return telling.every((text) => (decodeWhole(decoder, text) ?? decodeCut(decoder, text)) !== undefined);
  });
}
