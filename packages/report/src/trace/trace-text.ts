import {
  type ComparisonRow,
  designLabels,
  type EstimateRow,
  type Language,
  type ProgrammeFigure,
  type ProgrammeStatus,
  unitLabels,
} from '@wavebook/schema';
import { domainLabel, isKnownDomain, levelLabel } from '../words/labels.ts';
import { countInWords, figureInWords, intervalText, plainFigure } from '../words/number.ts';
import { qualityVerdict } from '../words/verdict.ts';
import { withheldReason } from './shown-estimate.ts';
import type { ChainLink, Trace } from './trace.ts';
import { traceWords } from './trace-words.ts';

export interface TraceTextOptions {
  readonly lang: Language;
  /** Print numbers that may not be shown; for the researcher's own eyes. */
  readonly showWithheld?: boolean;
}

type Line = readonly [term: string, text: string];

const domainText = (row: EstimateRow, lang: Language): string => {
  if (row.domain === 'all') return traceWords[lang].everybody;
  if (!isKnownDomain(row.domain)) return `${row.domain}: ${row.level}`;
  return `${domainLabel(row.domain, lang)} = ${levelLabel(row.domain, row.level, lang)} (${row.domain}: ${row.level})`;
};

const errorText = (row: Pick<EstimateRow, 'se' | 'unit'>): string => {
  if (row.se === null) return '–';
  return row.unit === 'share' ? `${(row.se * 100).toFixed(2)} (${row.se})` : String(row.se);
};

/** An estimate, or a number of the programme. */
const numberLines = (
  row: EstimateRow | ProgrammeFigure,
  { lang, showWithheld }: TraceTextOptions,
): Line[] => {
  const w = traceWords[lang];
  const reason = withheldReason(row);
  if (reason !== undefined && !showWithheld)
    return [
      [w.estimate, `× ${w.withheld}`],
      [w.why, `${reason}; ${w.ask}`],
    ];
  const number = (value: number | null, decimals?: number): string =>
    value === null ? '–' : decimals === undefined ? String(value) : value.toFixed(decimals);
  const isEstimate = 'statistic' in row;
  const interval =
    row.ci_low === null || row.ci_high === null
      ? '–'
      : `${intervalText(row.ci_low, row.ci_high, row.unit)}${isEstimate ? ` (${row.ci_method})` : ''}`;
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
    ...(isEstimate ? [[w.sum, countInWords(row.n_weighted)] as const] : []),
    [w.df, number(row.df)],
    ...(isEstimate
      ? [
          [w.deff, number(row.deff, 3)] as const,
          [w.missing, row.missing_share === null ? '–' : `${(row.missing_share * 100).toFixed(2)}%`] as const,
        ]
      : row.p_value === null
        ? []
        : [[w.test, `t, p ${row.p_value}`] as const]),
  ];
};

const indicatorLines = ({ indicator, counted }: Trace, lang: Language): Line[] => {
  const w = traceWords[lang];
  if (counted)
    return [
      [w.quantity, `${counted.label[lang]} (${counted.name})`],
      [w.definition, counted.definition[lang]],
    ];
  if (!indicator) return [];
  return [
    [w.indicator, `${indicator.label[lang]} (${indicator.id}; ${unitLabels[indicator.unit][lang]})`],
    [w.definition, indicator.definition[lang]],
    [w.universe, indicator.universe_label[lang]],
    ...(indicator.status === 'measurable' ? [[w.measure, JSON.stringify(indicator.measure)] as const] : []),
    [w.source, indicator.source],
  ];
};

const statusLines = (row: ProgrammeStatus, { lang }: TraceTextOptions): Line[] => {
  const w = traceWords[lang];
  const inWords = (value: number | null): string =>
    value === null ? '–' : figureInWords(value, row.unit, lang);
  const limits =
    row.ci_low === null || row.ci_high === null
      ? ''
      : ` (${intervalText(row.ci_low, row.ci_high, row.unit)})`;
  return [
    [w.status, `${row.status}${row.illustrative ? ` (${w.illustrative})` : ''}`],
    [w.statement, `${row.indicator} ${lang === 'zh' ? row.statement_zh : row.statement_en}`],
    [w.baseline, inWords(row.baseline)],
    [w.latest, `${inWords(row.latest)}${limits}${row.date === '' ? '' : `, ${row.date}`}`],
    [
      w.target,
      row.target === null ? w.noTarget : `${inWords(row.target)}${row.due === '' ? '' : `, ${row.due}`}`,
    ],
    [w.planned, inWords(row.planned)],
    [w.source, row.source],
    [w.place, `${row.file} line ${row.line}`],
  ];
};

const waveLines = ({ waves }: Trace, lang: Language): Line[] => {
  const w = traceWords[lang];
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
  const w = traceWords[options.lang];
  const category = row.category ? ` ${row.category}` : '';
  return [
    [w.domain, domainText(row, options.lang)],
    [w.statistic, `${row.statistic}${category}, ${w[row.weighting]}, ${w[row.variant]}`],
    ...numberLines(row, options),
    [w.quality, qualityVerdict(row, options.lang)],
  ];
};

const comparisonLines = (row: ComparisonRow, { lang, showWithheld }: TraceTextOptions): Line[] => {
  const w = traceWords[lang];
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
        `  ${traceWords[lang].whats[what]}: ${path}\n    sha256 ${sha256} ${traceWords[lang].states[state]}`,
    )
    .join('\n');

/** A trace for a person: the number or the figure, its indicator, wave, weight, design, error and verdict, and the chain of files. */
export function traceText(trace: Trace, options: TraceTextOptions): string {
  const { lang } = options;
  const w = traceWords[lang];
  const { figure, comparison, programme, status } = trace;
  const [row] = trace.rows;
  const chain = `${w.chain}\n${chainText(trace.chain, lang)}`;
  const told: Line[] = [...indicatorLines(trace, lang), ...waveLines(trace, lang)];
  if (programme)
    return [
      trace.id,
      inColumns([
        [w.of, lang === 'zh' ? programme.of_zh : programme.of_en],
        ...told,
        ...numberLines(programme, options),
        [w.quality, qualityVerdict(programme, lang)],
      ]),
      chain,
    ].join('\n\n');
  if (!figure && !comparison && !status && row)
    return [trace.id, inColumns([...told, ...rowLines(row, options)]), chain].join('\n\n');
  const rows = [...trace.rows, ...(trace.programmeRows ?? [])];
  const numbers = rows.map((r) => {
    const shown = withheldReason(r) === undefined || options.showWithheld;
    const value =
      !shown || r.estimate === null
        ? `× ${withheldReason(r) ?? ''}`
        : figureInWords(r.estimate, r.unit, lang);
    return `  ${r.id}  ${value}`;
  });
  const own: Line[] = status
    ? statusLines(status, options)
    : comparison
      ? comparisonLines(comparison, options)
      : [
          [w.figure, `${figure?.topic}/${figure?.name}`],
          [w.headline, figure?.headline[lang] ?? ''],
        ];
  const heading = status ? w.rests : comparison ? w.compared : w.numbers;
  return [
    trace.id,
    inColumns([...own, ...told]),
    ...(numbers.length > 0 ? [`${heading} (${rows.length})\n${numbers.join('\n')}`] : []),
    chain,
  ].join('\n\n');
}
