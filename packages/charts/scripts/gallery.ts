/**
 * Draws every gallery entry onto one page, to be looked at, and onto one contact sheet a language.
 *
 *     npm run gallery [-- --out DIR]
 *
 * Writes index.html with the pictures as SVG, which git leaves out, and contact-sheet.zh.png and contact-sheet.en.png, which
 * stand in git. The entries are those of the tests; an entry that is not valid or not clean ends the run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { embedFont, renderSvg } from '../src/index.ts';
import { palettePng } from '../src/palette-png.ts';
import { rasterise } from '../src/render-png.ts';
import { samples } from '../test/samples.ts';
import { schemaErrors } from '../test/vega-lite-schema.ts';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = values.out ?? join(import.meta.dirname, '..', 'gallery');

interface Entry {
  name: string;
  svg: string;
}

interface Thumbnail {
  pixels: Uint8Array;
  width: number;
  height: number;
}

const sheet = { columns: 10, thumb: 190, gap: 8 };

/** Thumbnails in columns of even width, each under the shortest column so far. */
function contactSheet(thumbs: readonly Thumbnail[]): Uint8Array {
  const ends = Array.from({ length: sheet.columns }, () => sheet.gap);
  const places = thumbs.map(({ height }) => {
    const column = ends.indexOf(Math.min(...ends));
    const y = ends[column] ?? 0;
    ends[column] = y + height + sheet.gap;
    return { x: sheet.gap + column * (sheet.thumb + sheet.gap), y };
  });
  const width = sheet.gap + sheet.columns * (sheet.thumb + sheet.gap);
  const height = Math.max(...ends);
  const pixels = new Uint8Array(width * height * 4).fill(205);
  for (const [index, thumb] of thumbs.entries()) {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    for (let row = 0; row < thumb.height; row++) {
      const line = thumb.pixels.subarray(row * thumb.width * 4, (row + 1) * thumb.width * 4);
      pixels.set(line, ((y + row) * width + x) * 4);
    }
  }
  return palettePng(pixels, width, height);
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const page = (entries: readonly Entry[]) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Wavebook charts</title>
<meta name="viewport" content="width=device-width">
<style>body{margin:24px;background:#cdcdcd;font:14px sans-serif}main{display:grid;gap:18px;grid-template-columns:repeat(auto-fill,minmax(520px,1fr));align-items:start}figure{margin:0;background:#fff}img{width:100%;display:block}figcaption{padding:6px 10px;color:#555}</style>
<h1>Wavebook charts</h1><main>
${entries.map(({ name }) => `<figure><img src="pictures/${escaped(name)}.svg" alt="${escaped(name)}" loading="lazy"><figcaption>${escaped(name)}</figcaption></figure>`).join('\n')}
</main></html>
`;

const errorsIn = schemaErrors();
const entries: Entry[] = [];
const thumbs: Record<'zh' | 'en', Thumbnail[]> = { zh: [], en: [] };
mkdirSync(join(out, 'pictures'), { recursive: true });
for (const [name, { spec, lang }] of Object.entries(samples)) {
  const drawable = spec();
  const errors = errorsIn(drawable);
  if (errors.length > 0) throw new Error(`${name}: not valid vega-lite: ${errors.join('; ')}`);
  const svg = await renderSvg(drawable);
  entries.push({ name, svg });
  writeFileSync(join(out, 'pictures', `${name}.svg`), embedFont(svg));
  if (lang !== 'en') thumbs.zh.push(rasterise(svg, { mode: 'width', value: sheet.thumb }));
  if (lang !== 'zh') thumbs.en.push(rasterise(svg, { mode: 'width', value: sheet.thumb }));
}
writeFileSync(join(out, 'index.html'), page(entries));
for (const lang of ['zh', 'en'] as const) {
  const png = contactSheet(thumbs[lang]);
  writeFileSync(join(out, `contact-sheet.${lang}.png`), png);
  console.log(`contact-sheet.${lang}.png: ${thumbs[lang].length} charts, ${png.length} bytes`);
}
console.log(`${entries.length} charts: ${join(out, 'index.html')}`);
