import {
  attachData,
  barWithIntervals,
  type ChartRow,
  type ChartSpec,
  dotWhisker,
  type NumberFormat,
  withUsermeta,
} from '@wavebook/charts';
import {
  type EstimateRow,
  type Indicator,
  type Language,
  type ManifestWave,
  unitLabels,
} from '@wavebook/schema';
import type { ChartPlan } from './chart-plan.ts';
import { headlineOf } from './words/finding.ts';
import { categoryLabel, domainLabel, levelLabel, rowsOf } from './words/labels.ts';
import { notesFor } from './words/notes.ts';
import { figureInWords, markOf } from './words/number.ts';

export interface DrawnChart {
  readonly spec: ChartSpec;
  readonly headline: string;
  readonly description: string;
  /** The numbers behind it; suppressed rows hold the mark and the reason only. */
  readonly data: ChartRow[];
}

const formats: Record<Indicator['unit'], { format: NumberFormat; decimals?: number }> = {
  share: { format: 'percent' },
  yuan_per_month: { format: 'yuan' },
  yuan_per_hour: { format: 'yuan', decimals: 1 },
  hours_per_week: { format: 'hours' },
  years: { format: 'number', decimals: 1 },
  topics: { format: 'number', decimals: 2 },
};

const subtitleOf = (indicator: Indicator, plan: ChartPlan, wave: ManifestWave, lang: Language): string => {
  const unit = unitLabels[indicator.unit][lang];
  const universe = indicator.universe_label[lang];
  return lang === 'zh'
    ? `${indicator.definition.zh}，${plan.domain === 'all' ? '' : `按${domainLabel(plan.domain, lang)}分，`}${universe}，${wave.wave}年，${unit}`
    : `${indicator.definition.en}, ${plan.domain === 'all' ? '' : `by ${domainLabel(plan.domain, lang)}, `}${universe}, ${wave.wave}; ${unit.toLowerCase()}`;
};

const isPlaceRanking = (domain: string): boolean => domain === 'province' || domain === 'industry';

/** Rows in drawing order: places and industries by size with suppressed ones last, ordered classes in their own order. */
const inDrawingOrder = (
  rows: readonly EstimateRow[],
  plan: ChartPlan,
  isStructure: boolean,
): EstimateRow[] => {
  if (!isPlaceRanking(plan.domain) && !isStructure) return [...rows];
  const size = (r: EstimateRow): number =>
    r.suppressed || r.estimate === null ? Number.NEGATIVE_INFINITY : r.estimate;
  return [...rows].sort((a, b) => size(b) - size(a) || (a.level < b.level ? -1 : 1));
};

/** Draws one chart of a wave's estimates in one language; undefined if the wave has no rows for it. */
export function drawChart(
  plan: ChartPlan,
  indicator: Indicator,
  estimates: readonly EstimateRow[],
  wave: ManifestWave,
  lang: Language,
): DrawnChart | undefined {
  const found = rowsOf(estimates, { indicator: plan.indicator, wave: wave.wave, domain: plan.domain });
  if (found.length === 0) return undefined;
  const overall = rowsOf(estimates, { indicator: plan.indicator, wave: wave.wave, domain: 'all' });
  const isStructure = indicator.measure.kind === 'structure';
  const rows = inDrawingOrder(found, plan, isStructure);
  const [outer, inner] = plan.domain.split(':');
  const labelOf = (row: EstimateRow): string =>
    isStructure ? categoryLabel(indicator, row.category, lang) : levelLabel(plan.domain, row.level, lang);
  const data: ChartRow[] = rows.map((row) => {
    const crossed = inner === undefined ? undefined : row.level.split(':');
    return {
      id: row.id,
      level: row.level,
      category: crossed ? levelLabel(inner as string, crossed[1] as string, lang) : labelOf(row),
      group: crossed ? levelLabel(outer as string, crossed[0] as string, lang) : null,
      estimate: row.suppressed ? null : row.estimate,
      ci_low: row.suppressed ? null : row.ci_low,
      ci_high: row.suppressed ? null : row.ci_high,
      n: row.suppressed ? null : row.n,
      mark: markOf(row) || null,
      reason: row.suppressed ? (row.confidential ? 'confidential' : row.quality_rule) : null,
    };
  });
  const n = overall.length > 0 ? (overall[0] as EstimateRow).n : rows.reduce((sum, r) => sum + r.n, 0);
  const headline = headlineOf(indicator, overall, found, lang);
  const whole = isStructure ? undefined : overall.find((r) => !r.suppressed && r.estimate !== null);
  const options = {
    fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
    text: {
      headline,
      subtitle: subtitleOf(indicator, plan, wave, lang),
      notes: notesFor(rows, n, wave, lang),
      source: wave.title[lang],
      description: headline,
      lang,
    },
    axis: { title: unitLabels[indicator.unit][lang], ...formats[indicator.unit] },
    categoryOrder: [...new Set(data.map((d) => String(d.category)))],
    ...(whole && plan.domain !== 'all'
      ? {
          reference: {
            value: whole.estimate as number,
            label:
              lang === 'zh'
                ? `总体 ${figureInWords(whole.estimate as number, whole.unit, lang)}`
                : `All ${figureInWords(whole.estimate as number, whole.unit, lang)}`,
          },
        }
      : {}),
  };
  const spec =
    plan.mark === 'bars'
      ? barWithIntervals(options)
      : dotWhisker({
          ...options,
          ...(inner === undefined
            ? {}
            : { group: { field: 'group', order: [...new Set(data.map((d) => String(d.group)))] } }),
        });
  const meta = {
    indicator: indicator.id,
    instrument: wave.instrument,
    wave: wave.wave,
    design: wave.design,
    synthetic: wave.synthetic,
    estimates: rows.map((r) => r.id),
  };
  return { spec: withUsermeta(attachData(spec, data), meta), headline, description: headline, data };
}
