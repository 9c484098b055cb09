import type { Condition, EstimateRow, Indicator } from '@wavebook/schema';
import type { LevelEstimate } from './estimate-measure.ts';
import { estimateRow } from './estimate-row.ts';
import { type Measured, measured, measuredWithin } from './measured.ts';
import { universeMask } from './universe.ts';
import { UniverseCells } from './universe-cells.ts';
import { estimateUniverse, grouped, type UniverseEstimates } from './universe-estimates.ts';
import type { WeightedWave } from './weighted-wave.ts';

type Variant = EstimateRow['variant'];

/** What a variant adds to the universe: a trend compares waves on the ages that all of them cover. */
const variantUniverses: Readonly<Record<Variant, readonly Condition[]>> = {
  level: [],
  trend: [{ variable: 'age', min: 15, max: 59 }],
};
const variants = Object.keys(variantUniverses) as Variant[];

/** Breakdowns in which trends are estimated; levels are estimated in all. */
const trendDomains: ReadonlySet<string> = new Set(['all', 'sex', 'age_group', 'region', 'province']);

/** A respondent counts in a share of members if a member of the household may count. */
const withMembers = (mask: Uint8Array, { members }: Measured): Uint8Array => {
  if (!members) return mask;
  const some = new Uint8Array(mask.length);
  for (const row of members.row) some[row] = mask[row] as number;
  return some;
};

/**
 * Evaluates indicators on a weighted wave over all breakdowns as level, over the main ones as trend, weighted and unweighted. An indicator whose question
 * the wave did not ask gives no row; a level that occurs in the wave but has nobody in the universe gives n = 0 and no estimate.
 *
 * Indicators of the same universe are estimated together, so that breakdown cells are made once and columns are read once; domains are masks on
 * the full design. `onLevels` sees each universe once, with all that was worked out for its levels.
 */
export function evaluateIndicators(
  source: WeightedWave,
  indicators: readonly Indicator[],
  breakdownsOf: (indicator: Indicator) => readonly string[],
  onLevels: (universe: UniverseEstimates) => void = () => undefined,
): EstimateRow[] {
  const { records } = source;
  const rowsOf = new Map(indicators.map((indicator) => [indicator, emptyVariants()]));
  for (const together of grouped(indicators, universeOf)) {
    const found = together.flatMap((indicator) =>
      (measured(source, indicator) ?? []).map((values) => ({ indicator, values })),
    );
    const [first] = found;
    if (!first) continue;
    for (const variant of variants) {
      const mask = universeMask(records, [...first.indicator.universe, ...variantUniverses[variant]]);
      if (!mask) continue;
      const series = found.map(({ indicator, values }) => ({
        indicator,
        values: measuredWithin(mask, values, indicator),
        domains: breakdownsOf(indicator).filter((id) => variant === 'level' || trendDomains.has(id)),
      }));
      const cells = new UniverseCells(source, withMembers(mask, first.values));
      const universe = estimateUniverse(source, cells, series);
      for (const [indicator, rows] of rowsByIndicator(source, variant, universe))
        rowsOf.get(indicator)?.[variant].push(...rows);
      if (variant === 'level') onLevels(universe);
    }
  }
  return indicators.flatMap((indicator) =>
    variants.flatMap((variant) => rowsOf.get(indicator)?.[variant] ?? []),
  );
}

const emptyVariants = (): Record<Variant, EstimateRow[]> => ({ level: [], trend: [] });

/** Who counts: households with an eligible member differ from measure to measure. */
const universeOf = ({ universe, measure }: Indicator): string =>
  JSON.stringify([universe, measure.kind === 'member_share' ? measure : '']);

/** The rows of every indicator of one universe: by domain, then category, weighting and level. */
function rowsByIndicator(
  source: WeightedWave,
  variant: Variant,
  { series }: UniverseEstimates,
): Map<Indicator, EstimateRow[]> {
  const rows = new Map<Indicator, EstimateRow[]>();
  for (const categories of grouped([...series], ([{ indicator }]) => indicator)) {
    const [first] = categories;
    if (!first) continue;
    const [{ indicator }, breakdowns] = first;
    const own: EstimateRow[] = [];
    breakdowns.forEach(({ breakdown: { id, levels } }, b) => {
      for (const [{ values }, estimates] of categories) {
        for (const weighting of ['weighted', 'unweighted'] as const) {
          levels.forEach((level, i) => {
            const place = { indicator, variant, domain: id, level, category: values.category, weighting };
            own.push(estimateRow(source, place, estimates[b]?.[weighting][i] as LevelEstimate));
          });
        }
      }
    });
    rows.set(indicator, own);
  }
  return rows;
}
