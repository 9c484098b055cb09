import {
  attachData,
  type ChartRow,
  type ChartSpec,
  type Language,
  type LineTrendOptions,
  lineTrend,
} from '../src/index.ts';
import { fields, type Samples, text } from './sample-texts.ts';

export const trendFields = { ...fields, category: 'wave' };

export const trendRow = (
  wave: string,
  estimate: number | null,
  half = 0.012,
  more: ChartRow = {},
): ChartRow => ({
  wave,
  estimate,
  ci_low: estimate === null ? null : estimate - half,
  ci_high: estimate === null ? null : estimate + half,
  mark: estimate === null ? '×' : '',
  ...more,
});

const words = {
  zh: {
    ...text.zh,
    headline: '流动人口签订劳动合同的比例在2016年以后回落，但问题已改，前后不可直接比较',
    subtitle: '签订固定期限或无固定期限劳动合同者占受雇流动人口的比例，15—59岁，2011—2017年',
    source: '流动人口动态监测调查（2011、2014、2016、2017年），合成数据。',
    description: '趋势图：2011年为 48.1%，2017年为 52.3%。',
  },
  en: {
    ...text.en,
    headline: 'Contract cover rose to 2014; since then the question has changed',
    subtitle: 'Share of employed migrants with a fixed-term or open-ended contract, ages 15–59, 2011–2017',
    source: 'China Migrants Dynamic Survey 2011, 2014, 2016 and 2017, synthetic data.',
    description: 'Trend: 48.1% in 2011, 52.3% in 2017.',
  },
};

const base = (lang: Language) => ({
  fields: trendFields,
  text: words[lang],
  axis: {
    title: lang === 'zh' ? '签订劳动合同的比例' : 'Share with a labour contract',
    format: 'percent' as const,
  },
});

function twoWaves(lang: Language, width: 'full' | 'half'): ChartSpec {
  const zh = lang === 'zh';
  const spec = lineTrend({
    ...base(lang),
    text: {
      ...words[lang],
      headline: zh
        ? '培训覆盖率由基线的三成升至末期的近五成'
        : 'Training cover rose from three to nearly five in ten',
    },
    waves: ['2009-baseline', '2011-endline'],
    waveLabels: zh
      ? { '2009-baseline': '2009年基线', '2011-endline': '2011年末期' }
      : { '2009-baseline': 'Baseline 2009', '2011-endline': 'Endline 2011' },
    zero: true,
    width,
  });
  return attachData(spec, [trendRow('2009-baseline', 0.303, 0.025), trendRow('2011-endline', 0.471, 0.031)]);
}

function withBreak(lang: Language, more: Partial<LineTrendOptions> = {}): ChartSpec {
  const zh = lang === 'zh';
  const spec = lineTrend({
    ...base(lang),
    waves: ['2011', '2014', '2016', '2017'],
    breaks: [
      {
        after: '2014',
        label: zh ? '合同问题的选项由三项改为五项' : 'Answers of the contract question changed',
      },
    ],
    published: {
      label: zh
        ? '国家统计局农民工监测调查（外出农民工）'
        : 'NBS Rural Migrant Worker Survey (workers away from home)',
      points: [
        { year: 2011, value: 0.439 },
        { year: 2013, value: 0.413 },
        { year: 2014, value: 0.414 },
        { year: 2016, value: 0.382 },
      ],
    },
    ...more,
  });
  return attachData(spec, [
    trendRow('2011', 0.481),
    trendRow('2014', 0.556, 0.01),
    trendRow('2016', 0.571, 0.03, { mark: '†' }),
    trendRow('2017', 0.523, 0.009),
  ]);
}

function threeSeries(lang: Language, width: 'full' | 'half' = 'full'): ChartSpec {
  const zh = lang === 'zh';
  const waves = ['2011', '2012', '2013', '2014', '2016', '2017'];
  const order = ['east', 'central', 'west'];
  const rows = order.flatMap((region, r) =>
    waves.map((wave, w) =>
      region === 'west' && (wave === '2012' || wave === '2013')
        ? trendRow(wave, null, 0, { region })
        : trendRow(wave, 0.52 - 0.045 * r + 0.014 * w - 0.004 * r * w, 0.012 + 0.005 * r, {
            region,
            mark: r === 2 && w === 0 ? '†' : '',
          }),
    ),
  );
  const spec = lineTrend({
    ...base(lang),
    text: {
      ...words[lang],
      headline: zh ? '东部、中部与西部的差距扩大' : 'The gap between regions widens',
    },
    waves,
    group: {
      field: 'region',
      order,
      labels: zh
        ? { east: '东部地区', central: '中部地区', west: '西部地区（不含新疆生产建设兵团）' }
        : { east: 'Eastern region', central: 'Central region', west: 'Western region, without the XPCC' },
    },
    breaks: [
      { after: '2013', label: zh ? '年龄范围改为15—59岁' : 'Ages now 15–59' },
      { after: '2014', label: zh ? '选项由三项改为五项' : 'Answers of the question changed' },
    ],
    width,
  });
  return attachData(spec, rows);
}

function sixSeries(): ChartSpec {
  const waves = ['2011', '2014', '2017', '2018'];
  const order = ['a', 'b', 'c', 'd', 'e', 'f'];
  const spec = lineTrend({
    ...base('en'),
    text: { ...words.en, headline: 'Six industries move together' },
    axis: { title: 'Hours worked in the week before the survey', format: 'hours' },
    waves,
    group: {
      field: 'industry',
      order,
      labels: {
        a: 'Manufacturing',
        b: 'Construction',
        c: 'Trade',
        d: 'Catering',
        e: 'Residential services',
        f: 'Transport',
      },
    },
  });
  return attachData(
    spec,
    order.flatMap((industry, i) =>
      waves.map((wave, w) =>
        trendRow(wave, 52 + i * 1.3 - w * 0.8 + (i % 2) * w, 0.6 + 0.1 * i, { industry }),
      ),
    ),
  );
}

function sparseTrend(): ChartSpec {
  const spec = lineTrend({
    ...base('zh'),
    text: { ...words.zh, headline: '多数年份样本不足' },
    waves: ['2009', '2010', '2011', '2018'],
  });
  return attachData(spec, [
    trendRow('2009', null),
    trendRow('2010', 0.4),
    trendRow('2011', null),
    trendRow('2018', null),
  ]);
}

export const trendSamples: Samples = {
  'trend-two-waves-zh': { spec: () => twoWaves('zh', 'full'), lang: 'zh' },
  'trend-two-waves-half-en': { spec: () => twoWaves('en', 'half'), lang: 'en' },
  'trend-break-zh': { spec: () => withBreak('zh'), lang: 'zh' },
  'trend-break-en': { spec: () => withBreak('en', { zero: true }), lang: 'en' },
  'trend-break-half-zh': { spec: () => withBreak('zh', { width: 'half' }), lang: 'zh' },
  'trend-three-zh': { spec: () => threeSeries('zh'), lang: 'zh' },
  'trend-three-en': { spec: () => threeSeries('en'), lang: 'en' },
  'trend-three-half-en': { spec: () => threeSeries('en', 'half'), lang: 'en' },
  'trend-six-en': { spec: sixSeries, lang: 'en' },
  'trend-sparse-zh': { spec: sparseTrend, lang: 'zh' },
};
