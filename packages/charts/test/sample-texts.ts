import type { ChartSpec, ChartText, Lang, Language } from '../src/index.ts';

/** Charts to be drawn and looked at, by name. */
export type Samples = Record<string, { spec: () => ChartSpec; lang: Lang }>;

export const fields = {
  category: 'category',
  estimate: 'estimate',
  low: 'ci_low',
  high: 'ci_high',
  mark: 'mark',
};

export const text: Record<Language, ChartText & { description: string }> = {
  zh: {
    headline: '东部省份流动人口签订劳动合同的比例明显高于西部',
    subtitle: '签订有固定期限或无固定期限劳动合同者占受雇流动人口的比例，15—59岁，按现居住省份，2017年',
    notes: [
      '加权估计；未加权样本量 n = 98 412。区间按省级分层、县级聚类的替代设计计算。',
      '† 谨慎使用；× 不发布（不可靠或受访者少于10人）。',
    ],
    source: '流动人口动态监测调查（2017年），合成数据。',
    description: '按省份排列的横条图：上海最高，为 78.1%；西藏不发布。',
    lang: 'zh',
  },
  en: {
    headline: 'Migrants in eastern provinces are far more likely to hold a labour contract',
    subtitle:
      'Share of employed migrants with a fixed-term or open-ended labour contract, ages 15–59, by province of residence, 2017',
    notes: [
      'Weighted estimates; unweighted n = 98,412. Intervals rest on the fallback design: provinces as strata, counties as clusters.',
      '† use with caution; × not published (unreliable, or fewer than 10 respondents).',
    ],
    source: 'China Migrants Dynamic Survey 2017, synthetic data.',
    description: 'Ordered bars by province. Shanghai is highest at 78.1%; Tibet is not published.',
    lang: 'en',
  },
};

export const hostileLabels = [
  '</svg><script>alert(1)</script>',
  'datum.x',
  'it\'s "quoted" \\ and `ticked`',
  '__proto__',
  'constructor',
  '{"signal":"width"}',
  '&amp; <b> ]]>',
  '1e3',
];

const all = '</text></svg><script> datum.x {"signal":"width"}';

export const hostileText: ChartText = {
  headline: all,
  subtitle: all,
  notes: [all],
  source: all,
  description: all,
  lang: 'en',
};
