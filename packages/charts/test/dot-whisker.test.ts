import { describe, expect, it } from 'vitest';
import { attachData, type ChartRow, dotWhisker, renderSvg } from '../src/index.ts';
import { drawnTexts } from './drawn-texts.ts';
import { fields, incomeDots, text } from './samples.ts';

const options = { lang: 'en', title: 'title', description: 'description' } as const;
const base = {
  fields,
  text: text.en,
  axis: { title: 'Hours', format: 'hours' as const },
  categoryOrder: ['a'],
};
const rows: ChartRow[] = ['x', 'y'].map((group, index) => ({
  category: 'a',
  group,
  estimate: 40 + index,
  ci_low: 39 + index,
  ci_high: 41 + index,
  mark: '',
}));

describe('dotWhisker', () => {
  it('spans the data unless told to start from zero', async () => {
    const texts = async (zero: boolean) =>
      drawnTexts(await renderSvg(attachData(dotWhisker({ ...base, zero }), rows.slice(0, 1)), options)).map(
        (drawn) => drawn.text,
      );
    expect(await texts(false)).not.toContain('0');
    expect(await texts(true)).toContain('0');
  });

  it('draws the key in the order of the groups, with their labels', async () => {
    const texts = drawnTexts(await renderSvg(incomeDots('zh'), { ...options, lang: 'zh' }));
    const left = (label: string) => texts.find((drawn) => drawn.text === label)?.left ?? Number.NaN;
    expect(left('男')).toBeLessThan(left('女'));
  });

  it('draws each group on a line of its own', async () => {
    const spec = attachData(dotWhisker({ ...base, group: { field: 'group', order: ['y', 'x'] } }), rows);
    const texts = drawnTexts(await renderSvg(spec, options));
    const top = (label: string) => texts.findLast((drawn) => drawn.text === label)?.top ?? Number.NaN;
    expect(top('40.0') - top('41.0')).toBeGreaterThan(12);
  });

  it('refuses more groups than there are colours', () => {
    const order = ['1', '2', '3', '4', '5', '6', '7'];
    expect(() => dotWhisker({ ...base, group: { field: 'group', order } })).toThrow(
      /at most 6 groups; got 7/,
    );
  });
});
