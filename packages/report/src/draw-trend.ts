import { attachData, type ChartRow, lineTrend, withUsermeta } from '@wavebook/charts';
import {
  type EstimateRow,
  type Indicator,
  type Language,
  type ManifestWave,
  unitLabels,
} from '@wavebook/schema';
import { measuredVariables } from '@wavebook/schema/indicators';
import type { ChartEvidence } from './chart-evidence.ts';
import type { ChartPlan } from './chart-plan.ts';
import { chartRow } from './chart-row.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { formats } from './formats.ts';
import { publishedBeside } from './published-series.ts';
import { trendHeadline, trendHeadlineOverGroups } from './words/headline.ts';
import { levelLabel, rowsOf } from './words/labels.ts';
import { syntheticNotice } from './words/notes.ts';
import { subtitleOf } from './words/subtitle.ts';
import { waveSource } from './words/wave-source.ts';

const words = {
  zh: {
    question: '题目或选项改变',
    universe: '趋势口径：各轮均取15-59岁、同一题目、同一编码。',
    broken: '题目或选项改变处断开，两侧不可比。',
    weighted: '加权估计；区间为95%置信区间。',
    nominal: '金额为当年价。',
  },
  en: {
    question: 'question or answers changed',
    universe: 'Trend universe: ages 15-59 in every wave, same question, same codes.',
    broken: 'The line breaks where the question or its answers changed; its sides do not compare.',
    weighted: 'Weighted estimates; intervals are 95% confidence intervals.',
    nominal: 'Money in nominal yuan.',
  },
};

/** Between which of the measured waves the question of an indicator changed. */
export const breaksOf = (indicator: Indicator, waves: readonly ManifestWave[], label: string) =>
  waves.slice(0, -1).flatMap((wave, i) => {
    const next = waves[i + 1] as ManifestWave;
    const question = (w: ManifestWave): string =>
      measuredVariables(indicator.measure)
        .map((variable) => w.questions[variable] ?? '')
        .join('/');
    return question(wave) === question(next) ? [] : [{ after: wave.wave, label }];
  });

/** The ages that all waves are compared on. */
const [youngest, oldest] = [15, 59];

/** What a wave lacks of the common ages. */
function windowNote({ wave, ages: [from, to] = [youngest, null] }: ManifestWave, lang: Language): string[] {
  const zh = lang === 'zh';
  return [
    ...(from > youngest
      ? [zh ? `${wave}年调查自${from}岁起。` : ` The wave of ${wave} starts at age ${from}.`]
      : []),
    ...(to !== null && to < oldest
      ? [zh ? `${wave}年调查至${to}岁止。` : ` The wave of ${wave} ends at age ${to}.`]
      : []),
  ];
}

/** How figures over waves were made: sample sizes, the common universe, and where the money is nominal. */
export function trendNotes(
  indicator: Indicator,
  measured: readonly ManifestWave[],
  overall: readonly EstimateRow[],
  lang: Language,
  beside?: string,
): string[] {
  const w = words[lang];
  const windows = measured.flatMap((wave) => windowNote(wave, lang));
  const isBroken = breaksOf(indicator, measured, '').length > 0;
  const sizes = overall
    .map((r) => `${r.wave} n = ${r.n.toLocaleString('en-US')}`)
    .join(lang === 'zh' ? '，' : ', ');
  return [
    `${w.weighted}${lang === 'zh' ? '' : ' '}${sizes}${lang === 'zh' ? '。' : '.'}`,
    `${w.universe}${isBroken ? `${lang === 'zh' ? '' : ' '}${w.broken}` : ''}${windows.join('')}${indicator.unit.startsWith('yuan') ? `${lang === 'zh' ? '' : ' '}${w.nominal}` : ''}`,
    ...(beside ? [beside] : []),
    ...(measured.some((wave) => wave.synthetic) ? [syntheticNotice[lang]] : []),
  ];
}

/**
 * Draws the trend variant of an indicator over its instrument's waves, with another source's figures beside it where definitions allow;
 * undefined if fewer than two waves measured it.
 */
export function drawTrend(
  plan: ChartPlan,
  indicator: Indicator,
  { rows: estimates, comparisons, waves, published }: ChartEvidence,
  lang: Language,
): DrawnChart | undefined {
  const w = words[lang];
  const ordered = [...waves].sort((a, b) => (a.wave < b.wave ? -1 : 1));
  const rowsIn = (wave: ManifestWave, domain: string): EstimateRow[] =>
    rowsOf(estimates, { indicator: indicator.id, wave: wave.wave, domain, variant: 'trend' });
  const measured = ordered.filter((wave) => rowsIn(wave, plan.domain).length > 0);
  const latest = measured.at(-1);
  if (measured.length < 2 || !latest) return undefined;
  const rows = measured.flatMap((wave) => rowsIn(wave, plan.domain));
  const isGrouped = plan.domain !== 'all';
  const data: ChartRow[] = rows.map((row) =>
    chartRow(row, { category: row.wave, group: isGrouped ? levelLabel(plan.domain, row.level, lang) : null }),
  );
  const beside = isGrouped ? undefined : publishedBeside(indicator, published, lang);
  const overall = measured.flatMap((wave) => rowsIn(wave, 'all'));
  const headline = (isGrouped ? trendHeadlineOverGroups : trendHeadline)(
    indicator,
    overall,
    lang,
    comparisons,
  );
  const notes = trendNotes(indicator, measured, overall, lang, beside?.note);
  const span = `${measured[0]?.wave}-${latest.wave}`;
  const spec = lineTrend({
    fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
    text: {
      headline,
      subtitle: subtitleOf(indicator, plan.domain, span, lang),
      notes,
      synthetic: measured.some((wave) => wave.synthetic),
      source: waveSource(measured, lang),
      lang,
    },
    axis: { title: unitLabels[indicator.unit][lang], ...formats[indicator.unit] },
    interval: plan.mark === 'ribbon' ? 'ribbon' : 'whisker',
    waves: measured.map((wave) => wave.wave),
    breaks: breaksOf(indicator, measured, w.question),
    ...(isGrouped
      ? { group: { field: 'group', order: [...new Set(data.map((d) => String(d.group)))] } }
      : {}),
    ...(beside ? { published: { label: beside.label, points: beside.points } } : {}),
  });
  const meta = {
    indicator: indicator.id,
    instrument: latest.instrument,
    waves: measured.map((wave) => wave.wave),
    synthetic: measured.some((wave) => wave.synthetic),
    estimates: rows.map((r) => r.id),
  };
  return { spec: withUsermeta(attachData(spec, data), meta), headline, data };
}
