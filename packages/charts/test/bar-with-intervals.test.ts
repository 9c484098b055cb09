import { describe, expect, it } from 'vitest';
import { attachData, barWithIntervals, type ChartRow, renderSvg } from '../src/index.ts';
import { drawnTexts } from './drawn-texts.ts';
import { fields, hostile, hostileLabels, marksChart, text } from './samples.ts';

const options = { lang: 'en', title: 'title', description: 'description' } as const;
const base = {
  fields,
  text: text.en,
  axis: { title: 'Share', format: 'percent' as const },
  categoryOrder: ['a', 'b'],
};
const row = (category: string, estimate: number | null, mark: string | null = ''): ChartRow => ({
  category,
  estimate,
  ci_low: estimate === null ? null : estimate - 0.1,
  ci_high: estimate === null ? null : estimate + 0.1,
  mark,
});
/** Width and fill of every bar, from top to bottom. */
function bars(svg: string): { width: number; fill: string }[] {
  const group = /mark-rect role-mark [^"]*marks"[^>]*>([\s\S]*?)<\/g>/.exec(svg)?.[1] ?? '';
  return [...group.matchAll(/<path d="M[-\d.]+,[-\d.]+h([-\d.]+)[^>]*?fill="([^"]+)"/g)].map((found) => ({
    width: Number(found[1]),
    fill: String(found[2]),
  }));
}

describe('barWithIntervals', () => {
  it('draws one bar from zero for each estimate', async () => {
    const spec = attachData(barWithIntervals(base), [row('a', 0.5), row('b', 0.25)]);
    const [a, b] = bars(await renderSvg(spec, options));
    expect(a?.width).toBeGreaterThan(100);
    expect(b?.width).toBeCloseTo((a?.width ?? 0) / 2, 1);
  });

  it('starts bars from zero even if the axis is told to start later', async () => {
    const axis = { ...base.axis, domain: [0.2, 0.8] as const };
    const spec = attachData(barWithIntervals({ ...base, axis }), [row('a', 0.6), row('b', 0.3)]);
    const [a, b] = bars(await renderSvg(spec, options));
    expect(b?.width).toBeCloseTo((a?.width ?? 0) / 2, 1);
  });

  it('draws a withheld estimate as its mark, never as zero', async () => {
    const spec = attachData(barWithIntervals(base), [row('a', 0.5), row('b', null, '× unreliable')]);
    const svg = await renderSvg(spec, options);
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    expect(bars(svg)).toHaveLength(1);
    expect(texts).toContain('× unreliable');
    expect(texts.filter((drawn) => /^0(\.0)?%?$/.test(drawn))).toEqual(['0%']);
  });

  it('draws a true zero as a number', async () => {
    const svg = await renderSvg(marksChart('en'), options);
    expect(drawnTexts(svg).map((drawn) => drawn.text)).toContain('0.0%');
  });

  it('draws marked estimates hollow', async () => {
    const spec = attachData(barWithIntervals(base), [row('a', 0.5, '†'), row('b', 0.4, null)]);
    const svg = await renderSvg(spec, options);
    expect(bars(svg).map(({ fill }) => fill)).toEqual(['#FFFFFF', '#6F97BC']);
    expect(drawnTexts(svg).map((drawn) => drawn.text)).toContain('†');
  });

  it('keeps the order given, whatever the order of the rows', async () => {
    const labels = async (rows: ChartRow[]) =>
      drawnTexts(await renderSvg(attachData(barWithIntervals(base), rows), options))
        .filter((drawn) => drawn.text === 'a' || drawn.text === 'b')
        .sort((one, other) => one.top - other.top)
        .map((drawn) => drawn.text);
    expect(await labels([row('b', 0.9), row('a', 0.1)])).toEqual(['a', 'b']);
  });

  it('draws hostile labels literally', async () => {
    const svg = await renderSvg(hostile(), { ...options, title: '</title><script>', description: '"<&' });
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    for (const label of hostileLabels) expect(texts).toContain(label);
    expect(svg).not.toContain('<script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('is twice as narrow at half width', () => {
    const width = (spec: ReturnType<typeof barWithIntervals>) => {
      const padding = spec.padding as { left: number; right: number };
      return Number(spec.width) + padding.left + padding.right;
    };
    expect(width(barWithIntervals(base))).toBe(760);
    expect(width(barWithIntervals({ ...base, width: 'half' }))).toBe(372);
  });

  it('leaves its options alone', () => {
    const frozen = Object.freeze({
      ...base,
      categoryOrder: Object.freeze(['a', 'b']),
      emphasis: Object.freeze(['a']),
    });
    const before = JSON.stringify(frozen);
    expect(barWithIntervals(frozen)).toEqual(barWithIntervals(frozen));
    expect(JSON.stringify(frozen)).toBe(before);
  });

  it('refuses a reference beyond the fixed axis', () => {
    const axis = { ...base.axis, domain: [0, 0.4] as const };
    expect(() => barWithIntervals({ ...base, axis, reference: { value: 0.5, label: 'x' } })).toThrow(
      /outside axis\.domain/,
    );
  });

  it('refuses a column name that is none, and a category named twice', () => {
    expect(() => barWithIntervals({ ...base, fields: { ...fields, low: "a'] || x" } })).toThrow(
      /fields\.low/,
    );
    expect(() => barWithIntervals({ ...base, categoryOrder: ['a', 'a'] })).toThrow(/"a" occurs twice/);
    expect(() => barWithIntervals({ ...base, categoryOrder: [] })).toThrow(/categoryOrder/);
  });
});
