import type { SurveyDesign } from '../design/survey-design.ts';
import { analysisRows, checkDomain, checkVariable } from '../models/analysis-rows.ts';
import { groupMoments } from '../models/group-moments.ts';
import { combine, standardErrors } from '../models/standard-errors.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from '../models/tested-estimate.ts';
import { covarianceAgain, replicateDfOf } from '../replication/covariance-again.ts';
import type { ReplicateWeights } from '../replication/replicate-weights.ts';
import { checkGroups } from './check-groups.ts';

export interface TTestInput {
  /** row → value; NaN: no answer */
  readonly y: Float64Array;
  /** row → 0 or 1, −1 neither; absent: the test of one mean */
  readonly group?: Int32Array | undefined;
  /** mean, or difference of means, under the hypothesis; default 0 */
  readonly hypothesis?: number | undefined;
  /** row → 1 inside, 0 outside */
  readonly domain?: Uint8Array | undefined;
  /** default 0.95 */
  readonly ciLevel?: number | undefined;
  /** standard error from the means of every replicate in place of linearisation */
  readonly replicates?: ReplicateWeights | undefined;
}

export interface TTest extends TestedEstimate {
  /** rows that entered; of group 0 and group 1 if there are groups */
  readonly n: readonly number[];
  readonly df: number;
  readonly dfRule:
    | 'psus minus strata of the domain, missing answers included, minus 1'
    | 'psus minus strata of the rows that entered, minus 1'
    | 'df of the replicates, minus 1';
  readonly ciLevel: number;
}

/**
 * Design-based t test of one mean, or of the difference of two groups' means (group 1 minus group 0).
 *
 * Groups may share PSUs: the covariance is in. R's degrees of freedom: PSUs minus strata, minus 1; for one mean they are
 * counted before rows without an answer are dropped, for two after. `surveyMean`'s interval has one df more.
 *
 * @returns estimate, se, t = (estimate − hypothesis)/se and its two-sided p; NaN if a group has no row, or df ≤ 0.
 * @throws on group codes other than 0, 1 and −1, for a stratum with one PSU under `lonelyPsu: 'fail'`, and for replicates of
 *   another design.
 *
 * R equivalent: `survey::svyttest(y ~ 0, design)`, `survey::svyttest(y ~ group, design)`, also of a replicate design.
 * Source: R/survey.R `svyttest`; V of z₁ − z₀, z = w (y − ȳ)/W.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * surveyTTest(design, { y: Float64Array.of(1, 3, 5, 7), group: Int32Array.of(0, 0, 1, 1) }).estimate; // 4
 */
export function surveyTTest(design: SurveyDesign, input: TTestInput): TTest {
  const { y, group, hypothesis = 0, domain } = input;
  const ciLevel = checkLevel('surveyTTest', input.ciLevel);
  checkVariable('surveyTTest', 'y', y, design);
  checkDomain('surveyTTest', design, domain);
  if (group) checkGroups('surveyTTest', design, group, 2);
  const grouped = group
    ? Uint8Array.from(group, (code, row) => (code === -1 || domain?.[row] === 0 ? 0 : 1))
    : domain;
  const used = analysisRows(design, [y], grouped);
  const compared = (of: SurveyDesign) => compareMeans(of, y, group, used.present);
  const { estimate, z, n } = compared(design);
  const { replicates } = input;
  const variance = () =>
    replicates
      ? covarianceAgain('surveyTTest', { design, replicates }, [estimate], (of) => [
          compared(of).estimate,
        ])[0]!
      : standardErrors(design, [z], used.present)[0]! ** 2;
  const se = n.includes(0) ? Number.NaN : Math.sqrt(variance());
  const counted = group ? used : analysisRows(design, [], domain);
  const ofReplicates = replicateDfOf(replicates, design, counted.present);
  const df = (ofReplicates ?? counted.df) - 1;
  const { t, pValue } = testedEstimate(estimate - hypothesis, se, df, ciLevel);
  return {
    ...testedEstimate(estimate, se, df, ciLevel),
    t,
    pValue,
    n,
    df,
    dfRule:
      ofReplicates !== undefined
        ? 'df of the replicates, minus 1'
        : group
          ? 'psus minus strata of the rows that entered, minus 1'
          : 'psus minus strata of the domain, missing answers included, minus 1',
    ciLevel,
  };
}

/** The mean, or the difference of two, with its influence values and the rows of each side. */
function compareMeans(
  design: SurveyDesign,
  y: Float64Array,
  group: Int32Array | undefined,
  present: Uint8Array,
): { estimate: number; z: Float64Array; n: number[] } {
  const codes = group ? [0, 1] : [undefined];
  const sides = codes.map((code) =>
    analysisRows(
      design,
      [],
      present.map((own, row) => (code === undefined || group?.[row] === code ? own : 0)),
    ),
  );
  const moments = sides.map((side) => groupMoments(design, [{ values: y }], side));
  const contrast = group ? [-1, 1] : [1];
  return {
    estimate: contrast.reduce((sum, a, i) => sum + a * moments[i]!.mean[0]!, 0),
    z: combine(
      moments.map(({ influence }) => influence[0]!),
      contrast,
    ),
    n: sides.map(({ rows }) => rows.length),
  };
}
