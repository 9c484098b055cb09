import type { EstimateRow } from '@wavebook/schema';
import { surveyContrast } from '@wavebook/survey-stats';
import { type Comparison, figure } from './comparison.ts';
import { type LevelEstimate, statisticOf } from './estimate-measure.ts';
import { confidentialBelow, qualityOf } from './estimate-row.ts';
import type { UniverseEstimates } from './universe-estimates.ts';
import type { WeightedWave } from './weighted-wave.ts';

/**
 * Two groups of a breakdown that a sentence of the book sets side by side, the difference being `to` minus `from`; or the lowest and the
 * highest of all its groups with a reliable estimate (`extremes`), whose p-value is multiplied by the number of pairs that they were chosen from.
 */
export type GroupContrast = { readonly indicator: string; readonly domain: string } & (
  | { readonly from: string; readonly to: string }
  | { readonly extremes: true }
);

/** Places of the groups with the lowest and the highest reliable estimate, and how many pairs there were to choose from. */
function extremesOf(
  levels: readonly LevelEstimate[],
  unweighted: readonly LevelEstimate[],
  statistic: EstimateRow['statistic'],
): { places: number[]; pairs: number } | undefined {
  const isReliable = (level: LevelEstimate, i: number): boolean =>
    qualityOf(level, statistic).quality === 'reliable' &&
    !isConfidential([unweighted[i] as LevelEstimate], statistic === 'proportion');
  const reliable = levels.flatMap((level, i) => (isReliable(level, i) ? [{ place: i, ...level }] : []));
  reliable.sort((a, b) => a.estimate - b.estimate || a.place - b.place);
  const [low, high] = [reliable[0], reliable.at(-1)];
  if (!low || !high || low === high) return undefined;
  return { places: [low.place, high.place], pairs: (reliable.length * (reliable.length - 1)) / 2 };
}

/** Whether a share's answer or its complement has fewer than ten respondents in one of the groups. */
const isConfidential = (groups: readonly LevelEstimate[], isShare: boolean): boolean =>
  groups.some(
    ({ n, ones }) => n < confidentialBelow || (isShare && Math.min(ones, n - ones) < confidentialBelow),
  );

/**
 * The planned differences between groups for every share, mean and ratio of a universe, with their design-based tests: groups that share
 * sampling units count with their covariance. A group that a wave lacks gives no row.
 */
export function compareGroups(
  { wave, design }: WeightedWave,
  { cells, series }: UniverseEstimates,
  contrasts: readonly GroupContrast[],
): Comparison[] {
  return [...series].flatMap(([{ indicator, values }, estimates]) =>
    contrasts.flatMap((planned) => {
      const { indicator: id, domain } = planned;
      if (id !== indicator.id) return [];
      const statistic = statisticOf(indicator);
      if (indicator.measure.kind === 'structure' || !['mean', 'proportion', 'ratio'].includes(statistic))
        throw new Error(`compareGroups: expected a share, mean or ratio; "${id}" is a ${statistic}`);
      const groups = cells.of(domain);
      const own = estimates.find(({ breakdown }) => breakdown === groups);
      if (!groups || !own) return [];
      const chosen =
        'from' in planned
          ? { places: [planned.from, planned.to].map((level) => groups.levels.indexOf(level)), pairs: 1 }
          : extremesOf(own.weighted, own.unweighted, statistic);
      if (!chosen || chosen.places.includes(-1)) return [];
      const [low, high] = chosen.places as [number, number];
      const contrast = surveyContrast(design, values.y, {
        domains: groups.weighted,
        coefficients: groups.levels.map((_, i) => (i === high ? 1 : i === low ? -1 : 0)),
        ...(values.x ? { denominator: values.x } : {}),
      });
      if (!Number.isFinite(contrast.pValue)) return [];
      const [from, to] = [groups.levels[low] as string, groups.levels[high] as string];
      return [
        {
          id: [id, 'level', wave.instrument, wave.wave, domain, `${to}-${from}`].join('.'),
          indicator: id,
          instrument: wave.instrument,
          wave: wave.wave,
          domain,
          from,
          to,
          unit: indicator.unit,
          difference: figure(contrast.estimate),
          se: figure(contrast.se),
          ci_low: figure(contrast.ciLow),
          ci_high: figure(contrast.ciHigh),
          df: contrast.df,
          p_value: figure(Math.min(1, contrast.pValue * chosen.pairs)),
          confidential: isConfidential(
            chosen.places.map((place) => own.unweighted[place] as LevelEstimate),
            statistic === 'proportion',
          ),
          synthetic: wave.synthetic,
        },
      ];
    }),
  );
}
