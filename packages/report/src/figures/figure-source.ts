import type { ChartText } from '@wavebook/charts';
import {
  type ComparisonRow,
  codeLists,
  type EstimateRow,
  type Indicator,
  type Language,
  type ManifestWave,
  type PublishedValue,
  respondentVariables,
  unitLabels,
} from '@wavebook/schema';
import type { ChartPlan } from '../chart-plan.ts';
import { formats } from '../formats.ts';
import { rowsOf } from '../words/labels.ts';
import { subtitleOf } from '../words/subtitle.ts';
import { waveSource } from '../words/wave-source.ts';

/** What a figure is drawn from. */
export interface FigureSource {
  readonly plan: ChartPlan;
  readonly indicator: Indicator;
  readonly estimates: readonly EstimateRow[];
  /** Waves of the chapter's instrument, in the order of time. */
  readonly waves: readonly ManifestWave[];
  readonly published: readonly PublishedValue[];
  /** Tested differences and changes, for the headline. */
  readonly comparisons?: readonly ComparisonRow[];
  /** Further indicators of the same figure; their rows are among `estimates`. */
  readonly beside?: readonly Indicator[];
  readonly lang: Language;
}

export const estimateFields = {
  category: 'category',
  estimate: 'estimate',
  low: 'ci_low',
  high: 'ci_high',
  mark: 'mark',
} as const;

/** The axis of an indicator's numbers. */
export const axisOf = ({ indicator, lang }: FigureSource) => ({
  title: unitLabels[indicator.unit][lang],
  ...formats[indicator.unit],
});

/** The rows of a figure in one wave, levels in the order of their code lists. */
export const figureRows = (
  { plan, estimates }: FigureSource,
  wave: ManifestWave,
  variant: EstimateRow['variant'],
): EstimateRow[] =>
  rowsOf(estimates, { indicator: plan.indicator, wave: wave.wave, domain: plan.domain, variant });

/** Waves in which a figure has rows. */
export const wavesWith = (source: FigureSource, variant: EstimateRow['variant']): ManifestWave[] =>
  source.waves.filter((wave) => figureRows(source, wave, variant).length > 0);

/** The codes of a structure's answers, in the order of their list. */
export function answerCodes({ measure }: Indicator): string[] {
  if (measure.kind !== 'structure') return [];
  const list = respondentVariables.find(({ name }) => name === measure.variable)?.codes;
  return codeLists[list ?? '']?.codes.map(({ code }) => code) ?? [];
}

/** What a figure over several waves says around its plot. */
export function textOver(
  source: FigureSource,
  waves: readonly ManifestWave[],
  headline: string,
  notes: readonly string[],
): ChartText {
  const { indicator, plan, lang } = source;
  const ends = [...new Set([waves[0]?.wave ?? '', waves.at(-1)?.wave ?? ''])];
  return {
    headline,
    subtitle: subtitleOf(indicator, plan.domain, ends.join('-'), lang),
    notes,
    synthetic: waves.some((wave) => wave.synthetic),
    source: waveSource(waves, lang),
    lang,
  };
}

/** Facts about a figure that travel in its spec. */
export const metaOver = (
  { indicator }: FigureSource,
  waves: readonly ManifestWave[],
  rows: readonly EstimateRow[],
) => ({
  indicator: indicator.id,
  instrument: waves[0]?.instrument ?? '',
  waves: waves.map(({ wave }) => wave),
  synthetic: waves.some((wave) => wave.synthetic),
  estimates: rows.map(({ id }) => id),
});
