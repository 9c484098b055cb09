import { attachData, type ChartRow, type ChartSpec, type ChartText, withUsermeta } from '@wavebook/charts';
import type { EstimateRow, Indicator, Language, ManifestWave } from '@wavebook/schema';
import type { ChartPlan } from './chart-plan.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { notesFor } from './words/notes.ts';
import { subtitleOf } from './words/subtitle.ts';
import { waveSource } from './words/wave-source.ts';

/** What a chart of one wave says around its picture, and how it is finished. */
export interface ChartFrame {
  readonly text: ChartText;
  finish(spec: ChartSpec, data: readonly ChartRow[]): DrawnChart;
}

/** The frame of a chart of one wave: headline, subtitle, notes and source, and where its numbers come from. */
export function chartFrame(
  {
    headline,
    plan,
    indicator,
    rows,
    n,
  }: {
    readonly headline: string;
    readonly plan: ChartPlan;
    readonly indicator: Indicator;
    readonly rows: readonly EstimateRow[];
    readonly n: number;
  },
  wave: ManifestWave,
  lang: Language,
  subtitle = subtitleOf(indicator, plan.domain, wave.wave, lang),
): ChartFrame {
  const text: ChartText = {
    headline,
    subtitle,
    notes: notesFor({ n, wave, mark: plan.mark }, lang),
    synthetic: wave.synthetic,
    source: waveSource([wave], lang),
    lang,
  };
  const meta = {
    indicator: indicator.id,
    instrument: wave.instrument,
    wave: wave.wave,
    design: wave.design,
    synthetic: wave.synthetic,
    estimates: rows.map((r) => r.id),
  };
  return {
    text,
    finish: (spec, data) => ({
      spec: withUsermeta(attachData(spec, data), meta),
      headline,
      data: [...data],
    }),
  };
}
