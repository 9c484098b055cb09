import type { DesignComparisonRow, Indicator } from '@wavebook/schema';
import { domainCells, type SurveyDesign } from '@wavebook/survey-stats';
import { figure } from './comparison.ts';
import { estimateMeasures, type LevelEstimate } from './estimate-measure.ts';
import { measured, measuredWithin } from './measured.ts';
import { universeMask } from './universe.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** A regression would be made twice more to say what the raw gap says. */
const isCompared = ({ measure }: Indicator): boolean =>
  !(measure.kind === 'gap' && measure.controls !== undefined);

/**
 * Every indicator of a wave for everybody, under the true design and under the fallback: same weights and estimates, other standard errors.
 * Empty for a wave without its true design.
 */
export function compareDesigns(
  source: WeightedWave,
  indicators: readonly Indicator[],
): DesignComparisonRow[] {
  const { wave, records, design, fallback } = source;
  if (!fallback) return [];
  return indicators.filter(isCompared).flatMap((indicator) => {
    const mask = universeMask(records, indicator.universe);
    const categories = mask && measured(source, indicator);
    if (!mask || !categories) return [];
    return categories.flatMap((found) => {
      const values = measuredWithin(mask, found, indicator);
      const codes = Int32Array.from(mask, (inside) => (inside ? 0 : -1));
      const estimate = (d: SurveyDesign): LevelEstimate =>
        estimateMeasures(
          d,
          [{ measure: indicator.measure, values }],
          [{ domains: domainCells(d, codes, 1), codes }],
        )[0]?.[0]?.[0] as LevelEstimate;
      const [sampled, forced] = [estimate(design), estimate(fallback.design)];
      if (![sampled.estimate, sampled.se, forced.se].every(Number.isFinite) || sampled.se === 0) return [];
      return [
        {
          indicator: indicator.id,
          instrument: wave.instrument,
          wave: wave.wave,
          category: values.category,
          unit: indicator.unit,
          estimate: figure(sampled.estimate),
          se_as_sampled: figure(sampled.se),
          se_fallback: figure(forced.se),
          ratio: figure(forced.se / sampled.se),
          df_as_sampled: sampled.df,
          df_fallback: forced.df,
          fallback: fallback.name,
          synthetic: wave.synthetic,
        },
      ];
    });
  });
}
