/** Characters of two bytes, found by turning the decoder round once. */
const known = new Map<string, number[]>();

/** The GB18030 bytes of a text of ASCII and two-byte characters; U+3400 stands for those of four bytes. */
export function gb18030(text: string): Uint8Array {
  if (known.size === 0) {
    known.set('\u3400', [0x81, 0x39, 0xee, 0x39]);
    for (let a = 0x81; a <= 0xfe; a++)
      for (let b = 0x40; b <= 0xfe; b++) {
        if (b === 0x7f) continue;
        const character = new TextDecoder('gb18030').decode(Uint8Array.of(a, b));
        if (character.length === 1 && !known.has(character)) known.set(character, [a, b]);
      }
  }
  return Uint8Array.from(
    [...text].flatMap((c) => (c < '\u0080' ? [c.charCodeAt(0)] : (known.get(c) as number[]))),
  );
}
