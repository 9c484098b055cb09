import { barWithIntervals, type ChartRow, dotWhisker, niceBins, provinceTileGrid } from '@wavebook/charts';
import {
  codeLists,
  type EstimateRow,
  type Indicator,
  type Language,
  type ManifestWave,
  unitLabels,
} from '@wavebook/schema';
import type { ChartEvidence } from './chart-evidence.ts';
import { chartFrame } from './chart-frame.ts';
import type { ChartPlan } from './chart-plan.ts';
import { chartRow } from './chart-row.ts';
import type { DrawnChart } from './drawn-chart.ts';
import { formats } from './formats.ts';
import { headlineOf } from './words/headline.ts';
import { categoryLabel, levelLabel, rowsOf } from './words/labels.ts';
import { figureInWords } from './words/number.ts';

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

/** Names of the 34 units on the tile grid; the XPCC stands under it. */
const provinceNames = (lang: Language): Record<string, string> =>
  Object.fromEntries((codeLists.province?.codes ?? []).map(({ code, label }) => [code, label[lang]]));

/** Draws an indicator over one breakdown of one wave; undefined if the wave has no rows for it. */
export function drawBreakdown(
  plan: ChartPlan,
  indicator: Indicator,
  { rows: estimates, comparisons }: Pick<ChartEvidence, 'rows' | 'comparisons'>,
  wave: ManifestWave,
  lang: Language,
): DrawnChart | undefined {
  const found = rowsOf(estimates, { indicator: plan.indicator, wave: wave.wave, domain: plan.domain });
  if (found.length === 0) return undefined;
  const overall = rowsOf(estimates, { indicator: plan.indicator, wave: wave.wave, domain: 'all' });
  const isStructure = indicator.measure.kind === 'structure';
  const rows = inDrawingOrder(found, plan, isStructure);
  const [outer, inner] = plan.domain.split(':');
  const data: ChartRow[] = rows.map((row) => {
    const crossed = inner === undefined ? undefined : row.level.split(':');
    const own = isStructure
      ? categoryLabel(indicator, row.category, lang)
      : levelLabel(plan.domain, row.level, lang);
    return chartRow(row, {
      category: crossed ? levelLabel(inner as string, crossed[1] as string, lang) : own,
      group: crossed ? levelLabel(outer as string, crossed[0] as string, lang) : null,
    });
  });
  const n = overall.length > 0 ? (overall[0] as EstimateRow).n : rows.reduce((sum, r) => sum + r.n, 0);
  const headline = headlineOf(indicator, overall, found, lang, comparisons);
  const whole = isStructure ? undefined : overall.find((r) => !r.suppressed && r.estimate !== null);
  const { text, finish } = chartFrame({ headline, plan, indicator, rows, n }, wave, lang);
  const format = formats[indicator.unit];
  if (plan.mark === 'tiles') {
    const names = provinceNames(lang);
    const spec = provinceTileGrid({
      fields: { category: 'level', estimate: 'estimate', mark: 'mark' },
      text,
      measure: { title: unitLabels[indicator.unit][lang], ...format },
      bins: niceBins(data.flatMap((d) => (typeof d.estimate === 'number' ? [d.estimate] : []))),
      labels: names,
      ...(names['66'] === undefined ? {} : { corpsLabel: names['66'] }),
    });
    return finish(spec, data);
  }
  const options = {
    fields: { category: 'category', estimate: 'estimate', low: 'ci_low', high: 'ci_high', mark: 'mark' },
    text,
    axis: { title: unitLabels[indicator.unit][lang], ...format },
    categoryOrder: [...new Set(data.map((d) => String(d.category)))],
    ...(whole && plan.domain !== 'all'
      ? {
          reference: {
            value: whole.estimate as number,
            label: `${lang === 'zh' ? '总体' : 'All'} ${figureInWords(whole.estimate as number, whole.unit, lang)}`,
          },
        }
      : {}),
  };
  if (plan.mark === 'bars') return finish(barWithIntervals(options), data);
  const order = [...new Set(data.map((d) => String(d.group)))];
  return finish(
    dotWhisker({ ...options, ...(inner === undefined ? {} : { group: { field: 'group', order } }) }),
    data,
  );
}
