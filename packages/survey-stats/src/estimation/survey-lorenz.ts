import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { countAnswered } from './answered.ts';
import { checkColumn } from './cell-sums.ts';
import { domainInfluenceVariance } from './domain-influence.ts';
import { checkNotNegative } from './gini.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { againVariance } from './linearised-variance.ts';
import { type SortedDomains, sortDomains } from './sorted-domains.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

export interface LorenzOptions extends EstimateOptions {
  /** cumulative shares of people, 0 to 1; default 0, 0.1 … 1 */
  readonly points?: readonly number[] | undefined;
}

/** One point of a Lorenz curve: `estimate` is the share of the variable that the poorest `populationShare` have. */
export interface LorenzPoint extends SurveyEstimate {
  readonly populationShare: number;
}

const TENTHS = Array.from({ length: 11 }, (_, tenth) => tenth / 10);

/**
 * Lorenz curve of a variable in every domain: what share of the total the poorest p of the people have. Straight
 * lines between people, so that `1 − L(0.9)` is the share of the top tenth and twice the area above the curve is
 * `gini`.
 *
 * @param y row → value, 0 or more; NaN: no answer. @param options domains, points, interval (default `mean`: t with
 *   df). The design effect is that of the linearised variable.
 * @returns domain → points in the order given; at 0 and 1 the SE is 0.
 * @throws as `gini`, and on a point outside [0, 1].
 *
 * R equivalent: `convey::svylorenz` (whose curve has steps at people, not straight lines).
 * Source: z = w((y − q)[y < q] + p q − L(p) y)/Y, q the value at which p falls: the derivative of L(p) by each weight
 * (Kovačević and Binder 1997).
 * @example
 * const design = surveyDesign({ weight: [1, 1] });
 * surveyLorenz(design, Float64Array.of(1, 3), { points: [0.5] })[0][0].estimate; // 0.25
 */
export function surveyLorenz(
  design: SurveyDesign,
  y: Float64Array,
  options: LorenzOptions = {},
): LorenzPoint[][] {
  checkColumn('surveyLorenz', 'y', y, design.rows);
  checkNotNegative('surveyLorenz', y);
  const { points = TENTHS } = options;
  const bad = points.find((p) => !(p >= 0 && p <= 1));
  if (bad !== undefined) {
    throw new RangeError(`surveyLorenz: points must lie in [0, 1], for example [0.1, 0.5, 0.9]; got ${bad}`);
  }
  const cells = cellsFor('surveyLorenz', design, options.domains);
  const sums = countAnswered(cells, [y]);
  const sorted = sortDomains(cells, y);
  const found = points.map((p) => lorenzAt(cells, sorted, p));
  const { replicates } = options;
  const again = replicates && curveVariance(cells, y, points, found, replicates);
  const byPoint = found.map(({ estimate, influence }, i) => {
    const variance = again ? again[i]! : domainInfluenceVariance(cells, influence);
    const simpleVariance = influenceSimpleVariance(cells, influence, options.deff);
    return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'mean');
  });
  return Array.from({ length: cells.levels }, (_, level) =>
    points.map((populationShare, i) => ({ ...byPoint[i]![level]!, populationShare })),
  );
}

/** Variance from replicates of all points at once, so that each replicate sorts once: point → domain. */
function curveVariance(
  cells: DomainCells,
  y: Float64Array,
  points: readonly number[],
  found: readonly { estimate: Float64Array }[],
  replicates: ReplicateWeights,
): Float64Array[] {
  const flat = (curve: readonly { estimate: Float64Array }[]) =>
    Float64Array.from(curve.flatMap(({ estimate }) => Array.from(estimate)));
  const variance = againVariance('surveyLorenz', cells, replicates, flat(found), (other) => {
    const sorted = sortDomains(other, y);
    return flat(points.map((p) => lorenzAt(other, sorted, p)));
  });
  return points.map((_, i) => variance.subarray(i * cells.levels, (i + 1) * cells.levels));
}

function lorenzAt(cells: DomainCells, sorted: SortedDomains, p: number) {
  const { design } = cells;
  const { rows, start, values, cumulative } = sorted;
  const influence = new Float64Array(design.rows).fill(Number.NaN);
  const estimate = Float64Array.from({ length: cells.levels }, (_, level) => {
    const from = start[level]!;
    const to = start[level + 1]!;
    const people = to > from ? cumulative[to - 1]! : 0;
    let total = 0;
    let poorest = 0;
    let quantile = 0;
    let reached = false;
    for (let at = from; at < to; at++) {
      const w = design.weight[rows[at]!]!;
      total += w * values[at]!;
      if (reached) continue;
      quantile = values[at]!;
      reached = cumulative[at]! >= p * people;
      const before = cumulative[at]! - w;
      poorest += (reached ? p * people - before : w) * quantile;
    }
    if (!(total > 0)) return Number.NaN;
    const share = p === 1 ? 1 : Math.max(0, poorest / total);
    for (let at = from; at < to; at++) {
      const value = values[at]!;
      const below = Math.min(0, value - quantile);
      const u = p === 0 || p === 1 ? 0 : (below + p * quantile - share * value) / total;
      influence[rows[at]!] = design.weight[rows[at]!]! * u;
    }
    return share;
  });
  return { estimate, influence };
}
