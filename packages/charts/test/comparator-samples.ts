import {
  attachData,
  type ChartRow,
  type ChartSpec,
  type ComparatorOptions,
  comparator,
  type Language,
} from '../src/index.ts';
import { fields, type Samples, text } from './sample-texts.ts';

export const comparatorFields = { ...fields, category: 'source' };

export const comparatorOptions = (lang: Language): ComparatorOptions => {
  const zh = lang === 'zh';
  return {
    fields: comparatorFields,
    text: {
      ...text[lang],
      headline: zh
        ? '本调查的合同签订率高于农民工监测调查，两者对象不同'
        : 'Our contract rate is above that of the NBS survey, which covers another population',
      subtitle: zh ? '签订劳动合同者占受雇人员的比例' : 'Share of employees with a labour contract',
      description: zh ? '比较图：本调查为 52.3%。' : 'Comparison: ours is 52.3%.',
    },
    axis: { title: zh ? '签订劳动合同的比例' : 'Share with a labour contract', format: 'percent' },
    ours: [
      {
        id: 'ours',
        name: zh ? '本调查' : 'This survey',
        population: zh ? '受雇流动人口，15—59岁' : 'Employed migrants aged 15–59',
        year: zh ? '2016年' : '2016',
      },
    ],
    others: [
      {
        id: 'nbs',
        name: zh ? '国家统计局《农民工监测调查报告》' : 'NBS, Rural Migrant Workers Monitoring Report',
        population: zh ? '外出农民工' : 'Rural workers away from home',
        year: zh ? '2016年' : '2016',
      },
      {
        id: 'acftu',
        name: zh ? '中华全国总工会职工队伍状况调查' : 'ACFTU, Survey of the Workforce',
        population: zh ? '城镇单位职工，含劳务派遣人员' : 'Staff of urban units, with dispatched workers',
        year: zh ? '2017年' : '2017',
      },
      {
        id: 'clds',
        name: zh ? '中国劳动力动态调查' : 'China Labour-force Dynamics Survey',
        population: zh ? '全国受雇劳动力，15—64岁' : 'All employees aged 15–64',
        year: zh ? '2014年' : '2014',
      },
    ],
  };
};

export const comparatorRows: ChartRow[] = [
  { source: 'ours', estimate: 0.523, ci_low: 0.511, ci_high: 0.535, mark: '' },
  { source: 'nbs', estimate: 0.382, ci_low: null, ci_high: null, mark: '' },
  { source: 'acftu', estimate: 0.864, ci_low: null, ci_high: null, mark: '' },
  { source: 'clds', estimate: 0.471, ci_low: null, ci_high: null, mark: '' },
];

const compared = (lang: Language, more: Partial<ComparatorOptions> = {}): ChartSpec =>
  attachData(comparator({ ...comparatorOptions(lang), ...more }), comparatorRows);

function withheld(): ChartSpec {
  const options = comparatorOptions('zh');
  const [ours] = options.ours;
  const spec = comparator({
    ...options,
    ours: ours ? [ours, { ...ours, id: 'small', population: '受雇流动人口，采矿业', year: '2016年' }] : [],
    zero: true,
  });
  const small = { source: 'small', estimate: null, ci_low: null, ci_high: null, mark: '× 少于10人' };
  return attachData(spec, [
    { source: 'ours', estimate: 0.523, ci_low: 0.45, ci_high: 0.59, mark: '†' },
    small,
    ...comparatorRows.slice(1),
  ]);
}

export const comparatorSamples: Samples = {
  'comparator-zh': { spec: () => compared('zh'), lang: 'zh' },
  'comparator-en': { spec: () => compared('en', { zero: true }), lang: 'en' },
  'comparator-half-zh': { spec: () => compared('zh', { width: 'half' }), lang: 'zh' },
  'comparator-half-en': { spec: () => compared('en', { width: 'half' }), lang: 'en' },
  'comparator-withheld-zh': { spec: withheld, lang: 'zh' },
};
