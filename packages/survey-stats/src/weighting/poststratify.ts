import type { SurveyDesign } from '../design/survey-design.ts';
import { withCalibration } from './calibration-layer.ts';
import { crossedMargins } from './crossed-margins.ts';
import { checkedMargins, type Margin, marginResults } from './margins.ts';
import type { RakeResult } from './rake.ts';

export interface PoststratifyOptions {
  /** true: leave out population groups that have no respondents, instead of throwing */
  readonly partial?: boolean | undefined;
}

/**
 * Post-stratification: scales the weights of each group so that they add up to the group's population.
 *
 * The same as linear calibration on group indicators: g = population / weighted sample, and residuals from group means.
 *
 * @param groups category per row and population total per category.
 * @returns as `rake`.
 * @throws as `rake`; with `partial` groups without respondents are left out.
 *
 * R equivalent: `survey::postStratify(design, ~group, population, partial)`. Source: R/survey.R `postStratify`.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const sex = { name: 'sex', codes: Int32Array.of(0, 0, 0, 1), levels: ['female', 'male'], totals: [60, 40] };
 * poststratify(design, sex).design.weight; // Float64Array [20, 20, 20, 40]
 */
export function poststratify(
  design: SurveyDesign,
  groups: Margin,
  options: PoststratifyOptions = {},
): RakeResult {
  const sample = new Float64Array(groups.levels.length);
  groups.codes.forEach((code, row) => {
    if (code >= 0 && code < sample.length) sample[code]! += design.weight[row] ?? 0;
  });
  const given = options.partial
    ? { ...groups, totals: groups.totals.map((total, level) => (sample[level] === 0 ? 0 : total)) }
    : groups;
  checkedMargins('poststratify', design, [given]);
  const g = new Float64Array(design.rows);
  for (let row = 0; row < design.rows; row++) {
    const code = given.codes[row]!;
    g[row] = code < 0 || sample[code] === 0 ? 1 : given.totals[code]! / sample[code]!;
  }
  const calibrated = withCalibration(
    design,
    crossedMargins([{ codes: given.codes, levels: given.levels.length }], design.rows),
    g,
  );
  return {
    design: calibrated,
    g,
    iterations: 1,
    margins: marginResults([given], design.weight, calibrated.weight),
  };
}
