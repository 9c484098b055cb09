import { describe, expect, it } from 'vitest';
import { attachData, comparator, renderSvg } from '../src/index.ts';
import { ink } from '../src/palette.ts';
import { comparatorOptions, comparatorRows } from './comparator-samples.ts';
import { drawnTexts } from './drawn-texts.ts';
import { hostileComparator } from './hostile-samples.ts';
import { hostileLabels } from './sample-texts.ts';

const options = { lang: 'en', title: 'title', description: 'description' } as const;
const base = comparatorOptions('en');
const draw = (rows = comparatorRows) => renderSvg(attachData(comparator(base), rows), options);

describe('comparator', () => {
  it('keeps ours first and the others in the order given, whatever their size', async () => {
    const texts = drawnTexts(await draw([...comparatorRows].reverse()));
    const top = (label: string) => texts.find((drawn) => drawn.text === label)?.top ?? Number.NaN;
    const tops = ['52.3%', '38.2%', '86.4%', '47.1%'].map(top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('tells the population and the year of each source, and that they do not compare', async () => {
    const body = drawnTexts(await draw())
      .map((drawn) => drawn.text)
      .join(' ');
    for (const { population, year } of [...base.ours, ...base.others]) {
      expect(body).toContain(`${population}, ${year}`);
    }
    expect(body).toContain('Other sources cover other populations');
  });

  it('draws our estimate as a dot with its interval, the others as hollow diamonds', async () => {
    const svg = await draw();
    const count = (pattern: RegExp) => svg.match(pattern)?.length;
    expect(count(new RegExp(`<path[^>]*fill="${ink.paper}"[^>]*stroke="${ink.published}"`, 'g'))).toBe(4);
    expect(count(new RegExp(`<line[^>]*stroke="${ink.barStrong}"`, 'g'))).toBe(2);
  });

  it('refuses an interval of a published figure, and a side without a source', () => {
    const [ours = {}, nbs = {}, ...rest] = comparatorRows;
    const withInterval = { ...nbs, ci_low: 0.3, ci_high: 0.4 };
    expect(() => attachData(comparator(base), [ours, withInterval, ...rest])).toThrow(/no interval of ours/);
    expect(() => comparator({ ...base, others: [] })).toThrow(/got 1 and 0/);
    expect(() => comparator({ ...base, others: [...base.ours] })).toThrow(/occurs twice/);
  });

  it('draws a withheld estimate as its mark, never as zero', async () => {
    const [, ...others] = comparatorRows;
    const row = { source: 'ours', estimate: null, ci_low: null, ci_high: null, mark: '× unreliable' };
    const texts = drawnTexts(await draw([row, ...others])).map((drawn) => drawn.text);
    expect(texts).toContain('× unreliable');
    expect(texts).not.toContain('0.0%');
  });

  it('draws hostile names literally', async () => {
    const svg = await renderSvg(hostileComparator(), { ...options, title: '</title><script>' });
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    expect(texts).toEqual(expect.arrayContaining(hostileLabels));
    expect(svg).not.toContain('<script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('leaves its options alone', () => {
    const before = JSON.stringify(base);
    expect(comparator(base)).toEqual(comparator(base));
    expect(JSON.stringify(base)).toBe(before);
  });
});
