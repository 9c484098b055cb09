import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { SurveyDesign } from '../design/survey-design.ts';
import { pf } from '../distributions/fisher.ts';
import { pchisq } from '../distributions/gamma.ts';
import { fisherSumTail } from '../distributions/saddlepoint.ts';
import { devianceTerm } from '../distributions/stirling-error.ts';
import { influenceCovariance } from '../estimation/influence-covariance.ts';
import { quadraticForm, scaledCholesky, whiten } from '../models/scaled-cholesky.ts';
import { covarianceAgain, influenceTotal, replicateDfOf } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { cellInfluence } from './survey-table.ts';
import {
  cellWeights,
  type TwoWayCells,
  type TwoWayInput,
  tableMargins,
  twoWayCells,
} from './two-way-cells.ts';

/** An eigenvalue below this share of the largest is rounding. */
const NO_EFFECT = 1e-12;

/**
 * `F`: Rao and Scott's second-order correction of Pearson's X², the default of R and Stata. `Chisq`: their first-order
 * correction. `likelihood`: the correction of `F` on the likelihood ratio. `saddlepoint`: the distribution of X² itself, a
 * sum of χ² by the eigenvalues of the design effects over a χ² with the denominator's df of `F`, cut to a whole number as in
 * R, by the saddlepoint approximation; better far out in the tail. `Wald` and `adjWald`: Koch's test, which breaks down
 * when there are few PSUs for the cells.
 */
export type IndependenceStatistic = 'F' | 'Chisq' | 'saddlepoint' | 'likelihood' | 'Wald' | 'adjWald';

export interface IndependenceInput extends TwoWayInput {
  /** default 'F' */
  readonly statistic?: IndependenceStatistic | undefined;
  /** covariances of the cells from every replicate in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

export interface IndependenceTest {
  readonly statistic: IndependenceStatistic;
  /** what p was found from: F, or for `Chisq` and `saddlepoint` the Pearson X² before its correction */
  readonly value: number;
  readonly df1: number;
  /** Infinity for `Chisq` */
  readonly df2: number;
  readonly pValue: number;
  /** Pearson's X² of the weighted shares times n, uncorrected: no test by itself */
  readonly pearson: number;
  /** rows with both variables */
  readonly n: number;
  /** PSUs minus strata of these rows, or what the replicates say */
  readonly df: number;
}

/**
 * Test of independence of two categorical variables under the design.
 *
 * Levels without a row are left out. df counts PSUs and strata of the rows that enter; R's svychisq also counts rows of
 * weight 0, such as those that `subset` of a calibrated design keeps.
 *
 * @returns NaN for the test if fewer than two rows or columns are left.
 * @throws if empty cells leave an interaction that no row can show; for `Wald` and `adjWald` if df is below (rows − 1)(columns − 1); on an unknown statistic or code; and for a
 *   stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svychisq(~a + b, design, statistic)`, also of a replicate design, missing values taken out
 * before; `lincom` is `saddlepoint` by numerical integration; `likelihood` is Stata's `svy: tabulate, lr`. Source: Rao &
 * Scott (1984); Thomas & Rao (1990); Kuonen (1999); R/chisq.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1, 1, 1] });
 * const region = { name: 'region', codes: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), levels: ['east', 'west'] };
 * const skill = { name: 'skill', codes: Int32Array.of(0, 0, 0, 1, 0, 1, 1, 1), levels: ['low', 'high'] };
 * independenceTest(design, { rows: region, columns: skill });
 * // { statistic: 'F', value: 1.75, df1: 1, df2: 7, pValue: 0.22745…, pearson: 2, n: 8, df: 7 }
 */
export function independenceTest(design: SurveyDesign, input: IndependenceInput): IndependenceTest {
  const statistic = input.statistic ?? 'F';
  if (!['F', 'Chisq', 'saddlepoint', 'likelihood', 'Wald', 'adjWald'].includes(statistic)) {
    throw new RangeError(
      `independenceTest: statistic must be F, Chisq, saddlepoint, likelihood, Wald or adjWald; got "${statistic}"`,
    );
  }
  const table = twoWayCells('independenceTest', design, input, true);
  const n = table.used.rows.length;
  const { replicates } = input;
  const df = replicateDfOf(replicates, design, table.used.present) ?? table.used.df;
  const free = (table.rowLevels.length - 1) * (table.columnLevels.length - 1);
  if (n === 0 || free === 0) {
    const none = Number.NaN;
    return { statistic, value: none, df1: 0, df2: none, pValue: none, pearson: none, n, df };
  }
  const { pearson, likelihood } = unadjusted(table);
  const common = { statistic, pearson: n * pearson, n, df };
  if (statistic === 'Wald' || statistic === 'adjWald') {
    if (df < free) {
      throw new RangeError(
        `independenceTest: ${statistic} needs at least as many degrees of freedom as the table has, (rows − 1)(columns − 1) = ${free}; the design has ${df} (PSUs minus strata). Use statistic: 'F'`,
      );
    }
    const df2 = statistic === 'Wald' ? df : df - free + 1;
    const value = ((waldForm(design, table, replicates) / free) * df2) / df;
    return { ...common, value, df1: free, df2, pValue: pf(value, free, df2, false) };
  }
  const { trace, squaredTrace, effects } = designEffects(design, table, replicates);
  if (statistic === 'Chisq') {
    const pValue = pchisq((pearson * free) / trace, free, false);
    return { ...common, value: n * pearson, df1: free, df2: Number.POSITIVE_INFINITY, pValue };
  }
  const df1 = trace ** 2 / squaredTrace;
  if (statistic === 'saddlepoint') {
    // R's pFsum spreads the value over d0 df and then counts the whole ones of these
    const df2 = Math.trunc(df1 * df);
    const spread = pearson * (df2 / (df1 * df));
    const pValue = fisherSumTail(spread, positiveEigenvalues(effects, free), df2);
    return { ...common, value: n * pearson, df1: free, df2, pValue };
  }
  const value = (statistic === 'F' ? pearson : likelihood) / trace;
  return { ...common, value, df1, df2: df1 * df, pValue: pf(value, df1, df1 * df, false) };
}

/** X² and G² per row of the sample. */
function unadjusted(table: TwoWayCells) {
  const width = table.columnLevels.length;
  const { byRow, byColumn } = tableMargins(table.weight, table.rowLevels.length, width);
  const total = table.used.weight;
  let pearson = 0;
  let likelihood = 0;
  table.weight.forEach((weight, cell) => {
    const p = weight / total;
    const expected = (byRow[Math.floor(cell / width)]! / total) * (byColumn[cell % width]! / total);
    pearson += (p - expected) ** 2 / expected;
    likelihood += 2 * devianceTerm(p, expected);
  });
  return { pearson, likelihood };
}

/**
 * The generalised design effects, as a symmetric matrix similar to Δ, its trace and that of Δ², per row of the sample: Δ = (C'D⁻¹C)⁻¹ (C'D⁻¹ V D⁻¹C), C the part of
 * the interaction that the main effects leave. C'D⁻¹V D⁻¹C is the design covariance of the rows' own columns of D⁻¹C.
 */
function designEffects(design: SurveyDesign, table: TwoWayCells, replicates: ReplicateWeights | undefined) {
  const height = table.rowLevels.length;
  const width = table.columnLevels.length;
  const total = table.used.weight;
  const contrasts: Float64Array[] = [];
  for (let i = 1; i < height; i++) {
    for (let j = 1; j < width; j++) contrasts.push(interaction(i, j, height, width));
  }
  const inverse = table.weight.map((weight) => (weight > 0 ? total / weight : 0));
  const simple = contrasts.flatMap((a) =>
    contrasts.map((b) => a.reduce((sum, own, cell) => sum + own * b[cell]! * inverse[cell]!, 0)),
  );
  const q = contrasts.length;
  const decomposition = scaledCholesky(simple, q);
  if (!decomposition) {
    throw new RangeError(
      'independenceTest: the table has too many cells without a sample row to test its interaction; merge levels that leave four of them at the corners of a rectangle',
    );
  }
  const scaled = contrasts.map((column) => column.map((own, c) => own * inverse[c]!));
  const covariance = replicates
    ? covarianceAgain('independenceTest', { design, replicates }, ofShares(table.weight, scaled), (of) =>
        ofShares(cellWeights(of, table), scaled),
      )
    : influenceCovariance(
        design,
        ofShares(table.weight, scaled).map((centre, k) =>
          cellInfluence(design, table, (r, c) => (scaled[k]![r * width + c]! - centre) / total),
        ),
        table.used.present,
      );
  // Δ is similar to the symmetric L⁻¹ V L⁻ᵀ with C'D⁻¹C = L L'
  const half = contrasts.map((_, j) => whiten(decomposition, covariance.subarray(j * q, (j + 1) * q)));
  const effects = new Float64Array(q * q);
  let trace = 0;
  let squaredTrace = 0;
  for (let i = 0; i < q; i++) {
    const row = whiten(
      decomposition,
      half.map((column) => column[i]!),
    );
    effects.set(row, i * q);
    trace += row[i]!;
    for (const own of row) squaredTrace += own ** 2;
  }
  return { trace, squaredTrace, effects };
}

/** Eigenvalues of a symmetric non-negative matrix; those that are 0 to rounding are left out. */
function positiveEigenvalues(matrix: Float64Array, size: number): Float64Array {
  const rows = Array.from({ length: size }, (_, i) => Array.from(matrix.subarray(i * size, (i + 1) * size)));
  const { realEigenvalues } = new EigenvalueDecomposition(new Matrix(rows), { assumeSymmetric: true });
  const largest = Math.max(...realEigenvalues);
  return Float64Array.from(realEigenvalues.filter((value) => value > NO_EFFECT * largest));
}

/** Sums over the cells of each column times the cells' shares. */
function ofShares(weight: Float64Array, columns: readonly Float64Array[]): number[] {
  const total = weight.reduce((sum, own) => sum + own, 0);
  return columns.map((column) => column.reduce((sum, own, c) => sum + (own * weight[c]!) / total, 0));
}

/** Dummy of cell (i, j) less its fit on row and column dummies, all cells alike: a doubly centred unit. */
function interaction(i: number, j: number, height: number, width: number): Float64Array {
  return Float64Array.from({ length: height * width }, (_, cell) => {
    const inRow = (Math.floor(cell / width) === i ? 1 : 0) - 1 / height;
    const inColumn = (cell % width === j ? 1 : 0) - 1 / width;
    return inRow * inColumn;
  });
}

/** Y'V⁻¹Y of observed less expected counts on all but the first row and column; NaN if V is singular. */
function waldForm(
  design: SurveyDesign,
  table: TwoWayCells,
  replicates: ReplicateWeights | undefined,
): number {
  const height = table.rowLevels.length;
  const width = table.columnLevels.length;
  const total = table.used.weight;
  const { byRow, byColumn } = tableMargins(table.weight, height, width);
  const excess: number[] = [];
  const influence: Float64Array[] = [];
  for (let i = 1; i < height; i++) {
    for (let j = 1; j < width; j++) {
      const [down, across] = [byRow[i]! / total, byColumn[j]! / total];
      excess.push(table.weight[i * width + j]! - byRow[i]! * across);
      influence.push(
        cellInfluence(design, table, (r, c) => {
          const [inRow, inColumn] = [r === i ? 1 : 0, c === j ? 1 : 0];
          return inRow * inColumn - across * inRow - down * inColumn + down * across;
        }),
      );
    }
  }
  const totalsOf = (of: SurveyDesign) => influence.map((z) => influenceTotal(design, of, z));
  const covariance = replicates
    ? covarianceAgain('independenceTest', { design, replicates }, totalsOf(design), totalsOf)
    : influenceCovariance(design, influence, table.used.present);
  return quadraticForm(covariance, excess);
}
