import type { EstimateRow, Indicator } from '@wavebook/schema';
import {
  type BatchStatistic,
  type DomainCells,
  gini,
  lowPayShare,
  proportionInterval,
  type SurveyDesign,
  type SurveyEstimate,
  surveyBatch,
} from '@wavebook/survey-stats';
import { groupGap } from './group-gap.ts';
import { itemReliability } from './item-reliability.ts';
import type { Measured, MeasuredMembers } from './measured.ts';

/** The estimate of one level, with how many respondents (or members) gave the answer of a share. */
export interface LevelEstimate extends SurveyEstimate {
  readonly ones: number;
}

/** The same, without the count where it is n times the unweighted share. */
export interface MeasureEstimate extends SurveyEstimate {
  readonly ones?: number;
}

/** The statistic that an indicator's measure gives. */
export function statisticOf({ measure }: Pick<Indicator, 'measure'>): EstimateRow['statistic'] {
  switch (measure.kind) {
    case 'mean':
    case 'quantile':
    case 'ratio':
    case 'gini':
    case 'gap':
    case 'reliability':
      return measure.kind;
    case 'score_mean':
    case 'composite':
    case 'count_mean':
      return 'mean';
    case 'years_between':
      return measure.statistic === 'mean' ? 'mean' : 'quantile';
    default:
      return 'proportion';
  }
}

/** How many rows of each level hold a value below the line. */
const countBelow = (y: Float64Array, line: number, { codes, domains }: CodedDomains): Int32Array => {
  const counts = new Int32Array(domains.levels);
  for (let row = 0; row < y.length; row++) {
    const code = codes[row] as number;
    if (code >= 0 && (y[row] as number) < line) counts[code] = (counts[code] as number) + 1;
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

/** The statistic of a measure that `surveyBatch` can estimate beside others; undefined for one that needs a pass of its own. */
const batchStatistic = ({ measure, values }: AskedMeasure): BatchStatistic | undefined => {
  const { y, x, members, gap, items } = values;
  if (x && (members || measure.kind === 'ratio')) return { statistic: 'ratio', numerator: y, denominator: x };
  if (gap || items || measure.kind === 'gini' || measure.kind === 'low_pay') return undefined;
  const statistic = statisticOf({ measure });
  if (statistic === 'quantile')
    return { statistic, y, probability: measure.kind === 'quantile' ? measure.probability : 0.5 };
  return { statistic: statistic === 'mean' ? 'mean' : 'proportion', y };
};

/** A measure that is more than sums over the rows. */
const ownEstimates = (
  design: SurveyDesign,
  { measure, values: { y, gap, items } }: AskedMeasure,
  breakdown: CodedDomains,
): MeasureEstimate[] => {
  const { domains } = breakdown;
  if (gap) return groupGap(design, { y, ...gap }, domains);
  if (items) return itemReliability(design, items, domains);
  if (measure.kind !== 'low_pay') return gini(design, y, { domains });
  const { fraction } = measure;
  const shares = lowPayShare(design, y, { domains, lineOf: 'population', fraction, ciMethod: 'logit' });
  const below = countBelow(y, shares[0]?.line ?? Number.NaN, breakdown);
  return shares.map((share, level) => ({ ...share, ones: below[level] as number }));
};

/** A measure and its values; see `measured`. */
export interface AskedMeasure {
  readonly measure: Indicator['measure'];
  readonly values: Measured;
}

/** A breakdown of a design. `codes` are the levels of the rows, -1 outside the universe. */
export interface CodedDomains {
  readonly domains: DomainCells;
  readonly codes: Int32Array;
}

/** Estimates measures in every level of every breakdown: measure → breakdown → level. What is sums over the rows is summed side by side. */
export function estimateMeasures(
  design: SurveyDesign,
  asked: readonly AskedMeasure[],
  breakdowns: readonly CodedDomains[],
): MeasureEstimate[][][] {
  const statistics = asked.map(batchStatistic);
  const batch = surveyBatch(
    design,
    statistics.filter((statistic) => statistic !== undefined),
    { breakdowns: breakdowns.map(({ domains }) => domains) },
  );
  return asked.map((own, i) => {
    if (!statistics[i]) return breakdowns.map((breakdown) => ownEstimates(design, own, breakdown));
    const estimates = batch.shift() ?? [];
    const { members } = own.values;
    if (!members) return estimates;
    return estimates.map((ratios, b) =>
      asMemberShare(ratios, members, (breakdowns[b] as CodedDomains).codes, design.weight),
    );
  });
}
