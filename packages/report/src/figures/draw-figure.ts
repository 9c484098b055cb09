import type { ManifestWave } from '@wavebook/schema';
import { drawBreakdown } from '../draw-breakdown.ts';
import { drawComparator } from '../draw-comparator.ts';
import { drawTrend } from '../draw-trend.ts';
import type { DrawnChart } from '../drawn-chart.ts';
import { drawAnswers } from './draw-answers.ts';
import { drawIndicators, drawItems, drawProfile } from './draw-beside.ts';
import { drawHeat, drawMatrix } from './draw-cells.ts';
import { drawPanels } from './draw-panels.ts';
import { drawTwoWaves } from './draw-two-waves.ts';
import type { FigureSource } from './figure-source.ts';

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
