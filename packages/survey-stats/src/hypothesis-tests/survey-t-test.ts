import type { SurveyDesign } from '../design/survey-design.ts';
import { analysisRows, checkDomain, checkVariable } from '../models/analysis-rows.ts';
import { groupMoments } from '../models/group-moments.ts';
import { combine, standardErrors } from '../models/standard-errors.ts';
import { checkLevel, type TestedEstimate, testedEstimate } from '../models/tested-estimate.ts';
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
}

export interface TTest extends TestedEstimate {
  /** rows that entered; of group 0 and group 1 if there are groups */
  readonly n: readonly number[];
  readonly df: number;
  readonly dfRule:
    | 'psus minus strata of the domain, missing answers included, minus 1'
    | 'psus minus strata of the rows that entered, minus 1';
  readonly ciLevel: number;
}

/**
 * Design-based t test of one mean, or of the difference of two groups' means (group 1 minus group 0).
 *
 * Groups may share PSUs: the covariance is in. R's degrees of freedom: PSUs minus strata, minus 1; for one mean they are
 * counted before rows without an answer are dropped, for two after. `surveyMean`'s interval has one df more.
 *
 * @returns estimate, se, t = (estimate − hypothesis)/se and its two-sided p; NaN if a group has no row, or df ≤ 0.
 * @throws on group codes other than 0, 1 and −1, and for a stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svyttest(y ~ 0, design)`, `survey::svyttest(y ~ group, design)`.
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
  const codes = group ? [0, 1] : [undefined];
  const sides = codes.map((code) =>
    analysisRows(
      design,
      [],
      used.present.map((own, row) => (code === undefined || group?.[row] === code ? own : 0)),
    ),
  );
  const moments = sides.map((side) => groupMoments(design, [{ values: y }], side));
  const contrast = group ? [-1, 1] : [1];
  const estimate = contrast.reduce((sum, a, i) => sum + a * moments[i]!.mean[0]!, 0);
  const z = combine(
    moments.map(({ influence }) => influence[0]!),
    contrast,
  );
  const empty = sides.some(({ rows }) => rows.length === 0);
  const se = empty ? Number.NaN : standardErrors(design, [z], used.present)[0]!;
  const df = (group ? used.df : analysisRows(design, [], domain).df) - 1;
  const { t, pValue } = testedEstimate(estimate - hypothesis, se, df, ciLevel);
  return {
    ...testedEstimate(estimate, se, df, ciLevel),
    t,
    pValue,
    n: sides.map(({ rows }) => rows.length),
    df,
    dfRule: group
      ? 'psus minus strata of the rows that entered, minus 1'
      : 'psus minus strata of the domain, missing answers included, minus 1',
    ciLevel,
  };
}
