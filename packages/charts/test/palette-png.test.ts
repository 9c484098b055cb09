import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { palettePng } from '../src/palette-png.ts';

/** What another decoder reads out of a PNG: red, green, blue and alpha of each pixel. */
function decoded(png: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="pixelated" xlink:href="${href}"/></svg>`;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
}

const picture = (width: number, height: number, colour: (x: number, y: number) => [number, number, number]) =>
  Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [
      ...colour(at % width, Math.floor(at / width)),
      255,
    ]).flat(),
  );

describe('palettePng', () => {
  it('keeps every pixel of a picture of few colours', () => {
    const pixels = picture(31, 17, (x, y) =>
      x === y ? [18, 67, 109] : x > 20 ? [255, 255, 255] : [179, 66, 11],
    );
    expect([...decoded(palettePng(pixels, 31, 17), 31, 17)]).toEqual([...pixels]);
  });

  it('takes colours beyond the palette as their nearest', () => {
    const inks = [
      [18, 67, 109],
      [179, 66, 11],
      [40, 161, 151],
    ] as const;
    const towardsWhite = (x: number, y: number) =>
      (inks[y % 3] ?? inks[0]).map((part) => part + ((255 - part) * x) / 255);
    const pixels = picture(256, 9, (x, y) => towardsWhite(x, y) as [number, number, number]);
    const seen = decoded(palettePng(pixels, 256, 9), 256, 9);
    expect(
      Math.max(...[...pixels].map((value, at) => Math.abs(value - (seen[at] ?? 0)))),
    ).toBeLessThanOrEqual(8);
  });

  it('gives the same bytes twice', () => {
    const pixels = picture(50, 50, (x, y) => [x * 5, y * 5, 0]);
    expect(Buffer.compare(palettePng(pixels, 50, 50), palettePng(pixels, 50, 50))).toBe(0);
  });
});
