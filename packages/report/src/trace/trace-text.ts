import {
  type ComparisonRow,
  designLabels,
  type EstimateRow,
  type Language,
  unitLabels,
} from '@wavebook/schema';
import { domainLabel, levelLabel } from '../words/labels.ts';
import { countInWords, figureInWords, plainFigure } from '../words/number.ts';
import { qualityVerdict } from '../words/verdict.ts';
import { withheldReason } from './shown-estimate.ts';
import type { ChainLink, Trace } from './trace.ts';

const words = {
  zh: {
    figure: '图',
    difference: '差异',
    test: '检验',
    compared: '比较的数字',
    headline: '标题',
    indicator: '指标',
    definition: '定义',
    universe: '总体',
    measure: '计算',
    source: '出处',
    wave: '轮次',
    domain: '分组',
    statistic: '统计量',
    estimate: '估计',
    se: '标准误',
    interval: '95%区间',
    n: 'n',
    sum: '权数和',
    df: '自由度',
    deff: '设计效应',
    missing: '缺失',
    weight: '权重',
    design: '设计',
    quality: '质量',
    withheld: '不予公布',
    why: '原因',
    ask: '研究者本人的estimates.csv保留该数；要显示请加 --show-withheld',
    chain: '来源链（由近及远）',
    synthetic: '合成数据',
    numbers: '图中数字',
    everybody: '总体',
    states: { unchanged: '未变', changed: '已改动', absent: '本机没有' },
    whats: { book: '书', chart: '图', estimates: '估计', manifest: '清单', raw: '原始文件' },
    weighted: '加权',
    unweighted: '未加权（每人计一）',
    level: '水平口径',
    trend: '趋势口径',
  },
  en: {
    figure: 'Figure',
    difference: 'Difference',
    test: 'Test',
    compared: 'Numbers compared',
    headline: 'Headline',
    indicator: 'Indicator',
    definition: 'Definition',
    universe: 'Universe',
    measure: 'Measure',
    source: 'Source',
    wave: 'Wave',
    domain: 'Domain',
    statistic: 'Statistic',
    estimate: 'Estimate',
    se: 'Standard error',
    interval: '95% interval',
    n: 'n',
    sum: 'Sum of weights',
    df: 'Degrees of freedom',
    deff: 'Design effect',
    missing: 'Missing',
    weight: 'Weight',
    design: 'Design',
    quality: 'Quality',
    withheld: 'not shown',
    why: 'Reason',
    ask: 'the researcher’s own estimates.csv keeps the number; --show-withheld prints it',
    chain: 'Chain, from here back to the raw file',
    synthetic: 'synthetic data',
    numbers: 'Numbers of the figure',
    everybody: 'all',
    states: { unchanged: 'unchanged', changed: 'CHANGED', absent: 'not on this machine' },
    whats: { book: 'book', chart: 'chart', estimates: 'estimates', manifest: 'manifest', raw: 'raw file' },
    weighted: 'weighted',
    unweighted: 'unweighted (each counts once)',
    level: 'level variant',
    trend: 'trend variant',
  },
};

export interface TraceTextOptions {
  readonly lang: Language;
  /** Print numbers that may not be shown; for the researcher's own eyes. */
  readonly showWithheld?: boolean;
}

type Line = readonly [term: string, text: string];

const domainText = (row: EstimateRow, lang: Language): string => {
  if (row.domain === 'all') return words[lang].everybody;
  return `${domainLabel(row.domain, lang)} = ${levelLabel(row.domain, row.level, lang)} (${row.domain}: ${row.level})`;
};

const errorText = (row: EstimateRow): string => {
  if (row.se === null) return '–';
  return row.unit === 'share' ? `${(row.se * 100).toFixed(2)} (${row.se})` : String(row.se);
};

const numberLines = (row: EstimateRow, { lang, showWithheld }: TraceTextOptions): Line[] => {
  const w = words[lang];
  const reason = withheldReason(row);
  if (reason !== undefined && !showWithheld)
    return [
      [w.estimate, `× ${w.withheld}`],
      [w.why, `${reason}; ${w.ask}`],
    ];
  const number = (value: number | null, decimals?: number): string =>
    value === null ? '–' : decimals === undefined ? String(value) : value.toFixed(decimals);
  const interval =
    row.ci_low === null || row.ci_high === null
      ? '–'
      : `${plainFigure(row.ci_low, row.unit)}–${plainFigure(row.ci_high, row.unit)} (${row.ci_method})`;
  return [
    [
      w.estimate,
      row.estimate === null
        ? '–'
        : `${figureInWords(row.estimate, row.unit, lang)} (${row.estimate})${reason === undefined ? '' : ` × ${w.withheld}: ${reason}`}`,
    ],
    [w.se, errorText(row)],
    [w.interval, interval],
    [w.n, countInWords(row.n)],
    [w.sum, countInWords(row.n_weighted)],
    [w.df, number(row.df)],
    [w.deff, number(row.deff, 3)],
    [w.missing, row.missing_share === null ? '–' : `${(row.missing_share * 100).toFixed(2)}%`],
  ];
};

const indicatorLines = ({ indicator }: Trace, lang: Language): Line[] => {
  const w = words[lang];
  return [
    [w.indicator, `${indicator.label[lang]} (${indicator.id}; ${unitLabels[indicator.unit][lang]})`],
    [w.definition, indicator.definition[lang]],
    [w.universe, indicator.universe_label[lang]],
    ...(indicator.status === 'measurable' ? [[w.measure, JSON.stringify(indicator.measure)] as const] : []),
    [w.source, indicator.source],
  ];
};

const waveLines = ({ waves }: Trace, lang: Language): Line[] => {
  const w = words[lang];
  return waves.flatMap(({ wave, weights }): Line[] => {
    const design = designLabels[wave.design]?.[lang] ?? wave.design;
    const calibrated = wave.controls
      ? lang === 'zh'
        ? `final_weight，校准至${wave.controls}，g ${weights.g.min.toFixed(3)}至${weights.g.max.toFixed(3)}`
        : `final_weight, calibrated to ${wave.controls}, g ${weights.g.min.toFixed(3)} to ${weights.g.max.toFixed(3)}`
      : lang === 'zh'
        ? 'final_weight，即原权重，没有校准'
        : 'final_weight, the base weight, not calibrated';
    return [
      [
        w.wave,
        `${wave.instrument} ${wave.wave}: ${wave.title[lang]}${wave.synthetic ? ` (${w.synthetic})` : ''}`,
      ],
      [w.weight, `${calibrated}; Kish deff ${weights.final_weight.kish_deff.toFixed(2)}`],
      [w.design, `${wave.design}: ${design}; ${weights.strata} strata, ${weights.psus} PSUs`],
    ];
  });
};

const rowLines = (row: EstimateRow, options: TraceTextOptions): Line[] => {
  const w = words[options.lang];
  const category = row.category ? ` ${row.category}` : '';
  return [
    [w.domain, domainText(row, options.lang)],
    [w.statistic, `${row.statistic}${category}, ${w[row.weighting]}, ${w[row.variant]}`],
    ...numberLines(row, options),
    [w.quality, qualityVerdict(row, options.lang)],
  ];
};

const comparisonLines = (row: ComparisonRow, { lang, showWithheld }: TraceTextOptions): Line[] => {
  const w = words[lang];
  const what: Line = [w.domain, `${row.domain}: ${row.from} → ${row.to}`];
  if (row.confidential && !showWithheld)
    return [what, [w.difference, `× ${w.withheld}`], [w.why, `confidential; ${w.ask}`]];
  const say = (value: number): string => plainFigure(value, row.unit);
  const interval = `${say(row.ci_low)} – ${say(row.ci_high)}`;
  return [
    what,
    [w.difference, `${say(row.difference)} (${row.difference})`],
    [w.se, String(row.se)],
    [w.interval, interval],
    [w.test, `t, df ${row.df}, p ${row.p_value}, Holm ${row.p_holm}`],
  ];
};

const inColumns = (lines: readonly Line[]): string => {
  const width = (text: string): number =>
    [...text].reduce((sum, c) => sum + ((c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);
  const widest = Math.max(...lines.map(([term]) => width(term)));
  return lines.map(([term, text]) => `${term}${' '.repeat(widest - width(term) + 2)}${text}`).join('\n');
};

const chainText = (links: readonly ChainLink[], lang: Language): string =>
  links
    .map(
      ({ what, path, sha256, state }) =>
        `  ${words[lang].whats[what]}: ${path}\n    sha256 ${sha256} ${words[lang].states[state]}`,
    )
    .join('\n');

/** A trace for a person: the number or the figure, its indicator, wave, weight, design, error and verdict, and the chain of files. */
export function traceText(trace: Trace, options: TraceTextOptions): string {
  const { lang } = options;
  const w = words[lang];
  const { figure } = trace;
  const [row] = trace.rows;
  const chain = `${w.chain}\n${chainText(trace.chain, lang)}`;
  if (!figure && !trace.comparison && row)
    return [
      trace.id,
      inColumns([...indicatorLines(trace, lang), ...waveLines(trace, lang), ...rowLines(row, options)]),
      chain,
    ].join('\n\n');
  const numbers = trace.rows.map((r) => {
    const shown = withheldReason(r) === undefined || options.showWithheld;
    const value =
      !shown || r.estimate === null
        ? `× ${withheldReason(r) ?? ''}`
        : figureInWords(r.estimate, r.unit, lang);
    return `  ${r.id}  ${value}`;
  });
  const own: Line[] = trace.comparison
    ? comparisonLines(trace.comparison, options)
    : [
        [w.figure, `${figure?.topic}/${figure?.name}`],
        [w.headline, figure?.headline[lang] ?? ''],
      ];
  return [
    trace.id,
    inColumns([...own, ...indicatorLines(trace, lang), ...waveLines(trace, lang)]),
    `${trace.comparison ? w.compared : w.numbers} (${trace.rows.length})\n${numbers.join('\n')}`,
    chain,
  ].join('\n\n');
}
