import {
  type DomainCells,
  domainInfluenceVariance,
  qt,
  type SurveyDesign,
  type SurveyEstimate,
  surveyMean,
} from '@wavebook/survey-stats';

/** The sum of the items of a row; NaN unless all are answered. */
export const sumOfItems = (items: readonly Float64Array[]): Float64Array =>
  (items[0] as Float64Array).map((_, row) => items.reduce((sum, item) => sum + (item[row] as number), 0));

/**
 * Cronbach's alpha of items in every domain, among those who answered all of them: k/(k−1) · (1 − Σ s²ᵢ / s²), s² of the sum of the items. Errors
 * by its influence, with the means held fixed as in the variance of `survey::svyvar`.
 */
export function itemReliability(
  design: SurveyDesign,
  items: readonly Float64Array[],
  domains: DomainCells,
): SurveyEstimate[] {
  const sum = sumOfItems(items);
  const complete = items.map((item) =>
    item.map((value, row) => (Number.isNaN(sum[row]) ? Number.NaN : value)),
  );
  const bases = surveyMean(design, sum, { domains });
  const squares = (values: Float64Array): { deviations: Float64Array; variances: number[] } => {
    const means = surveyMean(design, values, { domains }).map(({ estimate }) => estimate);
    const deviations = values.map(
      (value, row) => (value - (means[domains.levelOfRow[row]!] ?? Number.NaN)) ** 2,
    );
    return { deviations, variances: surveyMean(design, deviations, { domains }).map((e) => e.estimate) };
  };
  const parts = complete.map(squares);
  const whole = squares(sum);
  const factor = items.length / (items.length - 1);
  const ofItems = bases.map((_, level) => parts.reduce((total, part) => total + part.variances[level]!, 0));
  const influence = sum.map((value, row) => {
    const level = domains.levelOfRow[row]!;
    const base = bases[level];
    if (Number.isNaN(value) || !base) return Number.NaN;
    const [s, t] = [ofItems[level]!, whole.variances[level]!];
    const own = parts.reduce((total, { deviations }) => total + deviations[row]!, 0) - s;
    const all = whole.deviations[row]! - t;
    return ((design.weight[row]! / base.nWeighted) * factor * (s * all - t * own)) / (t * t);
  });
  const variance = domainInfluenceVariance(domains, influence);
  return bases.map((base, level) => {
    const estimate = factor * (1 - ofItems[level]! / whole.variances[level]!);
    const se = Math.sqrt(variance[level]!);
    const half = base.df > 0 ? qt((1 + base.ciLevel) / 2, base.df) * se : Number.NaN;
    return {
      ...base,
      estimate,
      se,
      deff: Number.NaN,
      cv: se / Math.abs(estimate),
      ciLow: estimate - half,
      ciHigh: estimate + half,
    };
  });
}
