import type { ChartRow, ChartSpec, Language } from '../src/index.ts';
import { attachData, barWithIntervals, dotWhisker } from '../src/index.ts';
import { comparatorSamples } from './comparator-samples.ts';
import { courseSamples } from './course-samples.ts';
import { hostileSamples } from './hostile-samples.ts';
import { moreSamples } from './more-samples.ts';
import { provinceNames } from './sample-data.ts';
import { fields, hostileLabels, hostileText, type Samples, text } from './sample-texts.ts';
import { tileSamples } from './tile-samples.ts';
import { trendSamples } from './trend-samples.ts';

export { fields, hostileLabels, text } from './sample-texts.ts';

function provinceRows(lang: Language): ChartRow[] {
  return provinceNames(lang)
    .map((category, index): ChartRow => {
      if (index === 25) return { category, estimate: null, ci_low: null, ci_high: null, mark: '×' };
      const estimate = 0.781 - 0.0163 * ((index * 11) % 31);
      const half = 0.014 + 0.004 * ((index * 7) % 9);
      return {
        category,
        estimate,
        ci_low: estimate - half * 1.05,
        ci_high: Math.min(1, estimate + half * 0.95),
        mark: half > 0.04 ? '†' : '',
      };
    })
    .sort((a, b) => Number(b.estimate ?? -1) - Number(a.estimate ?? -1));
}

function provinceBars(lang: Language): ChartSpec {
  const rows = provinceRows(lang);
  const spec = barWithIntervals({
    fields,
    text: text[lang],
    axis: {
      title: lang === 'zh' ? '签订劳动合同的比例' : 'Share with a labour contract',
      format: 'percent',
    },
    categoryOrder: rows.map((row) => String(row.category)),
    reference: { value: 0.523, label: lang === 'zh' ? '全国 52.3%' : 'All provinces 52.3%' },
  });
  return attachData(spec, rows);
}

export function incomeDots(lang: Language): ChartSpec {
  const ages = ['15-24', '25-34', '35-44', '45-54', '55+'];
  const rows = ages.flatMap((age_group, a) =>
    ['male', 'female'].map((sex, s): ChartRow => {
      if (age_group === '55+' && sex === 'female') {
        return { age_group, sex, estimate: null, ci_low: null, ci_high: null, mark: '×' };
      }
      const estimate = 3900 + 620 * (2 - Math.abs(a - 1.6)) - 870 * s - (a === 4 ? 300 : 0);
      const half = 60 + 70 * a * a * 0.5;
      return {
        age_group,
        sex,
        estimate,
        ci_low: estimate - half,
        ci_high: estimate + half,
        mark: a === 4 ? '†' : '',
      };
    }),
  );
  const zh = lang === 'zh';
  const spec = dotWhisker({
    fields: { ...fields, category: 'age_group' },
    group: {
      field: 'sex',
      order: ['male', 'female'],
      labels: zh ? { male: '男', female: '女' } : { male: 'Men', female: 'Women' },
    },
    text: {
      ...text[lang],
      headline: zh
        ? '各年龄组男性月收入均高于女性，差距随年龄扩大'
        : 'Men earn more than women at every age, and the gap widens',
      subtitle: zh
        ? '上个月（或上次就业）平均收入，元，就业流动人口，2017年'
        : 'Mean income last month, yuan, employed migrants, 2017',
    },
    axis: { title: zh ? '月平均收入（元）' : 'Mean monthly income (yuan)', format: 'yuan' },
    categoryOrder: ages,
    categoryLabels: Object.fromEntries(
      ages.map((age) => [
        age,
        zh
          ? `${age.replace('-', '—').replace('+', '岁及以上')}${age.endsWith('+') ? '' : '岁'}`
          : age.replace('-', '–'),
      ]),
    ),
  });
  return attachData(spec, rows);
}

export function fourBars(lang: Language, width: 'full' | 'half'): ChartSpec {
  const zh = lang === 'zh';
  const labels = zh
    ? ['固定期限合同', '无固定期限合同', '完成一次性工作任务或试用期合同', '未签订劳动合同']
    : ['Fixed-term contract', 'Open-ended contract', 'One-off task or probation contract', 'No contract'];
  const rows = [0.482, 0.131, 0.034, 0.353].map(
    (estimate, index): ChartRow => ({
      category: String(labels[index]),
      estimate,
      ci_low: estimate - 0.012,
      ci_high: estimate + 0.013,
      mark: '',
    }),
  );
  const spec = barWithIntervals({
    fields,
    text: {
      ...text[lang],
      headline: zh ? '超过三分之一的受雇流动人口没有劳动合同' : 'More than a third have no labour contract',
      subtitle: zh
        ? '受雇流动人口的劳动合同类型，2017年'
        : 'Type of labour contract, employed migrants, 2017',
    },
    axis: { title: zh ? '占受雇流动人口的比例' : 'Share of employed migrants', format: 'percent' },
    categoryOrder: labels,
    emphasis: [String(labels[3])],
    width,
  });
  return attachData(spec, rows);
}

export function marksChart(lang: Language): ChartSpec {
  const zh = lang === 'zh';
  const rows: ChartRow[] = [
    { category: zh ? '制造业' : 'Manufacturing', estimate: 0.612, ci_low: 0.58, ci_high: 0.64, mark: null },
    { category: zh ? '建筑业' : 'Construction', estimate: 0.318, ci_low: 0.22, ci_high: 0.43, mark: '†' },
    {
      category: zh ? '采矿业' : 'Mining',
      estimate: null,
      ci_low: null,
      ci_high: null,
      mark: zh ? '× 不可靠' : '× unreliable',
    },
    {
      category: zh ? '金融业' : 'Finance',
      estimate: null,
      ci_low: null,
      ci_high: null,
      mark: zh ? '× 少于10人' : '× fewer than 10 respondents',
    },
    { category: zh ? '农林牧渔业' : 'Agriculture', estimate: 0, ci_low: 0, ci_high: 0.02, mark: '†' },
    { category: zh ? '教育' : 'Education', estimate: 0.702, ci_low: null, ci_high: null, mark: null },
  ];
  const spec = barWithIntervals({
    fields,
    text: {
      ...text[lang],
      headline: zh
        ? '建筑业的合同签订率约为制造业的一半'
        : 'Construction has half the contract rate of manufacturing',
    },
    axis: { title: zh ? '签订劳动合同的比例' : 'Share with a labour contract', format: 'percent' },
    categoryOrder: rows.map((row) => String(row.category)),
  });
  return attachData(spec, rows);
}

function longTexts(lang: Language, width: 'full' | 'half'): ChartSpec {
  const long = (body: string, times: number) =>
    Array.from({ length: times }, () => body).join(lang === 'zh' ? '' : ' ');
  const base = text[lang];
  const rows: ChartRow[] = [
    { category: 'a', estimate: 41.2, ci_low: 39.9, ci_high: 42.5, mark: '' },
    { category: 'b', estimate: 52.7, ci_low: 51, ci_high: 54.4, mark: '†' },
    { category: 'c', estimate: null, ci_low: null, ci_high: null, mark: '×' },
  ];
  const zh = lang === 'zh';
  const spec = dotWhisker({
    fields,
    text: {
      ...base,
      headline: long(base.headline, 3),
      subtitle: long(base.subtitle, 3),
      notes: [...base.notes, long(base.notes[0] ?? '', 4)],
      source: long(base.source, 5),
    },
    axis: {
      title: long(zh ? '每周工作小时数，调查前一周' : 'Hours worked in the week before the survey', 4),
      format: 'hours',
    },
    categoryOrder: ['a', 'b', 'c'],
    categoryLabels: {
      a: zh
        ? '居民服务、修理和其他服务业以及无法归入上述类别的其他行业的从业人员'
        : 'Workers in residential services, repair and other services, and in industries not elsewhere classified',
      b: zh ? '制造业' : 'Manufacturing',
      c: zh ? '交通运输、仓储和邮政业' : 'Transport, storage and post',
    },
    reference: {
      value: 48,
      label: zh
        ? '《劳动法》规定的每周工时上限加上允许的加班 48.0小时'
        : 'Legal weekly limit of the Labour Law with permitted overtime, 48.0 hours',
    },
    width,
  });
  return attachData(spec, rows);
}

function gapDots(): ChartSpec {
  const order = provinceNames('zh');
  const rows = order.map((category, index): ChartRow => {
    const estimate = 0.09 - 0.0061 * ((index * 13) % 32);
    const half = 0.012 + 0.004 * (index % 5);
    return {
      category,
      estimate,
      ci_low: estimate - half,
      ci_high: estimate + half,
      mark: index % 9 === 4 ? '†' : '',
    };
  });
  rows.sort((a, b) => Number(b.estimate) - Number(a.estimate));
  const spec = dotWhisker({
    fields,
    text: {
      ...text.zh,
      headline: '多数省份男女签订合同的差异不显著',
      subtitle: '男性与女性签订劳动合同比例之差，受雇流动人口，15—59岁，2017年',
    },
    axis: { title: '差值（男性减女性，比例）', format: 'percent' },
    categoryOrder: rows.map((row) => String(row.category)),
    reference: { value: 0, label: '无差异' },
  });
  return attachData(spec, rows);
}

function sixGroups(): ChartSpec {
  const order = ['a', 'b', 'c', 'd', 'e', 'f'];
  const labels = {
    a: 'Primary or less',
    b: 'Junior secondary',
    c: 'Senior secondary',
    d: 'Junior college',
    e: 'Bachelor',
    f: 'Postgraduate',
  };
  const rows = ['Eastern', 'Central', 'Western'].flatMap((region, r) =>
    order.map((education, e): ChartRow => {
      const estimate = 0.22 + 0.11 * e - 0.05 * r;
      return {
        region,
        education,
        estimate,
        ci_low: estimate - 0.03,
        ci_high: estimate + 0.03,
        mark: e === 5 ? '†' : '',
      };
    }),
  );
  const spec = dotWhisker({
    fields: { ...fields, category: 'region' },
    group: { field: 'education', order, labels },
    text: {
      ...text.en,
      headline: 'Pension cover rises with schooling in “every” region',
      subtitle: 'Share insured, by region and education, 2017',
    },
    axis: { title: 'Share insured', format: 'percent', domain: [0, 1] },
    categoryOrder: ['Eastern', 'Central', 'Western'],
    reference: { value: 0.51, label: 'All migrants 51.0%' },
  });
  return attachData(spec, rows);
}

function allWithheld(): ChartSpec {
  const rows = ['采矿业', '金融业'].map(
    (category): ChartRow => ({ category, estimate: null, ci_low: null, ci_high: null, mark: '× 不可靠' }),
  );
  const spec = barWithIntervals({
    fields,
    text: { ...text.zh, headline: '样本不足以发布' },
    axis: { title: '签订劳动合同的比例', format: 'percent' },
    categoryOrder: ['采矿业', '金融业'],
  });
  return attachData(spec, rows);
}

export function hostile(): ChartSpec {
  const rows = hostileLabels.map(
    (category, index): ChartRow => ({
      category,
      estimate: 0.1 * (index + 1),
      ci_low: 0.1 * index,
      ci_high: Math.min(1, 0.1 * (index + 2)),
      mark: index === 3 ? '<' : '',
    }),
  );
  const spec = barWithIntervals({
    fields,
    text: hostileText,
    axis: { title: hostileText.headline, format: 'percent' },
    categoryOrder: hostileLabels,
    emphasis: hostileLabels,
    reference: { value: 0.5, label: hostileText.headline },
  });
  return attachData(spec, rows);
}

/** Every sample, by name. */
export const samples: Samples = {
  ...trendSamples,
  ...tileSamples,
  ...comparatorSamples,
  ...hostileSamples,
  ...moreSamples,
  ...courseSamples,
  'province-bars-zh': { spec: () => provinceBars('zh'), lang: 'zh' },
  'province-bars-en': { spec: () => provinceBars('en'), lang: 'en' },
  'income-dots-zh': { spec: () => incomeDots('zh'), lang: 'zh' },
  'income-dots-en': { spec: () => incomeDots('en'), lang: 'en' },
  'four-bars-zh': { spec: () => fourBars('zh', 'full'), lang: 'zh' },
  'four-bars-half-zh': { spec: () => fourBars('zh', 'half'), lang: 'zh' },
  'four-bars-half-en': { spec: () => fourBars('en', 'half'), lang: 'en' },
  'marks-zh': { spec: () => marksChart('zh'), lang: 'zh' },
  'marks-en': { spec: () => marksChart('en'), lang: 'en' },
  'long-zh': { spec: () => longTexts('zh', 'full'), lang: 'zh' },
  'long-en': { spec: () => longTexts('en', 'full'), lang: 'en' },
  'gap-dots-zh': { spec: gapDots, lang: 'zh' },
  'six-groups-en': { spec: sixGroups, lang: 'en' },
  'all-withheld-zh': { spec: allWithheld, lang: 'zh' },
  'hostile-en': { spec: hostile, lang: 'en' },
  'long-half-en': { spec: () => longTexts('en', 'half'), lang: 'en' },
};
