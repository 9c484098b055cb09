/** Bytes of the four-byte part of GB18030 that covers the basic plane: 0x81308130 to 0x8431A439. */
function* fourBytes(): Generator<number[]> {
  for (let a = 0x81; a <= 0x84; a++)
    for (let b = 0x30; b <= 0x39; b++)
      for (let c = 0x81; c <= 0xfe; c++) for (let d = 0x30; d <= 0x39; d++) yield [a, b, c, d];
}

function* twoBytes(): Generator<number[]> {
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) yield [a, b];
}

/** The decoder of Node turned round: character to bytes, two-byte forms first. */
function buildTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (const source of [twoBytes(), fourBytes()])
    for (const bytes of source) {
      let text: string;
      try {
        text = decoder.decode(Uint8Array.from(bytes));
      } catch {
        continue;
      }
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    }
  return table;
}

let table: Map<string, readonly number[]> | undefined;

function bytesOf(character: string): readonly number[] {
  table ??= buildTable();
  const bytes = table.get(character);
  if (!bytes)
    throw new Error(
      `encodeGb18030: no bytes for ${JSON.stringify(character)}; characters of the basic plane only`,
    );
  return bytes;
}

const isAscii = (character: string): boolean => character.charCodeAt(0) < 0x80;

/**
 * The GB18030 bytes of a text; Node decodes this encoding but does not write it.
 *
 * @example encodeGb18030('农业') // <Buffer c5 a9 d2 b5>
 */
export function encodeGb18030(text: string): Buffer {
  const buffer = Buffer.allocUnsafe(4 * text.length);
  let end = 0;
  for (const character of text) {
    if (isAscii(character)) buffer[end++] = character.charCodeAt(0);
    else for (const byte of bytesOf(character)) buffer[end++] = byte;
  }
  return buffer.subarray(0, end);
}

/** A text cut to at most `limit` GB18030 bytes, never inside a character: how old files cut place names. */
export function cutToBytes(text: string, limit: number): string {
  let length = 0;
  let kept = '';
  for (const character of text) {
    length += isAscii(character) ? 1 : bytesOf(character).length;
    if (length > limit) break;
    kept += character;
  }
  return kept;
}

/** A text followed by spaces up to `width` GB18030 bytes. */
export function padToBytes(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - encodeGb18030(text).length));
}
