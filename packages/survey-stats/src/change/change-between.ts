import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { pt, qt } from '../distributions/student.ts';
import { domainUnitTotals } from '../estimation/domain-influence.ts';
import { linearisedVariance } from '../estimation/linearised-variance.ts';
import { checkStatistic, linearise, type Statistic } from '../estimation/statistic.ts';
import { replicateDf } from '../replication/replicate-df.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { jointVariance, type Slopes, type WaveParts } from './joint-variance.ts';

/** One wave's part of a change. */
export interface WaveEstimate {
  readonly design: SurveyDesign;
  /** what is compared: a mean (a proportion is the mean of 0 and 1), total or ratio */
  readonly statistic: Statistic;
  /** the same domains in the same order in both waves; absent in both: the whole population */
  readonly domains?: DomainCells | undefined;
  /** row → id of its PSU, the same id for the same PSU in both waves; not needed for independent samples */
  readonly psu?: ArrayLike<number | string> | undefined;
  /** variance of this wave from replicates in place of linearisation; for independent samples alone */
  readonly replicates?: ReplicateWeights | undefined;
}

/** What the two samples share. */
export type WaveOverlap = 'independent' | 'same_psus' | 'partial_overlap';

export interface ChangeOptions {
  readonly overlap: WaveOverlap;
  /** `difference` after − before (default), or `relative`: after/before − 1 */
  readonly kind?: 'difference' | 'relative' | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** degrees of freedom in place of the rule; Infinity: normal */
  readonly df?: number | undefined;
}

/** Where the degrees of freedom of a change come from. */
export type ChangeDfRule = 'sum_of_waves' | 'psus_minus_strata' | 'smaller_of_waves' | 'given';

/** A domain's change from one wave to another. NaN where one wave has no estimate. */
export interface SurveyChange {
  readonly estimate: number;
  readonly se: number;
  readonly before: number;
  readonly after: number;
  readonly seBefore: number;
  readonly seAfter: number;
  /** of the two estimates; 0 for independent samples */
  readonly correlation: number;
  /** rows with an answer */
  readonly nBefore: number;
  readonly nAfter: number;
  readonly overlap: WaveOverlap;
  readonly df: number;
  readonly dfRule: ChangeDfRule;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly ciLevel: number;
  /** estimate / se */
  readonly t: number;
  /** two-sided probability of a larger |t| without a change; NaN when df ≤ 0 */
  readonly pValue: number;
}

/**
 * Change between waves: how much an estimate moved from one sample to the next, with a standard error that knows
 * what the samples share.
 *
 * `independent`: V1 + V2. `same_psus`: both waves have the same PSUs in the same strata (new people or the same), V
 * of the PSU totals of z2 − z1, which is the paired analysis. `partial_overlap`: V1 + V2 − 2 ρ √(V1 V2) with ρ of
 * Berger and Priam. Never treat shared PSUs as independent: the error is then far too large when people stay the
 * same.
 *
 * df: independent, the sum of the waves'; same PSUs, the PSUs minus strata that hold rows of the domain in either
 * wave; partial overlap, the smaller of the waves'.
 *
 * @param before,after the two waves, with their designs, statistics of the same kind, and PSU ids for overlaps.
 * @returns one change a domain.
 * @throws as `surveyMean`; if the waves differ in kind or number of domains; without PSU ids for an overlap; for
 *   `same_psus`, if the PSUs or strata differ or a lower stage has an fpc; with replicates for an overlap.
 *
 * R equivalent: `survey::svycontrast` on a stacked design for `same_psus`; ReGenesees `svyDelta` for
 * `partial_overlap`.
 * Source: Berger and Priam 2016, JRSS A 179.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * const before = { design, statistic: { kind: 'mean', y: Float64Array.of(1, 2, 3) } } as const;
 * const after = { design, statistic: { kind: 'mean', y: Float64Array.of(2, 3, 7) } } as const;
 * const [change] = changeBetween(before, after, { overlap: 'independent' });
 * change.estimate; // 2
 * change.se; // 1.63299…: √(1/3 + 7/3)
 * change.df; // 4
 */
export function changeBetween(
  before: WaveEstimate,
  after: WaveEstimate,
  options: ChangeOptions,
): SurveyChange[] {
  const { overlap, kind = 'difference', ciLevel = 0.95 } = options;
  if (!['independent', 'same_psus', 'partial_overlap'].includes(overlap)) {
    throw new RangeError(
      `changeBetween: options.overlap must be independent, same_psus or partial_overlap; got "${overlap}"`,
    );
  }
  if (kind !== 'difference' && kind !== 'relative') {
    throw new RangeError(`changeBetween: options.kind must be difference or relative; got "${kind}"`);
  }
  const first = waveParts(before, 'before');
  const second = waveParts(after, 'after');
  if (before.statistic.kind !== after.statistic.kind || first.cells.levels !== second.cells.levels) {
    throw new RangeError(
      `changeBetween: both waves must have statistics of one kind and the same domains; got ${before.statistic.kind} of ${first.cells.levels} and ${after.statistic.kind} of ${second.cells.levels}`,
    );
  }
  const joint = jointVariance(first, second, overlap);
  return Array.from({ length: first.cells.levels }, (_, d): SurveyChange => {
    const one = first.estimate[d]!;
    const two = second.estimate[d]!;
    const slopes: Slopes = kind === 'relative' ? [-two / one ** 2, 1 / one] : [-1, 1];
    const { variance, correlation } = joint.at(d, slopes);
    const estimate = kind === 'relative' ? two / one - 1 : two - one;
    const se = Math.sqrt(Math.max(0, variance));
    const given = options.df !== undefined;
    const df = options.df ?? joint.df(d);
    const half = df > 0 ? qt((1 + ciLevel) / 2, df) * se : Number.NaN;
    const t = estimate / se;
    return {
      estimate,
      se,
      before: one,
      after: two,
      seBefore: Math.sqrt(first.variance[d]!),
      seAfter: Math.sqrt(second.variance[d]!),
      correlation,
      nBefore: first.n[d]!,
      nAfter: second.n[d]!,
      overlap,
      df,
      dfRule: given ? 'given' : DF_RULES[overlap],
      ciLow: estimate - half,
      ciHigh: estimate + half,
      ciLevel,
      t,
      pValue: df > 0 ? 2 * pt(-Math.abs(t), df) : Number.NaN,
    };
  });
}

const DF_RULES: Record<WaveOverlap, ChangeDfRule> = {
  independent: 'sum_of_waves',
  same_psus: 'psus_minus_strata',
  partial_overlap: 'smaller_of_waves',
};

function waveParts(wave: WaveEstimate, name: string): WaveParts {
  checkStatistic('changeBetween', wave.statistic, wave.design.rows, `${name}.statistic.`);
  const cells = cellsFor('changeBetween', wave.design, wave.domains);
  const { estimate, influence, sums } = linearise(cells, wave.statistic);
  const again = (own: DomainCells) => linearise(own, wave.statistic).estimate;
  let totals: Float64Array[] | undefined;
  return {
    name,
    wave,
    cells,
    estimate,
    n: sums.n,
    variance: linearisedVariance('changeBetween', cells, { influence, estimate, again }, wave.replicates),
    df: (wave.replicates && replicateDf(wave.replicates, cells)?.df) ?? cells.df,
    unitTotals: (d: number): Float64Array => {
      totals ??= domainUnitTotals(cells, influence);
      return totals[d]!;
    },
  };
}
