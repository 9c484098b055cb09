import { describe, expect, it } from 'vitest';
import { attachData, type ChartRow, lineTrend, renderSvg } from '../src/index.ts';
import { drawnTexts } from './drawn-texts.ts';
import { hostileTrend } from './hostile-samples.ts';
import { hostileLabels, text } from './sample-texts.ts';
import { trendFields, trendRow } from './trend-samples.ts';

const options = { lang: 'en', title: 'title', description: 'description' } as const;
const base = {
  fields: trendFields,
  text: text.en,
  axis: { title: 'Share', format: 'percent' as const },
  waves: ['2011', '2014', '2016', '2017'],
};
const rows = [0.3, 0.4, 0.5, 0.6].map((estimate, index) => trendRow(base.waves[index] ?? '', estimate));
const draw = (more: object, data: readonly ChartRow[]) =>
  renderSvg(attachData(lineTrend({ ...base, ...more }), data), options);
const textsOf = async (more: object, data: readonly ChartRow[]) =>
  drawnTexts(await draw(more, data)).map((drawn) => drawn.text);

/** Parts of the paths of lines: each begins with M. */
const lineRuns = (svg: string) =>
  [...svg.matchAll(/mark-line[^>]*>([\s\S]*?)<\/g>/g)].flatMap((group) =>
    [...String(group[1]).matchAll(/<path[^>]* d="([^"]+)"/g)].flatMap((path) =>
      String(path[1])
        .split('M')
        .filter((run) => run.includes('L')),
    ),
  );
const points = (svg: string) =>
  [...svg.matchAll(/mark-symbol role-mark [^"]*marks"[^>]*>([\s\S]*?)<\/g>/g)].flatMap((group) => [
    ...String(group[1]).matchAll(/<path [^>]*transform="translate\(([-\d.]+),([-\d.]+)\)[^>]*/g),
  ]);

describe('lineTrend', () => {
  it('stands the years at their true distance', async () => {
    const texts = drawnTexts(await draw({}, rows));
    const centre = (label: string) => {
      const found = texts.find((drawn) => drawn.text === label);
      return ((found?.left ?? 0) + (found?.right ?? 0)) / 2;
    };
    const year = centre('2017') - centre('2016');
    expect(centre('2014') - centre('2011')).toBeCloseTo(3 * year, 1);
    expect(centre('2016') - centre('2014')).toBeCloseTo(2 * year, 1);
  });

  it('draws each point above its year', async () => {
    const svg = await draw({}, rows);
    const lefts = drawnTexts(svg).filter(({ text: drawn }) => /^20\d\d$/.test(drawn));
    const padding = Number(/<g fill="none"[^>]*transform="translate\(([-\d.]+)/.exec(svg)?.[1]);
    const xs = points(svg)
      .map(([, x]) => Number(x))
      .filter((x) => x > 0);
    expect(xs.map((x) => x + padding)).toEqual(
      lefts.map(({ left, right }) => expect.closeTo((left + right) / 2, 1)),
    );
  });

  it('joins the waves by one line, and interrupts it at a break', async () => {
    expect(lineRuns(await draw({}, rows))).toHaveLength(1);
    const broken = await draw({ breaks: [{ after: '2014', label: 'Question changed' }] }, rows);
    expect(lineRuns(broken)).toHaveLength(2);
    for (const run of lineRuns(broken)) expect(run.split('L')).toHaveLength(2);
    expect(drawnTexts(broken).map((drawn) => drawn.text)).toContain('Question changed');
  });

  it('draws a withheld estimate as its mark under the axis, and no line through it', async () => {
    const svg = await draw({}, [rows[0] ?? {}, trendRow('2014', null), ...rows.slice(2)]);
    expect(lineRuns(svg)).toHaveLength(1);
    const texts = drawnTexts(svg);
    const mark = texts.find((drawn) => drawn.text === '×');
    const axis = texts.find((drawn) => drawn.text === '20%');
    expect(mark?.top).toBeGreaterThan((axis?.top ?? Infinity) + 5);
    expect(texts.map((drawn) => drawn.text)).not.toContain('0.0%');
  });

  it('draws marked estimates hollow, with their mark', async () => {
    const svg = await draw({}, [trendRow('2011', 0.3, 0.01, { mark: '†' }), ...rows.slice(1)]);
    expect(drawnTexts(svg).map((drawn) => drawn.text)).toContain('30.0%†');
    const hollow = points(svg).filter(([path]) => path.includes('fill="#FFFFFF"'));
    expect(hollow, 'the point, and its sign in the legend').toHaveLength(2);
  });

  it('draws a wave without a row as nothing', async () => {
    const group = { field: 'who', order: ['a', 'b'] };
    const who = (name: string, data: readonly ChartRow[]) => data.map((row) => ({ ...row, who: name }));
    const texts = await textsOf({ group }, [...who('a', rows), ...who('b', rows.slice(2))]);
    expect(texts).not.toContain('×');
    expect(texts.filter((drawn) => drawn === 'a' || drawn === 'b')).toHaveLength(2);
  });

  it('starts from zero or spans the data', async () => {
    expect(await textsOf({}, rows)).not.toContain('0%');
    expect(await textsOf({ zero: true }, rows)).toContain('0%');
  });

  it('never joins figures of another source, and names it so', async () => {
    const published = {
      label: 'NBS',
      points: [
        { year: 2012, value: 0.2 },
        { year: 2013, value: 0.1 },
      ],
    };
    const svg = await draw({ published }, rows);
    expect(lineRuns(svg)).toHaveLength(1);
    const texts = drawnTexts(svg).map((drawn) => drawn.text);
    expect(texts).toEqual(expect.arrayContaining(['Another source: NBS', '2012', '20.0%', '10.0%']));
    expect(points(svg).filter(([path]) => path.includes('stroke="#6B6F75"'))).toHaveLength(3);
  });

  it('draws hostile labels literally', async () => {
    const svg = await renderSvg(hostileTrend(), { ...options, title: '</title><script>' });
    const body = drawnTexts(svg)
      .map((drawn) => drawn.text)
      .join(' ');
    for (const label of [...hostileLabels.slice(1, 7), '2011 <b>&', 'datum.x']) expect(body).toContain(label);
    expect(svg).not.toContain('<script');
    expect(svg.match(/<\/svg>/g)).toHaveLength(1);
  });

  it('leaves its options alone', () => {
    const frozen = Object.freeze({ ...base, waves: Object.freeze([...base.waves]) });
    expect(lineTrend(frozen)).toEqual(lineTrend(frozen));
    expect(JSON.parse(JSON.stringify(lineTrend(frozen)))).toEqual(lineTrend(frozen));
  });

  it.each([
    ['one wave', { waves: ['2017'] }, /two or more waves/],
    ['waves out of order', { waves: ['2017', '2011'] }, /earliest first; got 2017, 2011/],
    ['a wave that is no year', { waves: ['2011', 'spring'] }, /begins with its year.*"spring"/],
    ['a break after the last wave', { breaks: [{ after: '2017', label: 'x' }] }, /got "2017"/],
    [
      'figures beyond the axis',
      {
        axis: { ...base.axis, domain: [0, 0.5] },
        published: { label: 'x', points: [{ year: 2011, value: 0.7 }] },
      },
      /2011: 0\.7/,
    ],
    [
      'more series than colours',
      { group: { field: 'who', order: [...'1234567'] } },
      /at most 6 groups; got 7/,
    ],
  ])('refuses %s', (_what, more, message) => {
    expect(() => lineTrend({ ...base, ...more } as typeof base)).toThrow(message);
  });

  it('refuses a sentence as the mark of a withheld estimate', () => {
    const row = { ...trendRow('2014', null), mark: '× fewer than 10' };
    expect(() => attachData(lineTrend(base), [row, rows[0] ?? {}, ...rows.slice(2)])).toThrow(/single sign/);
  });
});
