import {
  type DomainCells,
  domainCells,
  domainInfluenceVariance,
  qt,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyRegression,
} from '@wavebook/survey-stats';
import { equalColumns } from './equal-columns.ts';
import type { MeasuredGap } from './measured.ts';

interface GapInput extends MeasuredGap {
  readonly y: Float64Array;
}

const withLimits = (
  base: SurveyEstimate,
  gap: { estimate: number; se: number; df: number; low: number; high: number },
): SurveyEstimate => ({
  ...base,
  estimate: gap.estimate,
  se: gap.se,
  df: gap.df,
  deff: Number.NaN,
  cv: gap.estimate === 0 ? Number.NaN : gap.se / Math.abs(gap.estimate),
  ciLow: gap.low,
  ciHigh: gap.high,
});

const noGap = (base: SurveyEstimate): SurveyEstimate => {
  const unknown = { estimate: Number.NaN, se: Number.NaN, low: Number.NaN, high: Number.NaN };
  return withLimits(base, { ...unknown, df: base.df });
};

/**
 * The gap between two groups in every domain: how far the mean of `y` in group 0 lies below that in group 1, as a share of the latter; with
 * controls, the gap at equal characteristics from a regression of the logarithm. n, weights and missing answers are those of both groups.
 */
export function groupGap(design: SurveyDesign, input: GapInput, domains: DomainCells): SurveyEstimate[] {
  const { group, controls } = input;
  const y = input.y.map((value, row) =>
    (group[row] as number) < 0 || (controls.length > 0 && value <= 0) ? Number.NaN : value,
  );
  const bases = surveyMean(design, y, { domains });
  const estimate = controls.length > 0 ? gapsAtEqual : rawGaps;
  return estimate(design, { ...input, y }, domains, bases);
}

type GapEstimator = (
  design: SurveyDesign,
  input: GapInput,
  domains: DomainCells,
  bases: readonly SurveyEstimate[],
) => SurveyEstimate[];

const rawGaps: GapEstimator = (design, { y, group }, domains, bases) => {
  const { levels, levelOfRow } = domains;
  const sides = group.map((code, row) => {
    const level = levelOfRow[row] as number;
    return code < 0 || level === levels ? -1 : level * 2 + code;
  });
  const means = surveyMean(design, y, { domains: domainCells(design, sides, levels * 2) });
  const ratios = bases.map((_, level) => {
    const [own, other] = means.slice(level * 2);
    return !own || !other || own.n === 0 || other.n === 0 || other.estimate === 0
      ? Number.NaN
      : own.estimate / other.estimate;
  });
  const influence = y.map((value, row) => {
    const level = levelOfRow[row] as number;
    const ratio = ratios[level] ?? Number.NaN;
    const side = means[sides[row] as number];
    const against = means[level * 2 + 1];
    if (Number.isNaN(ratio)) return Number.NaN;
    if (Number.isNaN(value) || !side || !against) return 0;
    const part =
      ((design.weight[row] as number) * (value - side.estimate)) / side.nWeighted / against.estimate;
    return side === against ? ratio * part : -part;
  });
  const variance = domainInfluenceVariance(domains, influence);
  return bases.map((base, level) => {
    const ratio = ratios[level] as number;
    if (Number.isNaN(ratio)) return noGap(base);
    const se = Math.sqrt(variance[level] as number);
    const half = base.df > 0 ? qt((1 + base.ciLevel) / 2, base.df) * se : Number.NaN;
    const gap = 1 - ratio;
    return withLimits(base, { estimate: gap, se, df: base.df, low: gap - half, high: gap + half });
  });
};

const gapsAtEqual: GapEstimator = (design, input, domains, bases) =>
  bases.map((base, level) => {
    const inside = new Uint8Array(domains.levelOfRow.length);
    for (let row = 0; row < inside.length; row++) if (domains.levelOfRow[row] === level) inside[row] = 1;
    return gapAtEqual(design, input, inside, base);
  });

const gapAtEqual = (
  design: SurveyDesign,
  { y, group, controls }: GapInput,
  inside: Uint8Array,
  base: SurveyEstimate,
): SurveyEstimate => {
  const enters = y.map((value, row) =>
    inside[row] &&
    !Number.isNaN(value) &&
    (design.weight[row] as number) > 0 &&
    controls.every((control) =>
      'codes' in control ? (control.codes[row] as number) >= 0 : !Number.isNaN(control.values[row]),
    )
      ? 1
      : 0,
  );
  const sides = [0, 1].map((side) => group.some((code, row) => enters[row] === 1 && code === side));
  if (!sides.every(Boolean)) return noGap(base);
  const x = equalColumns({ group, controls }, enters);
  const model = surveyRegression(design, { y: y.map(Math.log), x, domain: inside });
  const b = model.coefficients.find(({ name }) => name === 'group');
  if (!b) return noGap(base);
  const gap = 1 - Math.exp(b.estimate);
  return {
    ...withLimits(base, {
      estimate: gap,
      se: Math.exp(b.estimate) * b.se,
      df: model.df,
      low: 1 - Math.exp(b.ciHigh),
      high: 1 - Math.exp(b.ciLow),
    }),
    n: model.n,
    nWeighted: model.nWeighted,
  };
};
