/** Width and height of a PNG in pixels. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(12) !== 0x49484452)
    throw new Error('pngSize: expected a PNG; its first chunk is no IHDR');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
