import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { attachData, barWithIntervals, renderPng, renderSvg } from '../src/index.ts';
import { palettePng } from '../src/palette-png.ts';
import { fields, fourBars, incomeDots, text } from './samples.ts';

const options = { lang: 'zh', title: '标题 <1>', description: '说明 "2"' } as const;

function chart(headline: string) {
  const spec = barWithIntervals({
    fields,
    text: { ...text.zh, headline },
    axis: { title: '比例', format: 'percent' },
    categoryOrder: ['a'],
  });
  return attachData(spec, [{ category: 'a', estimate: 0.5, ci_low: 0.4, ci_high: 0.6, mark: '' }]);
}

describe('renderSvg', () => {
  it('names the picture for those who cannot see it', async () => {
    const svg = await renderSvg(fourBars('zh', 'full'), options);
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toMatch(/^<svg [^>]*lang="zh"/);
    const [, title, desc] = /^<svg [^>]*aria-labelledby="(\S+) (\S+)"/.exec(svg) ?? [];
    expect(svg).toContain(`<title id="${title}">标题 &lt;1&gt;</title>`);
    expect(svg).toContain(`<desc id="${desc}">说明 &quot;2&quot;</desc>`);
    const other = await renderSvg(fourBars('zh', 'half'), options);
    expect(other).not.toContain(`id="${title}"`);
  });

  it('refuses a character that the fonts lack, and goes on with the next chart', async () => {
    await expect(renderSvg(chart('𠮷野家'), options)).rejects.toThrow(/U\+20BB7/);
    await expect(renderSvg(chart('bell \u0007'), options)).rejects.toThrow(/U\+0007/);
    await expect(renderSvg(chart('吉野家'), options)).resolves.toContain('吉野家');
  });

  it('refuses a spec that vega-lite warns of', async () => {
    const spec = { ...chart('x'), width: 'container' as const };
    await expect(renderSvg(spec, options)).rejects.toThrow(/not clean/);
  });
});

describe('renderPng', () => {
  it('draws what the full fonts draw', async () => {
    const svg = await renderSvg(incomeDots('zh'), options);
    const fontFiles = [400, 700].map((weight) =>
      fileURLToPath(new URL(`../fonts/NotoSansSC-${weight}.ttf`, import.meta.url)),
    );
    const full = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: 1 },
      background: '#FFFFFF',
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Noto Sans SC' },
    });
    const drawn = full.render();
    const expected = palettePng(drawn.pixels, drawn.width, drawn.height);
    expect(Buffer.compare(renderPng(svg, { scale: 1 }), expected)).toBe(0);
  });

  it('draws two pixels for one by default', async () => {
    const svg = await renderSvg(fourBars('zh', 'half'), options);
    const width = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16);
    expect(width(renderPng(svg))).toBe(744);
    expect(width(renderPng(svg, { scale: 3 }))).toBe(1116);
  });
});
