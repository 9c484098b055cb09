import { readFileSync } from 'node:fs';
import type { FontWeight } from './font-data.ts';
import { thinFont } from './thin-font.ts';

/** The family name that the font files carry. */
export const chartFontFamily = 'Noto Sans SC';

export const fontWeights: readonly FontWeight[] = [400, 700];

const loaded = new Map<FontWeight, Buffer>();

function fullFont(weight: FontWeight): Buffer {
  const font =
    loaded.get(weight) ?? readFileSync(new URL(`../../fonts/NotoSansSC-${weight}.ttf`, import.meta.url));
  loaded.set(weight, font);
  return font;
}

/** The picture last asked for, since PNG, PDF and SVG of one chart need the same fonts. */
let latest: { svg: string; fonts: Map<FontWeight, Buffer> } = { svg: '', fonts: new Map() };

/** The font of a weight with the outlines that an SVG needs. */
export function fontFor(svg: string, weight: FontWeight): Buffer {
  if (latest.svg !== svg) latest = { svg, fonts: new Map() };
  const font = latest.fonts.get(weight) ?? thinFont(fullFont(weight), charactersOf(svg, weight));
  latest.fonts.set(weight, font);
  return font;
}

/** Bold is set apart in a chart; in any other text it may be anywhere. */
function charactersOf(svg: string, weight: FontWeight): Iterable<string> {
  if (weight === 400 || !svg.startsWith('<svg ')) return svg;
  const bold = svg.matchAll(/<text[^>]* font-weight="(?:bold|700)"[^>]*>([\s\S]*?)<\/text>/g);
  return `${[...bold].map(([, text]) => text).join('')}<>&"`;
}
