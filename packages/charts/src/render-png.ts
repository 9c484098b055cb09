import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { thinFont } from './text/thin-font.ts';

const weights = [400, 700] as const;
const family = 'Noto Sans SC';

export interface RenderPngOptions {
  /** Pixels of the picture for each pixel of the SVG, 2 by default. */
  scale?: number;
}

/**
 * Rasterises an SVG of `renderSvg` with the fonts of this package and no others. The same SVG gives the same bytes.
 */
export function renderPng(svg: string, { scale = 2 }: RenderPngOptions = {}): Uint8Array {
  // The rasteriser takes fonts as files only.
  const folder = mkdtempSync(join(tmpdir(), 'wavebook-fonts-'));
  try {
    const fontFiles = weights.map((weight) => {
      const file = join(folder, `${weight}.ttf`);
      writeFileSync(file, thinFont(fullFont(weight), new Set(svg)));
      return file;
    });
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: scale },
      background: '#FFFFFF',
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: family, sansSerifFamily: family },
    });
    return picture.render().asPng();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const loaded = new Map<number, Buffer>();

function fullFont(weight: (typeof weights)[number]): Buffer {
  const font =
    loaded.get(weight) ?? readFileSync(new URL(`../fonts/NotoSansSC-${weight}.ttf`, import.meta.url));
  loaded.set(weight, font);
  return font;
}
