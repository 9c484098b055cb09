import {
  attachData,
  barWithIntervals,
  type ChartRow,
  type ChartSpec,
  type ChartWidth,
  dotFunnel,
  dotWhisker,
  type Language,
  lineEcdf,
  lineLorenz,
  lineTrend,
  smallMultiples,
  tileMultiples,
} from '../src/index.ts';
import { estimateOf, industries, longChinese, provinceNames } from './sample-data.ts';
import { fields, type Samples } from './sample-texts.ts';
import { pair, say, told } from './sample-tools.ts';
import { unitLabels } from './tile-samples.ts';

const waves = ['2011', '2012', '2013', '2014', '2016', '2017'];
const contracts = (lang: Language) => say(lang, '签订劳动合同的比例', 'Share with a labour contract');
const about = (lang: Language) =>
  told(lang, '各地合同签订率走势不一', 'Contracts take different courses', [
    '签订劳动合同者占受雇流动人口的比例，15—59岁，2011—2017年',
    'Share of employed migrants with a labour contract, ages 15–59, 2011–2017',
  ]);

type Kind = Parameters<typeof estimateOf>[1];

const course = (place: number, wave: number, kind: Kind): ChartRow =>
  kind === undefined && place === 1 && wave === 2
    ? { estimate: null, ci_low: null, ci_high: null, mark: '×' }
    : estimateOf(place * 0.37 + wave * 0.12, kind ?? 'negative', kind === undefined ? 0 : wave);

const lifted = (row: ChartRow, kind: Kind): ChartRow => {
  if (kind !== undefined || row.estimate === null) return row;
  const up = (value: string | number | null | undefined) => Number(value) + 0.5;
  return { ...row, estimate: up(row.estimate), ci_low: up(row.ci_low), ci_high: up(row.ci_high) };
};

const courseRows = (places: readonly string[], field: string, kind?: Kind): ChartRow[] =>
  places.flatMap((place, p) =>
    waves.map((wave, w) => ({ [field]: place, wave, ...lifted(course(p, w, kind), kind) })),
  );

function regions(lang: Language, places: readonly string[], kind?: Kind, width?: ChartWidth): ChartSpec {
  const spec = smallMultiples({
    fields,
    text: about(lang),
    axis: { title: contracts(lang), format: 'percent' },
    waves: { field: 'wave', order: waves },
    categoryOrder: places,
    breaks: [{ after: '2014' }],
    ...(width && { width }),
  });
  return attachData(spec, courseRows(places, 'category', kind));
}

const fourRegions = (lang: Language) =>
  lang === 'zh' ? ['东部', '中部', '西部', '东北'] : ['Eastern', 'Central', 'Western', 'North-east'];

function provinces(lang: Language, kind?: Kind): ChartSpec {
  const uncovered = ['71', '81', '82'];
  const units = Object.keys(unitLabels.zh).filter((unit) => !uncovered.includes(unit));
  const spec = tileMultiples({
    fields: { ...fields, category: 'level' },
    text: about(lang),
    axis: { title: contracts(lang), format: 'percent' },
    waves: { field: 'wave', order: waves },
    labels: lang === 'zh' ? unitLabels.zh : unitLabels.short,
    uncovered,
    breaks: [{ after: '2014' }],
  });
  return attachData(spec, courseRows(units, 'level', kind));
}

function ribbon(lang: Language, groups: readonly string[], width?: ChartWidth, kind?: Kind): ChartSpec {
  const one = groups.length === 1;
  const spec = lineTrend({
    fields: { ...fields, category: 'wave' },
    text: about(lang),
    axis: { title: contracts(lang), format: 'percent' },
    waves,
    interval: 'ribbon',
    breaks: [{ after: '2014', label: say(lang, '问题改变', 'Question changed') }],
    ...(!one && { group: { field: 'category', order: groups } }),
    ...(width && { width }),
  });
  return attachData(spec, courseRows(groups, 'category', kind));
}

const incomes = [1200, 1800, 2400, 2800, 3200, 3600, 4000, 4500, 5000, 6000, 8000, 12_000];

function distribution(lang: Language, groups: readonly string[], width?: ChartWidth, band = true): ChartSpec {
  const rows = groups.flatMap((group, g) =>
    incomes.map((income, i): ChartRow => {
      const share = Math.min(1, Math.max(0.01, (i + 1) / 12 + (g * Math.sin(i / 3.6)) / 11));
      const half = 0.03 * Math.sin((i * Math.PI) / 11);
      return { group, income, share, low: Math.max(0, share - half), high: Math.min(1, share + half) };
    }),
  );
  const spec = lineEcdf({
    fields: { x: 'income', share: 'share', ...(band && { low: 'low', high: 'high' }) },
    text: told(lang, '一半流动人口月收入不到3600元', 'Half of all migrants earn less than 3,600 yuan', [
      '月收入的加权累积分布，就业流动人口，15—59岁，2017年',
      'Weighted cumulative distribution of monthly income, employed migrants, ages 15–59, 2017',
    ]),
    axis: { title: say(lang, '月收入（元）', 'Monthly income (yuan)'), format: 'yuan' },
    shareTitle: say(lang, '收入不高于该值者的比例', 'Share earning at most this much'),
    reference: { value: 2000, label: say(lang, '最低工资 2000元', 'Minimum wage 2,000 yuan') },
    ...(groups.length > 1 && { group: { field: 'group', order: groups } }),
    ...(width && { width }),
  });
  return attachData(spec, rows);
}

function lorenz(lang: Language, count: number, width?: ChartWidth): ChartSpec {
  const order = ['2011', '2014', '2017'].slice(0, count);
  const rows = order.flatMap((wave, w) =>
    Array.from(
      { length: 11 },
      (_, i): ChartRow => ({ wave, people: i / 10, income: (i / 10) ** (1.6 + w * 0.5) }),
    ),
  );
  const spec = lineLorenz({
    fields: { x: 'people', share: 'income' },
    text: told(lang, '收入差距逐轮扩大', 'Incomes grow apart', [
      '月收入的洛伦兹曲线，就业流动人口，15—59岁',
      'Lorenz curve of monthly income, employed migrants, ages 15–59',
    ]),
    populationTitle: say(lang, '人口累计比例（由低收入到高收入）', 'Share of people, poorest first'),
    shareTitle: say(lang, '收入累计比例', 'Share of income'),
    group: {
      field: 'wave',
      order,
      labels: Object.fromEntries(
        order.map((wave, w) => [
          wave,
          say(lang, `${wave}年（基尼系数 0.${23 + w * 7}）`, `${wave} (Gini 0.${23 + w * 7})`),
        ]),
      ),
    },
    ...(width && { width }),
  });
  return attachData(spec, rows);
}

/** What bars and dots of one breakdown look like in the odd cases. */
function plain(
  draw: typeof barWithIntervals,
  lang: Language,
  names: readonly string[],
  kind?: Kind,
  width?: ChartWidth,
): ChartSpec {
  const rows = names.map(
    (category, index): ChartRow => ({ category, ...estimateOf(index * 1.3, kind, index) }),
  );
  const size = (row: ChartRow) => Number(row.estimate ?? -9);
  rows.sort((a, b) => size(b) - size(a));
  const spec = draw({
    fields,
    text: about(lang),
    axis: { title: contracts(lang), format: 'percent' },
    categoryOrder: rows.map((row) => String(row.category)),
    ...(width && { width }),
  });
  return attachData(spec, rows);
}

/** Chinese and English in one picture. */
function bilingual(width: ChartWidth): ChartSpec {
  const [zh, en] = [about('zh'), about('en')];
  const names = industries('zh').map((name, index) => `${name} ${industries('en')[index]}`);
  const rows = names.map(
    (category, index): ChartRow => ({ category, ...estimateOf(index * 1.3, 'plain', index) }),
  );
  const spec = barWithIntervals({
    fields,
    text: {
      ...zh,
      headline: `${zh.headline}\n${en.headline}`,
      subtitle: `${zh.subtitle}\n${en.subtitle}`,
      notes: [zh.notes.join(''), en.notes.join(' ')],
      source: `${zh.source} ${en.source}`,
      lang: 'both',
    },
    axis: { title: `${contracts('zh')} ${contracts('en')}`, format: 'percent' },
    categoryOrder: names,
    width,
  });
  return attachData(spec, rows);
}

const plains: Samples = {};
for (const [name, draw] of Object.entries({ bars: barWithIntervals, dots: dotWhisker })) {
  Object.assign(
    plains,
    pair(`${name}-one`, (lang) => plain(draw, lang, industries(lang).slice(0, 1))),
    pair(`${name}-huge`, (lang) => plain(draw, lang, industries(lang), 'huge')),
    pair(`${name}-negative`, (lang) => plain(draw, lang, industries(lang), 'negative')),
    pair(`${name}-withheld`, (lang) => plain(draw, lang, industries(lang).slice(0, 4), 'withheld')),
    { [`${name}-long-zh`]: { spec: () => plain(draw, 'zh', longChinese), lang: 'zh' } },
    pair(`${name}-slide`, (lang) => plain(draw, lang, industries(lang), undefined, 'slide')),
  );
}

function funnel(lang: Language, largest: number, width?: ChartWidth): ChartSpec {
  const steps = Math.min(30, largest);
  const limits = Array.from({ length: steps }, (_, i) => {
    const n = Math.round(1 + (i * (largest - 1)) / (steps - 1));
    const half = 3.1 * Math.sqrt((0.06 * 0.94) / n);
    return { n, lower: Math.max(0, 0.06 - half), upper: Math.min(1, 0.06 + half) };
  });
  const spots = Array.from({ length: 60 }, (_, i): ChartRow => {
    const n = Math.round(largest * (0.15 + 0.85 * Math.abs(Math.sin(i * 1.7))));
    const share = i === 7 ? 0.34 : Math.round(n * 0.06 * (1 + 0.7 * Math.sin(i * 2.3))) / n;
    return { n, share, clusters: 1 + ((i * 5) % 9), beyond: i === 7 ? 'above' : '' };
  });
  const seen = new Set<string>();
  const rows = spots.filter(({ n, share }) => {
    const place = `${n}/${share}`;
    return seen.has(place) ? false : Boolean(seen.add(place));
  });
  const spec = dotFunnel({
    fields: { size: 'n', share: 'share', clusters: 'clusters', beyond: 'beyond' },
    text: told(
      lang,
      '一个县的直线作答远多于其他县',
      'One county has far more straight lines than any other',
      [
        '各县直线作答的比例，按访问数，2017年',
        'Share of straight-lined interviews in each county, by the number of interviews, 2017',
      ],
    ),
    size: { title: say(lang, '县内访问数', 'Interviews in the county') },
    share: { title: say(lang, '直线作答的比例', 'Share straight-lined'), largest: 0.34 },
    overall: 0.06,
    limits,
    ...(width && { width }),
  });
  return attachData(spec, rows);
}

export const courseSamples: Samples = {
  ...pair('funnel', (lang) => funnel(lang, 240)),
  ...pair('funnel-half', (lang) => funnel(lang, 20, 'half')),
  ...plains,
  ...pair('dots-32', (lang) => plain(dotWhisker, lang, provinceNames(lang))),
  ...pair('ribbon', (lang) => ribbon(lang, [fourRegions(lang)[0] ?? ''])),
  ...pair('ribbon-four', (lang) => ribbon(lang, fourRegions(lang))),
  ...pair('ribbon-half', (lang) => ribbon(lang, fourRegions(lang).slice(0, 2), 'half')),
  ...pair('ribbon-huge', (lang) => ribbon(lang, fourRegions(lang).slice(0, 2), 'full', 'huge')),
  ...pair('multiples', (lang) => regions(lang, fourRegions(lang))),
  ...pair('multiples-half', (lang) => regions(lang, fourRegions(lang), undefined, 'half')),
  ...pair('multiples-one', (lang) => regions(lang, fourRegions(lang).slice(0, 1))),
  ...pair('multiples-32', (lang) => regions(lang, provinceNames(lang))),
  'multiples-long-zh': { spec: () => regions('zh', longChinese), lang: 'zh' },
  ...pair('multiples-withheld', (lang) => regions(lang, fourRegions(lang), 'withheld')),
  ...pair('multiples-huge', (lang) => regions(lang, fourRegions(lang), 'huge')),
  ...pair('multiples-negative', (lang) => regions(lang, fourRegions(lang), 'negative')),
  ...pair('tile-multiples', (lang) => provinces(lang)),
  ...pair('tile-multiples-withheld', (lang) => provinces(lang, 'withheld')),
  ...pair('ecdf', (lang) => distribution(lang, fourRegions(lang).slice(0, 2))),
  ...pair('ecdf-four', (lang) => distribution(lang, fourRegions(lang), 'full', false)),
  ...pair('ecdf-one', (lang) => distribution(lang, fourRegions(lang).slice(0, 1))),
  ...pair('ecdf-half', (lang) => distribution(lang, fourRegions(lang).slice(0, 2), 'half')),
  ...pair('lorenz', (lang) => lorenz(lang, 3)),
  ...pair('lorenz-half', (lang) => lorenz(lang, 1, 'half')),
  'both-bars': { spec: () => bilingual('full'), lang: 'both' },
  'both-slide': { spec: () => bilingual('slide'), lang: 'both' },
};
