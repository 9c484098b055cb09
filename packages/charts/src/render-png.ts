import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { palettePng } from './palette-png.ts';
import { chartFontFamily as family, fontFor, fontWeights } from './text/chart-fonts.ts';

export interface RenderPngOptions {
  /** Pixels of the picture for each pixel of the SVG, 2 by default. */
  scale?: number;
}

/**
 * Rasterises an SVG of `renderSvg` with the fonts of this package and no others. The same SVG gives the same bytes.
 */
export function renderPng(svg: string, { scale = 2 }: RenderPngOptions = {}): Uint8Array {
  const { pixels, width, height } = rasterise(svg, { mode: 'zoom', value: scale });
  return palettePng(pixels, width, height);
}

/** The pixels of an SVG of `renderSvg`, at a zoom or at a width. @internal */
export function rasterise(svg: string, fitTo: { mode: 'zoom' | 'width'; value: number }) {
  // The rasteriser takes fonts as files only.
  const folder = mkdtempSync(join(tmpdir(), 'wavebook-fonts-'));
  try {
    const fontFiles = fontWeights.map((weight) => {
      const file = join(folder, `${weight}.ttf`);
      writeFileSync(file, fontFor(svg, weight));
      return file;
    });
    const drawn = new Resvg(svg, {
      fitTo,
      background: '#FFFFFF',
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family, sansSerifFamily: family },
    }).render();
    return { pixels: drawn.pixels, width: drawn.width, height: drawn.height };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
