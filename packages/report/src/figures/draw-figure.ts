import type { ManifestWave } from '@wavebook/schema';
import type { ChartMark } from '../chart-plan.ts';
import { drawBreakdown } from '../draw-breakdown.ts';
import { drawComparator } from '../draw-comparator.ts';
import { drawTrend } from '../draw-trend.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { drawAnswers } from './draw-answers.ts';
import { drawIndicators, drawItems, drawProfile } from './draw-beside.ts';
import { drawHeat, drawMatrix } from './draw-cells.ts';
import { drawPanels } from './draw-panels.ts';
import { drawTwoWaves } from './draw-two-waves.ts';
import { answerCodes, type FigureSource, figureRows, wavesWith } from './figure-source.ts';

/** The latest wave that measured the indicator. */
export const latestWave = ({ plan, estimates, waves }: FigureSource): ManifestWave | undefined =>
  waves.findLast(({ wave }) =>
    estimates.some((row) => row.indicator === plan.indicator && row.wave === wave),
  );

/** Draws a figure in one language, breakdowns for the latest of the waves; undefined if the estimates do not carry it. */
export function drawFigure(source: FigureSource): DrawnChart | undefined {
  const { plan, indicator, estimates, comparisons = [], waves, published, lang } = source;
  const wave = latestWave(source);
  if (!wave) return undefined;
  const evidence = { rows: estimates, comparisons, waves, published };
  switch (plan.mark) {
    case 'trend':
    case 'ribbon':
      return drawTrend(plan, indicator, evidence, lang);
    case 'comparator':
      return drawComparator(indicator, evidence, wave, lang);
    case 'dumbbell':
    case 'slope':
      return drawTwoWaves(source);
    case 'multiples':
    case 'tile-multiples':
      return drawPanels(source);
    case 'stacked':
    case 'diverging':
    case 'pyramid':
      return drawAnswers(source, wave);
    case 'heat':
      return drawHeat(source, wave);
    case 'matrix':
      return drawMatrix(source, wave);
    case 'bars':
    case 'dots':
    case 'tiles':
      return drawBreakdown(plan, indicator, evidence, wave, lang);
    case 'indicators':
      return drawIndicators(source, wave);
    case 'items':
      return drawItems(source, wave);
    case 'profile':
      return drawProfile(source, wave);
  }
}

const mostLines = 6;

/** The forms that the estimates of an indicator's breakdown can take, the usual one first. */
export function fittingMarks(source: FigureSource): ChartMark[] {
  const { plan, indicator, published, lang } = source;
  const { domain } = plan;
  const wave = latestWave(source);
  if (!wave) return [];
  const rows = figureRows(source, wave, 'level');
  const levels = new Set(rows.map(({ level }) => level)).size;
  const overTime = wavesWith(source, 'trend').length >= 2;
  const answers = answerCodes(indicator).length;
  if (indicator.measure.kind === 'structure') {
    if (domain === 'all') return rows.length > 0 ? ['bars', 'dots'] : [];
    if (rows.length === 0) return [];
    if (domain === 'province' && answers > 30) return ['matrix', 'heat'];
    return [
      ...(answers <= mostLines ? (['stacked'] as const) : []),
      'heat',
      ...(answers >= 2 && answers <= 5 ? (['diverging'] as const) : []),
      ...(levels === 2 ? (['pyramid'] as const) : []),
    ];
  }
  const waves: ChartMark[] = overTime ? ['trend', 'ribbon'] : [];
  if (domain === 'all') {
    const beside = drawComparator(indicator, { rows: source.estimates, published }, wave, lang)
      ? (['comparator'] as const)
      : [];
    return [...waves, ...(rows.length > 0 ? (['bars', 'dots'] as const) : []), ...beside];
  }
  if (rows.length === 0) return [];
  if (domain.includes(':')) {
    const groups = new Set(rows.map(({ level }) => level.split(':')[0])).size;
    return [...(groups <= mostLines ? (['dots'] as const) : []), 'heat'];
  }
  return [
    ...(indicator.unit === 'share' ? (['bars', 'dots'] as const) : (['dots', 'bars'] as const)),
    ...(domain === 'province' ? (['tiles'] as const) : []),
    ...(overTime
      ? ([
          ...(levels <= mostLines ? waves : []),
          'dumbbell',
          'slope',
          'multiples',
          ...(domain === 'province' ? (['tile-multiples'] as const) : []),
          'heat',
        ] as const)
      : []),
  ];
}
