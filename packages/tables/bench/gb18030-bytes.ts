/** The GB18030 bytes of ASCII and of characters of two bytes, the decoder turned round once. */
const codes = new Map<number, number>();

export function gb18030Bytes(text: string): Buffer {
  if (codes.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const character = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
        if (character.length === 1) codes.set(character.charCodeAt(0), (lead << 8) | trail);
      }
  }
  const bytes = Buffer.allocUnsafe(2 * text.length);
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.charCodeAt(i);
    if (point < 0x80) bytes[end++] = point;
    else end = bytes.writeUInt16BE(codes.get(point) as number, end);
  }
  return bytes.subarray(0, end);
}
