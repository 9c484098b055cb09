import type { ChartKind } from './contract.ts';

export interface AltWords {
  kinds: Record<ChartKind, string>;
  kind: (kind: string, subtitle: string) => string;
  value: (name: string, value: string) => string;
  cell: (category: string, group: string) => string;
  only: (value: string) => string;
  range: (count: number, high: string, low: string) => string;
  withheld: (count: number) => string;
  curves: (names: readonly string[]) => string;
  nothing: string;
  join: (sentences: readonly string[]) => string;
}

const stopped = (text: string, stop: string) => (/[.。!！?？]$/.test(text) ? text : `${text}${stop}`);

export const altWords: Record<'zh' | 'en', AltWords> = {
  zh: {
    kinds: {
      'bar-with-intervals': '条形图，附置信区间',
      'dot-whisker': '点图，附置信区间',
      comparator: '与其他来源对照的点图',
      'line-trend': '趋势图，附置信区间',
      'province-tile-grid': '省级方格图',
      'heat-table': '热力表',
      'origin-destination-matrix': '户籍地与现居住地矩阵图',
      dumbbell: '两期对比的哑铃图',
      slope: '两期对比的斜线图',
      pyramid: '人口金字塔',
      'bar-stacked': '堆积条形图',
      'bar-diverging': '向两侧展开的堆积条形图',
      tornado: '敏感性分析的龙卷风图',
      'small-multiples': '分组趋势小图',
      'tile-multiples': '省级方格趋势图',
      'line-ecdf': '加权累积分布曲线',
      'line-lorenz': '洛伦兹曲线',
      'dot-funnel': '漏斗图',
    },
    kind: (kind, subtitle) => stopped(`${kind}：${subtitle}`, '。'),
    value: (name, value) => `${name}为${value}`,
    cell: (category, group) => `${category}（${group}）`,
    only: (value) => `${value}。`,
    range: (count, high, low) => `共${count}个数值，最高：${high}；最低：${low}。`,
    withheld: (count) => `另有${count}个数值不发布。`,
    curves: (names) => `曲线：${names.join('、')}。`,
    nothing: '没有可发布的数值。',
    join: (sentences) => sentences.join(''),
  },
  en: {
    kinds: {
      'bar-with-intervals': 'Bar chart with confidence intervals',
      'dot-whisker': 'Dot chart with confidence intervals',
      comparator: 'Dot chart beside other sources',
      'line-trend': 'Trend with confidence intervals',
      'province-tile-grid': 'Tile grid of provinces',
      'heat-table': 'Heat table',
      'origin-destination-matrix': 'Matrix of origins and destinations',
      dumbbell: 'Dumbbell chart of two waves',
      slope: 'Slope chart of two waves',
      pyramid: 'Population pyramid',
      'bar-stacked': 'Stacked bar chart',
      'bar-diverging': 'Stacked bars diverging from the middle of the scale',
      tornado: 'Tornado chart of a sensitivity analysis',
      'small-multiples': 'Small trends by group',
      'tile-multiples': 'Tile grid of small trends by province',
      'line-ecdf': 'Weighted cumulative distribution',
      'line-lorenz': 'Lorenz curve',
      'dot-funnel': 'Funnel plot',
    },
    kind: (kind, subtitle) => stopped(`${kind}: ${subtitle}`, '.'),
    value: (name, value) => `${name} at ${value}`,
    cell: (category, group) => `${category} (${group})`,
    only: (value) => `${value}.`,
    range: (count, high, low) => `${count} values; highest: ${high}; lowest: ${low}.`,
    withheld: (count) => `${count} ${count === 1 ? 'value is' : 'values are'} not published.`,
    curves: (names) => `Curves: ${names.join(', ')}.`,
    nothing: 'No value can be published.',
    join: (sentences) => sentences.join(' '),
  },
};
