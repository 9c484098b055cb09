import {
  type Covariate,
  type DomainCells,
  domainCells,
  dummyVariables,
  influenceCovariance,
  qt,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
  surveyRegression,
} from '@wavebook/survey-stats';
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
  const estimate = controls.length > 0 ? gapAtEqual : rawGap;
  return bases.map((base, level) => {
    const inside = Uint8Array.from(domains.levelOfRow, (of) => (of === level ? 1 : 0));
    return estimate(design, { ...input, y }, inside, base);
  });
}

type GapEstimator = (
  design: SurveyDesign,
  input: GapInput,
  inside: Uint8Array,
  base: SurveyEstimate,
) => SurveyEstimate;

const rawGap: GapEstimator = (design, { y, group }, inside, base) => {
  const codes = group.map((code, row) => (inside[row] ? code : -1));
  const [own, other] = surveyMean(design, y, { domains: domainCells(design, codes, 2) });
  if (!own || !other || own.n === 0 || other.n === 0 || other.estimate === 0) return noGap(base);
  const ratio = own.estimate / other.estimate;
  const influence = y.map((value, row) => {
    const code = codes[row];
    if (Number.isNaN(value) || code === -1) return 0;
    const w = design.weight[row] as number;
    return code === 0
      ? (-w * (value - own.estimate)) / own.nWeighted / other.estimate
      : (w * ratio * (value - other.estimate)) / other.nWeighted / other.estimate;
  });
  const se = Math.sqrt(influenceCovariance(design, [influence], inside)[0] as number);
  const half = base.df > 0 ? qt((1 + base.ciLevel) / 2, base.df) * se : Number.NaN;
  const gap = 1 - ratio;
  return withLimits(base, { estimate: gap, se, df: base.df, low: gap - half, high: gap + half });
};

const gapAtEqual: GapEstimator = (design, { y, group, controls }, inside, base) => {
  const enters = y.map((value, row) =>
    inside[row] && !Number.isNaN(value) && (design.weight[row] as number) > 0 ? 1 : 0,
  );
  const sides = [0, 1].map((side) => group.some((code, row) => enters[row] === 1 && code === side));
  if (!sides.every(Boolean)) return noGap(base);
  const x: Covariate[] = [
    { name: 'group', values: Float64Array.from(group, (code) => (code < 0 ? Number.NaN : 1 - code)) },
    ...controls.flatMap((control) =>
      'codes' in control ? classes(control, enters) : curve(control, enters),
    ),
  ];
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

/** The classes of a category that occur among the rows, one column each but for the first. */
const classes = (
  { name, codes, levels }: { name: string; codes: Int32Array; levels: readonly string[] },
  enters: Float64Array,
): Covariate[] => {
  const present = levels.filter((_, code) => codes.some((own, row) => own === code && enters[row] === 1));
  if (present.length < 2) return [];
  const place = levels.map((level) => present.indexOf(level));
  return dummyVariables({
    name,
    codes: codes.map((code) => (code < 0 ? -1 : (place[code] as number))),
    levels: present,
  });
};

/** A number about its mean, and its square, so that the two stand apart. */
const curve = (
  { name, values }: { name: string; values: Float64Array },
  enters: Float64Array,
): Covariate[] => {
  let sum = 0;
  let count = 0;
  values.forEach((value, row) => {
    if (enters[row] !== 1 || Number.isNaN(value)) return;
    sum += value;
    count += 1;
  });
  const centred = values.map((value) => value - sum / count);
  return [
    { name, values: centred },
    { name: `${name} squared`, values: centred.map((value) => value ** 2) },
  ];
};
