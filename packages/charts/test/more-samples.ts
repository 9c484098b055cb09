import {
  attachData,
  barDiverging,
  barStacked,
  type ChartRow,
  type ChartSpec,
  type ChartWidth,
  dumbbell,
  heatTable,
  type Language,
  niceBins,
  originDestinationMatrix,
  pyramid,
  slope,
  tornado,
} from '../src/index.ts';
import { estimateOf, industries, longChinese, provinceNames } from './sample-data.ts';
import { fields, type Samples } from './sample-texts.ts';
import { pair, say, told } from './sample-tools.ts';

/* heat table */

interface HeatCase {
  rows?: readonly string[];
  columns?: readonly string[];
  value?: (row: number, column: number) => number | null | undefined;
  width?: ChartWidth;
}

function heat(lang: Language, { rows, columns, value, width }: HeatCase = {}): ChartSpec {
  const rowNames = rows ?? industries(lang);
  const waves = columns ?? ['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018'];
  const at =
    value ??
    ((r, c) =>
      (r * 7 + c * 5) % 11 === 3
        ? undefined
        : (r + 2) * 7 + c === 25
          ? null
          : 0.004 + (((r * 13 + c * 29) % 31) / 31) * 0.18);
  const data = rowNames.flatMap((industry, r) =>
    waves.flatMap((wave, c): ChartRow[] => {
      const estimate = at(r, c);
      if (estimate === undefined) return [];
      return [{ industry, wave, estimate, mark: estimate === null ? '×' : (r + c) % 9 === 4 ? '†' : '' }];
    }),
  );
  const numbers = data.map(({ estimate }) => estimate as number | null);
  const spec = heatTable({
    fields: { row: 'industry', column: 'wave', estimate: 'estimate', mark: 'mark' },
    text: told(lang, '月收入缺失比例在多数行业逐轮下降', 'Missing incomes become rarer in most industries', [
      '月收入无有效回答的比例，就业流动人口，15—59岁，2011—2018年',
      'Share without a valid monthly income, employed migrants, ages 15–59, 2011–2018',
    ]),
    measure: { title: say(lang, '缺失比例', 'Share missing'), format: 'percent' },
    bins: numbers.some((number) => number !== null) ? niceBins(numbers) : [0.1, 0.2, 0.3, 0.4],
    rowOrder: rowNames,
    columnOrder: waves,
    absent: say(lang, '该轮未询问', 'Not asked in this wave'),
    ...(width && { width }),
  });
  return attachData(spec, data);
}

const heats: Samples = {
  ...pair('heat', (lang) => heat(lang)),
  ...pair('heat-half', (lang) => heat(lang, { columns: ['2011', '2014', '2017'], width: 'half' })),
  ...pair('heat-one', (lang) => heat(lang, { rows: industries(lang).slice(0, 1), columns: ['2017'] })),
  ...pair('heat-32', (lang) => heat(lang, { rows: provinceNames(lang), columns: industries(lang) })),
  'heat-long-zh': { spec: () => heat('zh', { rows: longChinese, columns: longChinese }), lang: 'zh' },
  ...pair('heat-withheld', (lang) => heat(lang, { value: () => null })),
  ...pair('heat-negative', (lang) => heat(lang, { value: (r, c) => ((r * 5 + c * 3) % 17) / 100 - 0.08 })),
};

/* matrix */

function flows(lang: Language, count: number, width?: ChartWidth): ChartSpec {
  const places = provinceNames(lang).slice(0, count);
  const data = places.flatMap((from, r) =>
    places.flatMap((to, c): ChartRow[] => {
      if ((r * 3 + c * 11) % 7 === 2 && r !== c) return [];
      const near = Math.exp(-Math.abs(r - c) / 4);
      const estimate =
        (r * 5 + c * 3) % 23 === 0 ? null : r === c ? 0.42 : 0.002 + near * 0.21 * (((c * 7) % 5) / 5);
      return [{ from, to, estimate, mark: estimate === null ? '×' : '' }];
    }),
  );
  const spec = originDestinationMatrix({
    fields: { origin: 'from', destination: 'to', estimate: 'estimate', mark: 'mark' },
    text: told(lang, '多数流动人口留在邻近省份', 'Most migrants stay close to their home province', [
      '占户籍省份流动人口的比例，15—59岁，2017年',
      'Share of the migrants of each origin, ages 15–59, 2017',
    ]),
    measure: {
      title: say(lang, '占户籍地流动人口的比例', 'Share of the migrants of the origin'),
      format: 'percent',
    },
    bins: [0.02, 0.05, 0.1, 0.25],
    origins: places,
    regionStarts: [places[5] ?? '', places[8] ?? '', places[21] ?? ''],
    ...(width && { width }),
  });
  return attachData(spec, data);
}

const matrices: Samples = {
  ...pair('matrix-31', (lang) => flows(lang, 31)),
  ...pair('matrix-6', (lang) => flows(lang, 6)),
  ...pair('matrix-half', (lang) => flows(lang, 4, 'half')),
  ...pair('matrix-one', (lang) => flows(lang, 1)),
};

/* two waves */

interface WaveCase {
  names?: readonly string[];
  kind?: Parameters<typeof estimateOf>[1];
  width?: ChartWidth;
  break?: boolean;
}

function waveRows(names: readonly string[], kind: WaveCase['kind']): ChartRow[] {
  return names.flatMap((category, index) =>
    ['2011', '2017'].map(
      (wave, w): ChartRow => ({ category, wave, ...estimateOf(index + w * 3.4, kind, index + w) }),
    ),
  );
}

function bells(lang: Language, { names = industries(lang), kind, width }: WaveCase = {}): ChartSpec {
  const spec = dumbbell({
    fields,
    waves: {
      field: 'wave',
      order: ['2011', '2017'],
      labels: lang === 'zh' ? { '2011': '2011年', '2017': '2017年' } : {},
    },
    text: told(
      lang,
      '多数行业的合同签订率上升，建筑业仍最低',
      'Contracts spread in most industries; construction stays last',
      [
        '签订劳动合同者占受雇流动人口的比例，15—59岁',
        'Share of employed migrants with a labour contract, ages 15–59',
      ],
    ),
    axis: { title: say(lang, '签订劳动合同的比例', 'Share with a labour contract'), format: 'percent' },
    categoryOrder: byLatest(names, kind),
    ...(width && { width }),
  });
  return attachData(spec, waveRows(names, kind));
}

/** As a caller would order them: the highest first. */
const byLatest = (names: readonly string[], kind: WaveCase['kind']) => {
  const size = (name: string) =>
    Number(waveRows(names, kind).find((row) => row.category === name && row.wave === '2017')?.estimate ?? -9);
  return [...names].sort((a, b) => size(b) - size(a));
};

function slopes(
  lang: Language,
  { names = industries(lang), kind, width, break: broken }: WaveCase = {},
): ChartSpec {
  const spec = slope({
    fields,
    waves: {
      field: 'wave',
      order: ['2011', '2017'],
      labels: lang === 'zh' ? { '2011': '2011年', '2017': '2017年' } : {},
    },
    text: told(lang, '制造业与建筑业的差距扩大', 'Manufacturing and construction drift apart', [
      '签订劳动合同者占受雇流动人口的比例，15—59岁',
      'Share of employed migrants with a labour contract, ages 15–59',
    ]),
    axis: { title: say(lang, '签订劳动合同的比例', 'Share with a labour contract'), format: 'percent' },
    categoryOrder: names,
    emphasis: names.slice(0, 2),
    ...(broken && {
      break: say(lang, '2014年起问题改变，不可比', 'Question changed in 2014; not comparable'),
    }),
    ...(width && { width }),
  });
  return attachData(spec, waveRows(names, kind));
}

const twoWaves: Samples = {};
for (const [name, draw] of Object.entries({ dumbbell: bells, slope: slopes })) {
  Object.assign(
    twoWaves,
    pair(name, (lang) => draw(lang)),
    pair(`${name}-half`, (lang) => draw(lang, { names: industries(lang).slice(0, 5), width: 'half' })),
    pair(`${name}-one`, (lang) => draw(lang, { names: industries(lang).slice(0, 1) })),
    pair(`${name}-32`, (lang) => draw(lang, { names: provinceNames(lang) })),
    { [`${name}-long-zh`]: { spec: () => draw('zh', { names: longChinese }), lang: 'zh' } },
    pair(`${name}-withheld`, (lang) => draw(lang, { kind: 'withheld', names: industries(lang).slice(0, 4) })),
    pair(`${name}-huge`, (lang) => draw(lang, { kind: 'huge', names: industries(lang).slice(0, 6) })),
    pair(`${name}-negative`, (lang) => draw(lang, { kind: 'negative', names: industries(lang).slice(0, 6) })),
  );
}
Object.assign(
  twoWaves,
  pair('slope-break', (lang) => slopes(lang, { break: true, names: industries(lang).slice(0, 5) })),
);

/* pyramid */

const ages = ['60+', '55-59', '50-54', '45-49', '40-44', '35-39', '30-34', '25-29', '20-24', '15-19'];

function pyramids(
  lang: Language,
  order: readonly string[],
  kind?: 'withheld' | 'huge',
  width?: ChartWidth,
): ChartSpec {
  const shares = [0.02, 0.03, 0.04, 0.06, 0.07, 0.08, 0.1, 0.09, 0.06, 0.015];
  const data = order.flatMap((age, a) =>
    ['male', 'female'].map((sex, s): ChartRow => {
      const estimate = (shares[a % 10] ?? 0.05) * (s === 0 ? 1.06 : 0.95);
      const half = kind === 'huge' ? 0.14 : 0.003 + (a % 4) * 0.001;
      if (kind === 'withheld')
        return { age, sex, estimate: null, ci_low: null, ci_high: null, mark: '×', before: null };
      return {
        age,
        sex,
        estimate,
        ci_low: Math.max(0, estimate - half),
        ci_high: estimate + half,
        mark: a === 0 ? '†' : '',
        before: estimate * (a < 5 ? 0.7 : 1.2),
      };
    }),
  );
  const spec = pyramid({
    fields: { ...fields, category: 'age' },
    sides: {
      field: 'sex',
      order: ['male', 'female'],
      labels: lang === 'zh' ? { male: '男', female: '女' } : { male: 'Men', female: 'Women' },
    },
    compare: { field: 'before', label: '2011' },
    text: told(lang, '流动人口趋于年长', 'The migrant population grows older', [
      '各年龄组占流动人口的比例，15岁及以上，2017年',
      'Share of each age group among migrants aged 15 and over, 2017',
    ]),
    axis: { title: say(lang, '占流动人口的比例', 'Share of migrants'), format: 'percent', largest: 0.4 },
    categoryOrder: order,
    ...(width && { width }),
  });
  return attachData(spec, data);
}

const many = Array.from({ length: 32 }, (_, index) => `${75 - 2 * index}-${76 - 2 * index}`);

const pyramidSamples: Samples = {
  ...pair('pyramid', (lang) => pyramids(lang, ages)),
  ...pair('pyramid-half', (lang) => pyramids(lang, ages, undefined, 'half')),
  ...pair('pyramid-one', (lang) => pyramids(lang, ages.slice(3, 4))),
  ...pair('pyramid-32', (lang) => pyramids(lang, many)),
  'pyramid-long-zh': { spec: () => pyramids('zh', longChinese), lang: 'zh' },
  ...pair('pyramid-withheld', (lang) => pyramids(lang, ages.slice(0, 4), 'withheld')),
  ...pair('pyramid-huge', (lang) => pyramids(lang, ages, 'huge')),
};

/* answers */

const scales = {
  zh: { 1: '完全不同意', 2: '不同意', 3: '一般', 4: '基本同意', 5: '完全同意' },
  en: { 1: 'Strongly disagree', 2: 'Disagree', 3: 'Neither', 4: 'Agree', 5: 'Strongly agree' },
};
const items = {
  zh: [
    '我喜欢我现在居住的城市',
    '我关注我现在居住城市的变化',
    '我很愿意融入本地人当中',
    '我觉得本地人愿意接受我成为其中一员',
    '我感觉本地人看不起外地人',
  ],
  en: [
    'I like the city where I live now',
    'I follow the changes of this city',
    'I want to be part of the local people',
    'Locals are willing to accept me as one of them',
    'I feel that locals look down on outsiders',
  ],
};

function answers(
  lang: Language,
  draw: typeof barStacked,
  {
    names = items[lang],
    order = ['1', '2', '4', '5'],
    withheld = false,
    width,
  }: { names?: readonly string[]; order?: readonly string[]; withheld?: boolean; width?: ChartWidth } = {},
): ChartSpec {
  const data = names.flatMap((category, r) => {
    const weights = order.map(
      (_, a) => 1 + ((r * 7 + a * 11) % 9) + (r < 4 ? a * 3 : (order.length - a) * 2),
    );
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return order.map((answer, a): ChartRow => {
      const estimate = (weights[a] ?? 0) / sum;
      if (withheld || (r === 2 && a === 0))
        return { category, answer, estimate: null, ci_low: null, ci_high: null, mark: '×' };
      return {
        category,
        answer,
        estimate,
        ci_low: estimate - 0.01,
        ci_high: estimate + 0.01,
        mark: r === 1 && a === 0 ? '†' : '',
      };
    });
  });
  const spec = draw({
    fields,
    answers: { field: 'answer', order, labels: scales[lang] },
    text: told(
      lang,
      '多数流动人口喜欢所在城市，约四分之一感到被看不起',
      'Most migrants like their city; a quarter feel looked down on',
      [
        '对各项说法的同意程度，流动人口，15—59岁，2017年',
        'Agreement with each statement, migrants aged 15–59, 2017',
      ],
    ),
    axis: { title: say(lang, '占流动人口的比例', 'Share of migrants'), format: 'percent' },
    categoryOrder: names,
    ...(width && { width }),
  });
  return attachData(spec, data);
}

const stacks: Samples = {};
for (const [name, draw] of Object.entries({ diverging: barDiverging, stacked: barStacked })) {
  Object.assign(
    stacks,
    pair(name, (lang) => answers(lang, draw)),
    pair(`${name}-five`, (lang) => answers(lang, draw, { order: ['1', '2', '3', '4', '5'] })),
    pair(`${name}-half`, (lang) => answers(lang, draw, { width: 'half' })),
    pair(`${name}-one`, (lang) => answers(lang, draw, { names: items[lang].slice(0, 1) })),
    pair(`${name}-32`, (lang) => answers(lang, draw, { names: provinceNames(lang) })),
    { [`${name}-long-zh`]: { spec: () => answers('zh', draw, { names: longChinese }), lang: 'zh' } },
    pair(`${name}-withheld`, (lang) => answers(lang, draw, { withheld: true })),
  );
}

/* tornado */

function tornados(
  lang: Language,
  count: number,
  names?: readonly string[],
  negative = false,
  width?: ChartWidth,
): ChartSpec {
  const base = negative ? -2e7 : 2.13e9;
  const all =
    names ??
    (lang === 'zh'
      ? ['参保率', '每人每年缴费', '流动人口规模', '补贴比例', '行政成本', '转移接续成功率']
      : [
          'Take-up',
          'Contribution a head',
          'Size of the migrant population',
          'Share subsidised',
          'Administrative cost',
          'Transfers that succeed',
        ]);
  const order = all.slice(0, count);
  const data = order.map((category, index): ChartRow => {
    const reach = (negative ? 9e7 : 9e8) / (index + 1.2);
    const sign = index % 4 === 3 ? -1 : 1;
    return { category, low: base - sign * reach * 0.8, high: base + sign * reach };
  });
  const spec = tornado({
    fields: { category: 'category', low: 'low', high: 'high' },
    text: told(
      lang,
      '成本对参保率和人均缴费最敏感',
      'Cost hangs most on take-up and on the contribution a head',
      [
        '为无工伤保险的流动就业者参保的年度成本，元，各项假设依次取低值和高值',
        'Yearly cost of insuring uninsured migrant workers, yuan; one assumption changed at a time',
      ],
    ),
    axis: {
      title: say(lang, '年度成本（元）', 'Yearly cost (yuan)'),
      format: 'money',
      ...(negative && { largest: 9e7 }),
    },
    base: {
      value: base,
      label: say(
        lang,
        negative ? '基准 −2000.0万' : '基准 21.3亿',
        negative ? 'Base −20.0 m' : 'Base 2.1 bn',
      ),
    },
    categoryOrder: order,
    settings: Object.fromEntries(
      order.map((name, index) => [
        name,
        say(lang, `${50 + index}%～${80 + index}%`, `${50 + index}% to ${80 + index}%`),
      ]),
    ),
    ...(width && { width }),
  });
  return attachData(spec, data);
}

const tornadoSamples: Samples = {
  ...pair('tornado', (lang) => tornados(lang, 6)),
  ...pair('tornado-half', (lang) => tornados(lang, 4, undefined, false, 'half')),
  ...pair('tornado-one', (lang) => tornados(lang, 1)),
  ...pair('tornado-32', (lang) => tornados(lang, 32, provinceNames(lang))),
  'tornado-long-zh': { spec: () => tornados('zh', 5, longChinese), lang: 'zh' },
  ...pair('tornado-negative', (lang) => tornados(lang, 4, undefined, true)),
};

export const moreSamples: Samples = {
  ...heats,
  ...matrices,
  ...twoWaves,
  ...pyramidSamples,
  ...stacks,
  ...tornadoSamples,
};
