import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderPdf, renderSvg } from '../src/index.ts';
import { hostile, incomeDots } from './samples.ts';

/** What a PDF holds, its streams unpacked. */
function unpacked(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1');
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (whole, packed: string) => {
    const head = whole.length;
    try {
      return `stream\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}`;
    } catch {
      return `stream of ${head}`;
    }
  });
}

describe('renderPdf', () => {
  it('is one page of the size of the chart, with its fonts and without pictures', async () => {
    const svg = await renderSvg(incomeDots('zh'));
    const pdf = unpacked(await renderPdf(svg));
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
    expect(pdf).toContain(`/MediaBox [0 0 ${width} ${height}]`);
    expect(pdf).toMatch(/\/FontName \/\w+\+NotoSansSC-Regular/);
    expect(pdf).toContain('/FontFile2');
    expect(pdf).not.toContain('/Subtype /Image');
  });

  it('maps its glyphs back to characters, so that text can be searched', async () => {
    const pdf = unpacked(await renderPdf(await renderSvg(incomeDots('zh'))));
    const code = (char: string) => char.charCodeAt(0).toString(16).padStart(4, '0');
    for (const char of '男女月收入') expect(pdf, char).toMatch(new RegExp(`<${code(char)}>`, 'i'));
  });

  it('gives the same bytes twice, and no date', async () => {
    const svg = await renderSvg(hostile());
    const [one, two] = [await renderPdf(svg), await renderPdf(svg)];
    expect(Buffer.compare(one, two)).toBe(0);
    expect(unpacked(one)).toContain('D:19700101000000Z');
    expect(unpacked(one)).not.toContain(`D:${new Date().getUTCFullYear()}`);
  });
});
