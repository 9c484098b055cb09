import type { DesignComparisonRow, Indicator } from '@wavebook/schema';
import { domainCells } from '@wavebook/survey-stats';
import { figure } from './comparison.ts';
import { estimateMeasures } from './estimate-measure.ts';
import type { UniverseEstimates } from './universe-estimates.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** A regression would be made twice more to say what the raw gap says. */
const isCompared = ({ measure }: Indicator): boolean =>
  !(measure.kind === 'gap' && measure.controls !== undefined);

/**
 * Every indicator of a universe that is estimated for everybody, under the true design and under the fallback: same weights and estimates,
 * other standard errors. Empty for a wave without its true design.
 */
export function compareDesigns(
  { wave, fallback }: WeightedWave,
  { cells, series }: UniverseEstimates,
): DesignComparisonRow[] {
  const everybody = cells.of('all');
  if (!fallback || !everybody) return [];
  const compared = [...series].flatMap(([own, estimates]) => {
    const sampled = estimates.find(({ breakdown }) => breakdown === everybody)?.weighted[0];
    return sampled && isCompared(own.indicator) ? [{ ...own, sampled }] : [];
  });
  const { codes } = everybody;
  const forced = estimateMeasures(
    fallback.design,
    compared.map(({ indicator, values }) => ({ measure: indicator.measure, values })),
    [{ domains: domainCells(fallback.design, codes, 1), codes }],
  );
  return compared.flatMap(({ indicator, values, sampled }, i) => {
    const other = forced[i]?.[0]?.[0];
    if (!other || ![sampled.estimate, sampled.se, other.se].every(Number.isFinite) || sampled.se === 0)
      return [];
    return [
      {
        indicator: indicator.id,
        instrument: wave.instrument,
        wave: wave.wave,
        category: values.category,
        unit: indicator.unit,
        estimate: figure(sampled.estimate),
        se_as_sampled: figure(sampled.se),
        se_fallback: figure(other.se),
        ratio: figure(other.se / sampled.se),
        df_as_sampled: sampled.df,
        df_fallback: other.df,
        fallback: fallback.name,
        synthetic: wave.synthetic,
      },
    ];
  });
}
