import type { ChartMark } from '../chart-plan.ts';
import { drawComparator } from '../draw-comparator.ts';
import { latestWave } from './draw-figure.ts';
import { answerCodes, type FigureSource, figureRows, wavesWith } from './figure-source.ts';

/** Several indicators fit into one figure if they are answers on one scale, or figures of one unit. */
function fittingTogether({ indicator, beside = [], plan }: FigureSource): ChartMark[] {
  const all = [indicator, ...beside];
  const structures = all.filter(({ measure }) => measure.kind === 'structure').length;
  if (structures === all.length) {
    const scales = new Set(all.map((one) => answerCodes(one).join()));
    return scales.size === 1 && plan.domain === 'all' ? ['items'] : [];
  }
  if (structures > 0 || new Set(all.map(({ unit }) => unit)).size > 1) return [];
  return plan.domain === 'all' ? ['indicators'] : ['profile'];
}

const mostLines = 6;

/** The forms that the estimates of an indicator's breakdown can take, the usual one first. */
export function fittingMarks(source: FigureSource): ChartMark[] {
  const { plan, indicator, published, lang } = source;
  const { domain } = plan;
  const wave = latestWave(source);
  if (!wave) return [];
  if (source.beside && source.beside.length > 0) return fittingTogether(source);
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
