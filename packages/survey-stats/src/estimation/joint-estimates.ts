import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { replicateDf } from '../replication/replicate-df.ts';
import { replicateCovariance } from '../replication/replicate-spread.ts';
import { checkReplicates } from '../replication/replicate-variance.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { rowWeights } from '../replication/row-weights.ts';
import { domainUnitTotals } from './domain-influence.ts';
import { totalsCovariance } from './influence-covariance.ts';
import { checkStatistic, hasAnswer, linearise, type Statistic } from './statistic.ts';

export interface JointOptions {
  /** domains to estimate for; absent: the whole population */
  readonly domains?: DomainCells | undefined;
  /**
   * `each` (default): every statistic uses all rows that have its own answers. `together`: only rows that have the
   * answers of all statistics, as R does with `na.rm = TRUE` for `~a + b`.
   */
  readonly missing?: 'each' | 'together' | undefined;
  /** covariances from replicates in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

/**
 * Several statistics in several domains, with their covariances. Entry of statistic s in domain d: d · statistics +
 * s.
 */
export interface JointEstimates {
  /** domains and statistics; there are levels · statistics entries */
  readonly levels: number;
  readonly statistics: number;
  readonly estimate: Float64Array;
  readonly se: Float64Array;
  /** the covariance matrix by rows; NaN in the rows and columns of a domain without an answer */
  readonly covariance: Float64Array;
  /** rows with an answer */
  readonly n: Int32Array;
  /** the sum of their weights */
  readonly nWeighted: Float64Array;
  /** domain → PSUs minus strata, or what the replicates say */
  readonly df: ArrayLike<number>;
  readonly cells: DomainCells;
  /** that the covariances come from; absent: they are linearised */
  readonly replicates?: ReplicateWeights;
}

/**
 * Joint estimates: means, totals and ratios of several variables in several domains of one design with their whole
 * covariance matrix. Domains are not independent: they share PSUs.
 *
 * Every stratum of the design enters, so under `lonelyPsu: 'average'` an SE can differ from the domain's own. With
 * replicates everything is estimated again on each.
 *
 * @param statistics what to estimate: `{ kind: 'mean', y }`, `{ kind: 'total', y }`, `{ kind: 'ratio', y, x }`.
 * @returns estimates and covariance in the order domain, statistic; for `surveyContrasts` and `deltaMethod`.
 * @throws as `surveyMean`.
 *
 * R equivalent: `vcov(survey::svymean(~a + b, design))`; `vcov(survey::svyby(~a, ~d, design, svymean, covmat =
 * TRUE))`, on a replicate design too.
 * Source: V(z, z') of R/multistage.R on the influence values of all entries.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2);
 * jointEstimates(design, [{ kind: 'mean', y: Float64Array.of(1, 2, 4, 5) }], { domains }).estimate;
 * // Float64Array [1.5, 4.5]
 */
export function jointEstimates(
  design: SurveyDesign,
  statistics: readonly Statistic[],
  options: JointOptions = {},
): JointEstimates {
  const cells = cellsFor('jointEstimates', design, options.domains);
  statistics.forEach((statistic, s) => {
    checkStatistic('jointEstimates', statistic, design.rows, `statistics[${s}].`);
  });
  const entering = options.missing === 'together' ? together(statistics) : statistics;
  const size = cells.levels * statistics.length;
  const estimate = new Float64Array(size);
  const n = new Int32Array(size);
  const nWeighted = new Float64Array(size);
  const { replicates } = options;
  if (replicates) checkReplicates('jointEstimates', design, replicates);
  const totals: Float64Array[] = new Array(size);
  entering.forEach((statistic, s) => {
    const found = linearise(cells, statistic);
    const unitTotals = replicates ? [] : domainUnitTotals(cells, found.influence);
    for (let d = 0; d < cells.levels; d++) {
      const at = d * statistics.length + s;
      estimate[at] = found.estimate[d]!;
      n[at] = found.sums.n[d]!;
      nWeighted[at] = found.sums.weight[d]!;
      if (!replicates) totals[at] = unitTotals[d]!;
    }
  });
  const spread = replicates
    ? replicateCovariance(replicates, againEstimates(cells, entering, replicates), estimate)
    : totalsCovariance(
        design,
        Int32Array.from({ length: design.stages.at(-1)?.units ?? 0 }, (_, unit) => unit),
        totals,
      );
  const covariance = spread.map((value, at) =>
    Number.isNaN(estimate[Math.floor(at / size)]!) || Number.isNaN(estimate[at % size]!) ? Number.NaN : value,
  );
  return {
    levels: cells.levels,
    statistics: statistics.length,
    estimate,
    se: estimate.map((_, at) => Math.sqrt(covariance[at * size + at]!)),
    covariance,
    n,
    nWeighted,
    df: (replicates && replicateDf(replicates, cells)?.df) ?? cells.df.slice(),
    cells,
    ...(replicates && { replicates }),
  };
}

/** One array a replicate: entry → estimate. */
function againEstimates(
  cells: DomainCells,
  statistics: readonly Statistic[],
  replicates: ReplicateWeights,
): Float64Array[] {
  return Array.from(replicates.rscales, (_, r) => {
    const own = { ...cells, design: { ...cells.design, weight: rowWeights(replicates, r) } };
    const values = new Float64Array(cells.levels * statistics.length);
    statistics.forEach((statistic, s) => {
      linearise(own, statistic).estimate.forEach((value, d) => {
        values[d * statistics.length + s] = value;
      });
    });
    return values;
  });
}

/**
 * Joint means of several variables with their covariance matrix; see {@link jointEstimates}.
 *
 * @param columns the variables, row → value; NaN: no answer. @param options as for {@link jointEstimates}.
 * @returns means and covariance in the order domain, variable.
 * @throws as `surveyMean`.
 *
 * R equivalent: `survey::svymean(~a + b, design)`, by domain `survey::svyby(…, covmat = TRUE)`. Source: as
 * {@link jointEstimates}.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * const joint = jointMeans(design, [Float64Array.of(1, 2, 3), Float64Array.of(2, 2, 5)]);
 * joint.estimate; // Float64Array [2, 3]
 * joint.covariance; // Float64Array [0.3333…, 0.5, 0.5, 1]
 */
export function jointMeans(
  design: SurveyDesign,
  columns: readonly Float64Array[],
  options: JointOptions = {},
): JointEstimates {
  return jointEstimates(
    design,
    columns.map((y) => ({ kind: 'mean', y })),
    options,
  );
}

/** The statistics with NaN in every row where one of them has no answer. */
function together(statistics: readonly Statistic[]): Statistic[] {
  return statistics.map((statistic) => ({
    ...statistic,
    y: statistic.y.map((value, row) =>
      statistics.every((other) => hasAnswer(other, row)) ? value : Number.NaN,
    ),
  }));
}
