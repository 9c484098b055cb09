import { encodeGb18030 } from './gb18030.ts';

/** Encodings that files are written in. */
export type WrittenEncoding = 'utf-8' | 'gb18030';

export type Encode = (text: string) => Uint8Array;

const utf8 = new TextEncoder();

export function textEncoder(encoding: WrittenEncoding): Encode {
  return encoding === 'utf-8' ? (text) => utf8.encode(text) : encodeGb18030;
}
