import type { SurveyDesign } from '../design/survey-design.ts';
import { pf } from '../distributions/fisher.ts';
import { influenceCovariance } from '../estimation/influence-covariance.ts';
import {
  type AnalysisRows,
  analysisRows,
  checkDomain,
  checkVariable,
  gather,
} from '../models/analysis-rows.ts';
import { type CodedVariable, checkCodes } from '../models/covariate.ts';
import { groupMoments } from '../models/group-moments.ts';
import { quadraticForm } from '../models/scaled-cholesky.ts';
import { combine } from '../models/standard-errors.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from '../models/tested-estimate.ts';
import { covarianceAgain, influenceTotal, replicateDfOf } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { RANK_TESTS, type RankTest, rankScores, type TieRule } from './rank-scores.ts';

export interface RankTestInput {
  /** row → value, of which only the order counts; NaN: no answer */
  readonly y: Float64Array;
  /** two groups or more */
  readonly group: CodedVariable;
  /** default 'wilcoxon'; with more than two groups that is Kruskal and Wallis's */
  readonly test?: RankTest | undefined;
  /** default 'middle' */
  readonly ties?: TieRule | undefined;
  /** row → 1 inside, 0 outside */
  readonly domain?: Uint8Array | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** covariances from the influence totals of every replicate, ranks as in the full sample, in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

export interface RankDifference extends TestedEstimate {
  readonly level: string;
  readonly n: number;
}

export interface SurveyRankTest {
  /** mean rank score of each level minus that of the first one; t with df2 */
  readonly differences: readonly RankDifference[];
  /** the level compared with, and its rows */
  readonly reference: { readonly level: string; readonly n: number };
  /** all differences are 0; with two groups t² */
  readonly f: number;
  /** groups minus 1 */
  readonly df1: number;
  /** PSUs minus strata of the rows that entered, or what the replicates say, minus df1 */
  readonly df2: number;
  readonly pValue: number;
  readonly test: RankTest;
}

/**
 * Design-based rank test: whether groups have the same distribution, by the mean of a score of the estimated population
 * rank: the rank as a share (Wilcoxon, Kruskal-Wallis), its normal quantile (van der Waerden), or above the median.
 *
 * Levels without a row are left out. Ties share the middle of their weight, so row order changes nothing; R's svyranktest
 * differs when tied rows have unequal weights (`ties: 'row_order'` is R).
 *
 * @returns NaN for F and p if fewer than two levels have a row, df2 ≤ 0, or the differences have no covariance to test by.
 * @throws on an unknown test or code, and for a stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svyranktest(y ~ group, design, test)`, also of a replicate design. Source: Lumley & Scott (2013), "Two-sample rank tests
 * under complex sampling", Biometrika 100, 831-842: scores are regressed on the groups.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1, 1, 1] });
 * const group = { name: 'sex', codes: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1), levels: ['women', 'men'] };
 * const test = surveyRankTest(design, { y: Float64Array.of(1, 2, 3, 6, 4, 5, 7, 8), group });
 * test.differences[0].estimate; // 0.375: men stand 3/8 of the ranks higher
 * test.pValue; // 0.06183…
 */
export function surveyRankTest(design: SurveyDesign, input: RankTestInput): SurveyRankTest {
  const { y, group, test = 'wilcoxon', ties = 'middle', domain } = input;
  const level = checkLevel('surveyRankTest', input.ciLevel);
  checkVariable('surveyRankTest', 'y', y, design);
  checkCodes('surveyRankTest', group, design.rows);
  checkDomain('surveyRankTest', design, domain);
  if (!RANK_TESTS.includes(test)) {
    throw new RangeError(`surveyRankTest: test must be one of ${RANK_TESTS.join(', ')}; got "${test}"`);
  }
  const grouped = Uint8Array.from(group.codes, (code, row) => (code === -1 || domain?.[row] === 0 ? 0 : 1));
  const used = analysisRows(design, [y], grouped);
  const score = new Float64Array(design.rows);
  rankScores(gather(y, used.rows), gather(design.weight, used.rows), test, ties).forEach((own, k) => {
    score[used.rows[k]!] = own;
  });
  const sides = group.levels.flatMap((name, code) => {
    const side = rowsOf(design, used, group.codes, code);
    if (side.rows.length === 0) return [];
    const { mean, influence } = groupMoments(design, [{ values: score }], side);
    return [{ name, n: side.rows.length, mean: mean[0]!, z: influence[0]! }];
  });
  const [first, ...others] = sides;
  const q = others.length;
  const difference = others.map(({ mean }) => mean - first!.mean);
  const influence = others.map(({ z }) => combine([z, first!.z], [1, -1]));
  const { replicates } = input;
  const covariance = replicates
    ? covarianceAgain('surveyRankTest', { design, replicates }, new Float64Array(q), (of) =>
        influence.map((z) => influenceTotal(design, of, z)),
      )
    : influenceCovariance(design, influence, used.present);
  const df2 = (replicateDfOf(replicates, design, used.present) ?? used.df) - q;
  const f = q === 0 ? Number.NaN : quadraticForm(covariance, difference) / q;
  return {
    differences: others.map(({ name, n }, i) => ({
      level: name,
      n,
      ...testedEstimate(difference[i]!, Math.sqrt(covariance[i * q + i]!), df2, level),
    })),
    reference: { level: first?.name ?? '', n: first?.n ?? 0 },
    f,
    df1: q,
    df2,
    pValue: pf(f, q, df2, false),
    test,
  };
}

function rowsOf(design: SurveyDesign, used: AnalysisRows, codes: Int32Array, code: number): AnalysisRows {
  return analysisRows(
    design,
    [],
    used.present.map((own, row) => (codes[row] === code ? own : 0)),
  );
}
