import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { type Answered, countAnswered } from './answered.ts';
import { checkColumn } from './cell-sums.ts';
import { combinedDf } from './combined-df.ts';
import { influenceCovariance } from './influence-covariance.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { againVariance } from './linearised-variance.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

export interface ShareOptions extends EstimateOptions {
  /** the parts of the whole; required, because the share of the whole population in itself is 1 */
  readonly domains: DomainCells;
}

/**
 * Survey share: each domain's share of the total of a variable over all domains, such as the share of all wages that
 * is paid in each industry. With a column of ones it is the share of people in each domain.
 *
 * The whole is every row that is in one of the domains and has an answer: `n`, `nWeighted` and `df` are those of the
 * whole, the denominator, as for a proportion.
 *
 * @param y row → value; NaN: no answer. @param options domains; interval method (default `mean`: t with df; `logit`
 *   and the others for shares between 0 and 1). The design effect is that of the linearised variable.
 * @returns one share a domain, adding up to 1; 0 for a domain without an answer; NaN if the whole is 0.
 * @throws as `surveyMean`, and without domains.
 *
 * R equivalent: `survey::svyratio(~I(y * (d == "a")), ~y, design)`. Source: z = w(d y − R y)/Y.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 2] });
 * const domains = domainCells(design, Int32Array.of(0, 0, 1), 2);
 * surveyShare(design, Float64Array.of(1, 3, 2), { domains }).map((share) => share.estimate); // [0.5, 0.5]
 */
export function surveyShare(design: SurveyDesign, y: Float64Array, options: ShareOptions): SurveyEstimate[] {
  checkColumn('surveyShare', 'y', y, design.rows);
  if (options?.domains === undefined) {
    throw new TypeError(
      'surveyShare: options.domains must name the parts of the whole; make them with domainCells(design, codes, levels)',
    );
  }
  const cells = cellsFor('surveyShare', design, options.domains);
  const { levels, levelOfRow } = cells;
  const { estimate, whole, present } = shares(cells, y);
  const { replicates } = options;
  const variance = replicates
    ? againVariance('surveyShare', cells, replicates, estimate, (other) => shares(other, y).estimate)
    : new Float64Array(levels).fill(Number.NaN);
  const simpleVariance = new Float64Array(levels).fill(Number.NaN);
  const everyone = { levels: 1, levelOfRow: Int32Array.from(present, (enters) => 1 - enters), design };
  estimate.forEach((share, d) => {
    if (Number.isNaN(share)) return;
    const z = y.map((value, row) =>
      present[row] === 1
        ? (design.weight[row]! * value * ((levelOfRow[row] === d ? 1 : 0) - share)) / whole
        : 0,
    );
    if (!replicates) variance[d] = influenceCovariance(design, [z], present)[0]!;
    simpleVariance[d] = influenceSimpleVariance(everyone, z, options.deff)[0]!;
  });
  const answered = countAnswered(cells, [y]);
  const sums: Answered = {
    cells: wholeOf(cells),
    n: new Int32Array(levels).fill(sumOf(answered.n)),
    weight: new Float64Array(levels).fill(sumOf(answered.weight)),
  };
  return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'mean');
}

function shares({ design, levels, levelOfRow }: DomainCells, y: Float64Array) {
  const part = new Float64Array(levels);
  const present = new Uint8Array(design.rows);
  let whole = 0;
  for (let row = 0; row < design.rows; row++) {
    const level = levelOfRow[row]!;
    if (level === levels || Number.isNaN(y[row]!)) continue;
    present[row] = 1;
    part[level]! += design.weight[row]! * y[row]!;
    whole += design.weight[row]! * y[row]!;
  }
  const estimate = part.map((total) => (whole === 0 ? Number.NaN : total / whole));
  return { estimate, whole, present };
}

function sumOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

/** The cells with the counts of the whole in the place of each domain's. */
function wholeOf(cells: DomainCells): DomainCells {
  const { levels } = cells;
  return {
    ...cells,
    rows: new Int32Array(levels).fill(sumOf(cells.rows)),
    weightedRows: new Int32Array(levels).fill(sumOf(cells.weightedRows)),
    weight: new Float64Array(levels).fill(sumOf(cells.weight)),
    df: new Int32Array(levels).fill(combinedDf(cells, () => true)),
  };
}
