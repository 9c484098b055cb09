import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/index.ts';
import { thinFont } from '../../src/text/thin-font.ts';

const full = readFileSync(new URL('../../fonts/NotoSansSC-400.ttf', import.meta.url));
const text = '劳动合同 Contract first é 41.2%†';
const outline = (font: Buffer, char: string) =>
  create(font)
    .glyphForCodePoint(char.codePointAt(0) ?? 0)
    .path.toSVG();

describe('thinFont', () => {
  const thin = thinFont(full, text);

  it('keeps the outlines of the characters asked for', () => {
    for (const char of text) expect(outline(thin, char)).toBe(outline(full, char));
  });

  it('leaves the other outlines out', () => {
    expect(outline(thin, '北')).toBe('');
    expect(thin.length).toBeLessThan(full.length / 10);
  });

  it('keeps the advances that texts are measured with', () => {
    for (const char of text) {
      const { advanceWidth } = create(thin).glyphForCodePoint(char.codePointAt(0) ?? 0);
      expect(textWidth(char, { size: 1000, weight: 400 })).toBe(advanceWidth);
    }
  });

  it('refuses what is no TrueType font', () => {
    expect(() => thinFont(thinFont(full, 'a').subarray(0, 12).fill(0), 'a')).toThrow(/no glyf table/);
  });
});
