import type { ComparisonRow, DesignComparisonRow, EstimateRow, Indicator, Manifest } from '@wavebook/schema';
import { compareDesigns } from './compare-designs.ts';
import { compareGroups, type GroupContrast } from './compare-groups.ts';
import { compareWaves } from './compare-waves.ts';
import { adjusted, type Comparison } from './comparison.ts';
import { evaluateIndicators } from './evaluate.ts';
import { readWeightedWave } from './weighted-wave.ts';

/** The indicators of a chapter and the breakdowns in which each is estimated. */
export interface EstimatePlan {
  readonly instrument: string;
  readonly indicators: readonly Indicator[];
  readonly breakdownsOf: (indicator: Indicator) => readonly string[];
  /** Differences between groups that the chapter's sentences speak of. */
  readonly contrasts: readonly GroupContrast[];
}

/** Estimates a chapter over every wave of its instrument in `data/weighted`, wave after wave, and compares the
 * planned groups in the latest wave, and the latest wave with the earliest comparable one; Holm's adjustment runs over all these. Waves that carry
 * their true design are also estimated under the fallback. `log` hears of each wave. */
export async function estimateWaves(
  folder: string,
  manifest: Manifest,
  plan: EstimatePlan,
  log: (line: string) => void,
): Promise<{ estimates: EstimateRow[]; comparisons: ComparisonRow[]; designs: DesignComparisonRow[] }> {
  const designs: DesignComparisonRow[] = [];
  const estimates: EstimateRow[] = [];
  const groups: Comparison[] = [];
  for (const wave of manifest.waves.filter((w) => w.instrument === plan.instrument)) {
    const started = performance.now();
    const weighted = await readWeightedWave(folder, wave);
    const ofDesigns: DesignComparisonRow[] = [];
    const ofGroups: Comparison[] = [];
    const found = evaluateIndicators(weighted, plan.indicators, plan.breakdownsOf, (universe) => {
      ofDesigns.push(...compareDesigns(weighted, universe));
      ofGroups.push(...compareGroups(weighted, universe, plan.contrasts));
    });
    const measured = new Set(found.map((row) => row.indicator));
    const absent = plan.indicators.filter(({ id }) => !measured.has(id)).map(({ id }) => id);
    estimates.push(...found);
    designs.push(...inPlanOrder(ofDesigns, plan));
    groups.push(...inPlanOrder(ofGroups, plan));
    log(
      `${wave.instrument} ${wave.wave}: ${found.length} estimates of ${measured.size} indicators${absent.length > 0 ? `; not in this wave: ${absent.join(', ')}` : ''}; ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  }
  const waves = manifest.waves.filter((w) => w.instrument === plan.instrument);
  const latest = (c: Comparison): boolean =>
    !groups.some((other) => other.indicator === c.indicator && other.wave > c.wave);
  const comparisons = adjusted([
    ...groups.filter(latest),
    ...compareWaves(estimates, plan.indicators, waves),
  ]);
  return { estimates, comparisons, designs };
}

/** Rows in the order in which the plan has their indicators. */
function inPlanOrder<Row extends { readonly indicator: string }>(
  rows: readonly Row[],
  { indicators }: EstimatePlan,
): Row[] {
  const place = new Map(indicators.map(({ id }, i) => [id, i]));
  const placeOf = ({ indicator }: Row): number => place.get(indicator) ?? 0;
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}
