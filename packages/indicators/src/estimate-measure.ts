import type { EstimateRow, Indicator } from '@wavebook/schema';
import {
  type DomainCells,
  gini,
  lowPayShare,
  proportionInterval,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
} from '@wavebook/survey-stats';
import { groupGap } from './group-gap.ts';
import type { Measured, MeasuredMembers } from './measured.ts';

/** The estimate of one level, with how many respondents (or members) gave the answer of a share. */
export interface LevelEstimate extends SurveyEstimate {
  readonly ones: number;
}

/** The statistic that an indicator's measure gives. */
export function statisticOf({ measure }: Indicator): EstimateRow['statistic'] {
  switch (measure.kind) {
    case 'mean':
    case 'quantile':
    case 'ratio':
    case 'gini':
    case 'gap':
      return measure.kind;
    default:
      return 'proportion';
  }
}

/** Respondents with the answer (y = 1), by level. */
const countOnes = (y: Float64Array, codes: Int32Array, levels: number): Int32Array => {
  const counts = new Int32Array(levels);
  for (let row = 0; row < y.length; row++) {
    const code = codes[row] as number;
    if (code >= 0 && y[row] === 1) counts[code] = (counts[code] as number) + 1;
  }
  return counts;
};

/** A ratio of household totals, told as the share of members that it is: n, weights and missing answers of members, logit limits. */
const asMemberShare = (
  ratios: readonly SurveyEstimate[],
  members: MeasuredMembers,
  codes: Int32Array,
  weight: Float64Array,
): LevelEstimate[] => {
  const tally = ratios.map(() => ({ n: 0, ones: 0, weighted: 0, unanswered: 0 }));
  members.row.forEach((row, i) => {
    const level = tally[codes[row] as number];
    if (!level) return;
    const w = (weight[row] as number) * (members.share[i] as number);
    if (Number.isNaN(members.y[i])) level.unanswered += w;
    else {
      level.n += 1;
      level.ones += members.y[i] as number;
      level.weighted += w;
    }
  });
  return ratios.map((ratio, i) => {
    const { n, ones, weighted, unanswered } = tally[i] as (typeof tally)[number];
    const { estimate, se, df, ciLevel } = ratio;
    const limits = proportionInterval({ estimate, se, n, df, level: ciLevel, method: 'logit' });
    return {
      ...ratio,
      n,
      ones,
      nWeighted: weighted,
      missingShare: unanswered / (weighted + unanswered),
      deff: Number.NaN,
      ciMethod: 'logit',
      ciLow: limits.low,
      ciHigh: limits.high,
    };
  });
};

/** Estimates a measure in every level of a breakdown. `codes` are the levels of the rows, -1 outside the universe. */
export function estimateMeasure(
  design: SurveyDesign,
  values: Measured,
  indicator: Indicator,
  domains: DomainCells,
  codes: Int32Array,
  levels: number,
): LevelEstimate[] {
  const { y, x, members } = values;
  const { measure } = indicator;
  if (members && x)
    return asMemberShare(surveyRatio(design, y, x, { domains }), members, codes, design.weight);
  const withOnes = (estimates: SurveyEstimate[], ones?: Int32Array): LevelEstimate[] =>
    estimates.map((e, i) => ({ ...e, ones: ones?.[i] ?? 0 }));
  if (measure.kind === 'ratio' && x) return withOnes(surveyRatio(design, y, x, { domains }));
  if (measure.kind === 'quantile')
    return withOnes(surveyQuantile(design, y, measure.probability, { domains }));
  if (measure.kind === 'mean') return withOnes(surveyMean(design, y, { domains }));
  if (measure.kind === 'gini') return withOnes(gini(design, y, { domains }));
  if (measure.kind === 'low_pay') {
    const rows = lowPayShare(design, y, {
      domains,
      lineOf: 'population',
      fraction: measure.fraction,
      ciMethod: 'logit',
    });
    const line = rows[0]?.line ?? Number.NaN;
    const low = y.map((value) => (Number.isNaN(value) ? value : value < line ? 1 : 0));
    return withOnes(rows, countOnes(low, codes, levels));
  }
  if (values.gap) return withOnes(groupGap(design, { y, ...values.gap }, domains));
  return withOnes(surveyProportion(design, y, { domains }), countOnes(y, codes, levels));
}
