import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { embedFont, renderSvg } from '../src/index.ts';
import { fourBars } from './samples.ts';

describe('embedFont', () => {
  it('puts both weights with the characters of the chart inside', async () => {
    const svg = await renderSvg(fourBars('zh', 'full'), { lang: 'zh', title: '标题', description: '说明' });
    const whole = embedFont(svg);
    const fonts = [...whole.matchAll(/base64,([^)]+)\)/g)].map(([, data = '']) =>
      create(Buffer.from(data, 'base64')),
    );
    expect(fonts.map((font) => font.familyName)).toEqual(['Noto Sans SC', 'Noto Sans SC']);
    const outline = (char: string) => fonts[0]?.glyphForCodePoint(char.codePointAt(0) ?? 0).path.toSVG();
    expect(outline('劳')).not.toBe('');
    expect(outline('藏')).toBe('');
    expect(whole.replace(/<style>.*<\/style>/, '')).toBe(svg);
    expect(whole.length).toBeLessThan(200_000);
    expect(embedFont(svg)).toBe(whole);
  });

  it('refuses what is no chart', () => {
    expect(() => embedFont('<svg/>')).toThrow(/no <desc>/);
  });
});
