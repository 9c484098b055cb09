/** Four-byte codes of the Basic Multilingual Plane: from 0x81308130 to 0x8431a439. */
const planeCodes = 39_420;
/** The first four-byte code of the planes above, counted from 0x81308130. */
const aboveAt = 189_000;

let table: Uint32Array | undefined;

/** Code of every character of the Basic Multilingual Plane, found by decoding all codes once. 0: the character has none. */
const codes = (): Uint32Array => {
  if (table) return table;
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const found = new Uint32Array(65_536);
  const note = (bytes: Uint8Array, code: number): void => {
    try {
      const text = decoder.decode(bytes);
      if (text.length === 1 && found[text.charCodeAt(0)] === 0) found[text.charCodeAt(0)] = code;
    } catch {
      // no character has this code
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) note(Uint8Array.of(lead, trail), (lead << 8) | trail);
  for (let i = 0; i < planeCodes; i++) {
    const bytes = fourBytes(i);
    note(bytes, new DataView(bytes.buffer).getUint32(0));
  }
  table = found;
  return found;
};

const fourBytes = (index: number): Uint8Array => {
  const third = Math.floor(index / 10);
  const second = Math.floor(third / 126);
  return Uint8Array.of(
    0x81 + Math.floor(second / 10),
    0x30 + (second % 10),
    0x81 + (third % 126),
    0x30 + (index % 10),
  );
};

/**
 * The bytes of a text in GB18030, the inverse of `TextDecoder('gb18030')`. Throws for what has no code there: lone surrogates, and 19 characters
 * for private use.
 */
export function encodeGb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) bytes.push(point);
    else if (point >= 0x10000) bytes.push(...fourBytes(aboveAt + point - 0x10000));
    else {
      const code = codes()[point] as number;
      if (code === 0)
        throw new Error(
          `encodeGb18030: expected characters of GB18030; got U+${point.toString(16).toUpperCase()} in "${text.slice(0, 40)}"; write utf-8`,
        );
      if (code < 0x10000) bytes.push(code >> 8, code & 0xff);
      else bytes.push(code >>> 24, (code >> 16) & 0xff, (code >> 8) & 0xff, code & 0xff);
    }
  }
  return Uint8Array.from(bytes);
}
