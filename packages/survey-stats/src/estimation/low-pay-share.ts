import { cellsFor, type DomainCells, wholePopulation } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { refuseJackknife } from '../replication/replicate-quantile.ts';
import { type Answered, countAnswered } from './answered.ts';
import { checkColumn } from './cell-sums.ts';
import { type Bandwidth, kernelDensity } from './kernel-density.ts';
import { againVariance } from './linearised-variance.ts';
import { lowPayVariances } from './low-pay-variances.ts';
import { type SortedDomains, sortDomains } from './sorted-domains.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';
import { weightedQuantile } from './weighted-quantile.ts';

export interface LowPayOptions extends EstimateOptions {
  /**
   * whose median the line is a fraction of: the whole population of the design (one line for all), or each domain's
   * own
   */
  readonly lineOf: 'population' | 'domain';
  /** the line as a share of the median; default 2/3, the OECD's low pay; 0.6 for the EU's risk of poverty */
  readonly fraction?: number | undefined;
  /** the quantile that the line is a fraction of; default 0.5 */
  readonly probability?: number | undefined;
  /** who counts: people `below` the line (default), or also those exactly `at_or_below` it, as convey has it */
  readonly counted?: 'below' | 'at_or_below' | undefined;
  /** of the kernel density at the line and at the median; default `weights` */
  readonly bandwidth?: Bandwidth | undefined;
}

/** The share of people below the line, and the line. */
export interface LowPayShare extends SurveyEstimate {
  readonly line: number;
}

/**
 * Low-pay share: the share of people whose pay is below a fraction of the median, in every domain, with a standard
 * error that counts the line's own error. A line that is known and not estimated needs `surveyProportion` only.
 *
 * The density comes from a Gaussian kernel; its default width, σ/(Σ w)^0.2, is the one place where the scale of the
 * weights matters. Pay that heaps on round numbers makes every density, and so this error, rough.
 *
 * @param y row → value; NaN: no answer. @param options `lineOf` (must be said), domains, fraction, probability,
 *   counted, bandwidth, replicates (not a jackknife: the line is a quantile), interval (default `mean`: t with df;
 *   `logit`). The design effect is that of the linearised variable.
 * @returns one share a domain, 0 to 1, with its line.
 * @throws as `surveyMean`, without `lineOf`, on a fraction or probability that is out of range, and for a jackknife.
 *
 * R equivalent: `convey::svyarpr` (with `counted: 'at_or_below'`); the quantile is R's `math` rule. Source: Deville
 * 1999; z = w d ([y < L] − p)/W_d − c f_d(L)/f(q) · w ([y ≤ q] − α)/W, f_d the domain's density, f that of the
 * line's people.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1] });
 * lowPayShare(design, Float64Array.of(1, 5, 6, 7, 9), { lineOf: 'population' })[0].estimate; // 0.2, below 4
 */
export function lowPayShare(design: SurveyDesign, y: Float64Array, options: LowPayOptions): LowPayShare[] {
  checkColumn('lowPayShare', 'y', y, design.rows);
  const cells = cellsFor('lowPayShare', design, options.domains);
  const checked = checkedOptions(options);
  const found = lowPay(cells, y, checked);
  const { sums, estimate, line } = found;
  const variances = lowPayVariances(cells, found, { lineOf: checked.lineOf, deff: options.deff });
  const { replicates } = options;
  if (replicates) refuseJackknife('lowPayShare', replicates, 'the linearised variance');
  const again = (other: DomainCells) => lowPay(other, y, checked).estimate;
  const variance = replicates
    ? againVariance('lowPayShare', cells, replicates, estimate, again)
    : variances.variance;
  return finishEstimates({ sums, estimate, ...variances, variance }, options, 'mean').map((row, level) => ({
    ...row,
    line: line[level]!,
  }));
}

/** The shares and lines under the weights of the cells' design, and what their linearised variance is made of. */
function lowPay(cells: DomainCells, y: Float64Array, options: ReturnType<typeof checkedOptions>) {
  const { lineOf, fraction, probability, counted, bandwidth } = options;
  const { design } = cells;
  const sums = countAnswered(cells, [y]);
  const sorted = sortDomains(cells, y);
  const { weight } = design;
  const ofMedian = new Float64Array(design.rows).fill(Number.NaN);
  const ofShare = new Float64Array(design.rows).fill(Number.NaN);
  const medianOf = ({ rows, values, cumulative, weight: all }: People) => {
    const median = weightedQuantile(values, cumulative, probability, 'math');
    for (const row of rows)
      ofMedian[row] = (weight[row]! * ((y[row]! <= median ? 1 : 0) - probability)) / all;
    return { median, density: kernelDensity(rows, { y, weight }, median, bandwidth) };
  };
  const whole = wholePopulation(design);
  const ofAll =
    lineOf === 'population'
      ? medianOf(peopleOf(sortDomains(whole, y), countAnswered(whole, [y]), 0))
      : undefined;
  const line = new Float64Array(cells.levels);
  const slope = new Float64Array(cells.levels).fill(Number.NaN);
  const estimate = Float64Array.from({ length: cells.levels }, (_, level) => {
    const own = peopleOf(sorted, sums, level);
    const { median, density } = ofAll ?? medianOf(own);
    const limit = fraction * median;
    line[level] = limit;
    if (own.rows.length === 0) return Number.NaN;
    const isLow = (value: number) => (counted === 'below' ? value < limit : value <= limit);
    let low = 0;
    for (const row of own.rows) if (isLow(y[row]!)) low += weight[row]!;
    const share = low / own.weight;
    for (const row of own.rows)
      ofShare[row] = (weight[row]! * ((isLow(y[row]!) ? 1 : 0) - share)) / own.weight;
    slope[level] = (fraction * kernelDensity(own.rows, { y, weight }, limit, bandwidth)) / density;
    return share;
  });
  return { sums, estimate, line, ofShare, ofMedian, slope };
}

/** People with an answer, in ascending order of it. */
interface People {
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly cumulative: Float64Array;
  readonly weight: number;
}

function peopleOf(sorted: SortedDomains, sums: Answered, level: number): People {
  const from = sorted.start[level]!;
  const to = sorted.start[level + 1]!;
  return {
    rows: sorted.rows.subarray(from, to),
    values: sorted.values.subarray(from, to),
    cumulative: sorted.cumulative.subarray(from, to),
    weight: sums.weight[level]!,
  };
}

function checkedOptions(options: LowPayOptions) {
  const { fraction = 2 / 3, probability = 0.5, counted = 'below', bandwidth = 'weights' } = options ?? {};
  const lineOf = options?.lineOf;
  if (lineOf !== 'population' && lineOf !== 'domain') {
    throw new RangeError(
      `lowPayShare: options.lineOf must say whose median the line is taken from, 'population' or 'domain'; got ${String(lineOf)}`,
    );
  }
  if (!(fraction > 0 && fraction < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`lowPayShare: fraction must be above 0, for example 2/3; got ${fraction}`);
  }
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(
      `lowPayShare: probability must lie between 0 and 1, 0.5 for the median; got ${probability}`,
    );
  }
  if (typeof bandwidth === 'number' && !(bandwidth > 0)) {
    throw new RangeError(`lowPayShare: bandwidth must be above 0, in units of y; got ${bandwidth}`);
  }
  return { lineOf, fraction, probability, counted, bandwidth };
}
