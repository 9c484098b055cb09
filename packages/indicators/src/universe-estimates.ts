import type { Indicator } from '@wavebook/schema';
import { type CodedDomains, estimateMeasures, type LevelEstimate } from './estimate-measure.ts';
import type { Measured } from './measured.ts';
import type { BreakdownCells, UniverseCells } from './universe-cells.ts';
import type { WeightedWave } from './weighted-wave.ts';

/** One category of an indicator, its values in the universe, and where it is estimated. */
export interface Series {
  readonly indicator: Indicator;
  readonly values: Measured;
  readonly domains: readonly string[];
}

/** Estimates of a series in one breakdown, level by level. */
interface BreakdownEstimates {
  readonly breakdown: BreakdownCells;
  readonly weighted: readonly LevelEstimate[];
  readonly unweighted: readonly LevelEstimate[];
}

/** What is known of the indicators of one universe in one wave. */
export interface UniverseEstimates {
  readonly cells: UniverseCells;
  readonly series: ReadonlyMap<Series, readonly BreakdownEstimates[]>;
}

/** Estimates the series of one universe, weighted and unweighted; those with the same breakdowns side by side. */
export function estimateUniverse(
  source: WeightedWave,
  cells: UniverseCells,
  series: readonly Series[],
): UniverseEstimates {
  const estimates = new Map<Series, BreakdownEstimates[]>();
  for (const together of grouped(series, ({ domains }) => domains.join())) {
    const breakdowns = (together[0]?.domains ?? []).flatMap((id) => cells.of(id) ?? []);
    const asked = together.map(({ indicator, values }) => ({ measure: indicator.measure, values }));
    const weighted = estimateMeasures(source.design, asked, breakdowns.map(inDesign('weighted')));
    const unweighted = estimateMeasures(source.unweighted, asked, breakdowns.map(inDesign('unweighted')));
    together.forEach((own, i) => {
      const found = breakdowns.map((breakdown, b) => {
        const plain = unweighted[i]?.[b] ?? [];
        const counted = plain.map((estimate) => ({ ...estimate, ones: estimate.ones ?? onesOf(estimate) }));
        const ofDesign = weighted[i]?.[b] ?? [];
        return {
          breakdown,
          weighted: ofDesign.map((estimate, level) => ({
            ...estimate,
            ones: estimate.ones ?? (counted[level]?.ones as number),
          })),
          unweighted: counted,
        };
      });
      estimates.set(own, found);
    });
  }
  return { cells, series: new Map(series.map((own) => [own, estimates.get(own) ?? []])) };
}

/** How many rows gave the answer of a share: the unweighted share of its n. */
const onesOf = ({ n, estimate }: { n: number; estimate: number }): number =>
  n === 0 ? 0 : Math.round(n * estimate);

const inDesign =
  (weighting: 'weighted' | 'unweighted') =>
  (breakdown: BreakdownCells): CodedDomains => ({ codes: breakdown.codes, domains: breakdown[weighting] });

/** Items with the same key, in the order in which keys first occur. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
