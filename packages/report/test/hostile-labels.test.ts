import { attachData, barWithIntervals, type ChartSpec, dotWhisker, renderSvg } from '@wavebook/charts';
import { type Language, languages } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { describe, expect, test } from 'vitest';
import { bookMarkup } from '../src/book/page.ts';
import { inlineSvg } from '../src/html.ts';
import { bookDocument, drawBreakdown } from '../src/index.ts';
import { estimateRow } from './estimate-row.ts';
import { hostileBook, waveOf } from './hostile-book.ts';

const hostile = [
  '</svg><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'datum.x',
  '{{x}}',
  ['$', '{process.exit()}'].join(''),
  '{"signal":"width"}',
  "=cmd|' /C calc'!A0",
  '&lt;b&gt; &amp; ]]> --> <!--',
  "$& $' $1",
  '__proto__',
  'a\\b',
];
const PLAIN = 'PLAINLABEL';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

const markupOf = (label: string, lang: Language): string =>
  bookMarkup(hostileBook(label), lang, bookDocument(hostileBook(label), lang));

const spec = (build: 'bars' | 'dots', label: string): ChartSpec => {
  const text = {
    ...{ headline: label, subtitle: label, notes: [label], source: label, description: label },
    lang: 'en',
  } as const;
  const common = {
    fields: { category: 'category', estimate: 'estimate', low: 'low', high: 'high', mark: 'mark' },
    text,
    axis: { title: label, format: 'percent' },
    categoryOrder: [label, 'b'],
  } as const;
  const group = { field: 'group', order: [label, 'g'], labels: { [label]: label, g: 'G' } };
  const at = (category: string, estimate: number) => ({
    ...{ category, estimate, low: estimate - 0.1, high: estimate + 0.1, mark: '' },
    group: label,
  });
  const rows = [at(label, 0.4), at('b', 0.6)];
  return build === 'bars'
    ? attachData(barWithIntervals(common), rows)
    : attachData(dotWhisker({ ...common, group }), [...rows, { ...at(label, 0.5), group: 'g' }]);
};

const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');

describe.each(hostile)('the text %s', (label) => {
  test.each(languages)('stands in the book (%s) as text: the markup is that of a plain one', (lang) => {
    const page = markupOf(label, lang);
    expect(page).toContain(escaped(label));
    expect(page.replaceAll(escaped(label), PLAIN)).toBe(markupOf(PLAIN, lang));
  });

  test.each(['bars', 'dots'] as const)(
    'stands in a chart (%s) as text, alone and inside the book',
    async (mark) => {
      const svg = await renderSvg(spec(mark, label), { lang: 'en', title: label, description: label });
      expect(
        svg.match(
          /<(?!\/?(?:svg|g|path|text|title|desc|defs|clipPath|rect|pattern|linearGradient|stop|style|line|circle)\b)/g,
        ),
      ).toBeNull();
      expect(svg.match(/<\/svg>/g)).toHaveLength(1);
      const drawn = texts(svg);
      expect(drawn.join(' ').replace(/\s+/g, '')).toContain(
        label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\s+/g, ''),
      );
      expect(texts(inlineSvg(svg, 'employment-1').markup)).toEqual(drawn);
    },
  );
});

test('inlineSvg: prefixes ids in tags only, not in the text of a label', () => {
  const label = 'id="a" href="#a" url(#a)';
  expect(texts(inlineSvg(`<svg><text x="1">${label}</text></svg>`, 'p').markup)).toEqual([label]);
});

test('a level that is in no code list is refused by name, never drawn', () => {
  const indicator = indicatorsByTopic.employment.find(({ id }) => id === 'contract_signed');
  if (!indicator) throw new Error('no indicator');
  const plan = { indicator: 'contract_signed', domain: 'education', mark: 'bars' } as const;
  const rows = ['primary', 'datum.x'].map((level) => estimateRow({ domain: 'education', level }));
  expect(() =>
    drawBreakdown(plan, indicator, { rows: [estimateRow(), ...rows], comparisons: [] }, waveOf('x'), 'en'),
  ).toThrow('no code "datum.x"');
});
