import { cellsFor, type DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import type { Answered } from './answered.ts';
import { type Gradient, gradientAt, type SmoothFunction } from './gradient.ts';
import { influenceSimpleVariance } from './influence-simple-variance.ts';
import { linearisedVariance } from './linearised-variance.ts';
import { checkStatistic, linearise, type Statistic } from './statistic.ts';
import { type EstimateOptions, finishEstimates, type SurveyEstimate } from './survey-estimate.ts';

export interface FunctionOptions extends EstimateOptions {
  /** the function of the statistics' estimates, such as `([a, b]) => Math.log(a / b)` */
  readonly g: SmoothFunction;
  /** its partial derivatives; absent: numeric */
  readonly gradient?: Gradient | undefined;
}

/**
 * Survey function: any smooth function of means, totals and ratios, in every domain, by the delta method.
 *
 * Each statistic uses the rows that have its own answers. `n` and `nWeighted` are those of the statistic with the
 * fewest. For a function over domains, or over both, see `deltaMethod`.
 *
 * @param statistics what g is a function of. @param options g, gradient, domains, interval (default `mean`: t with
 *   df; `log` and `logit` for results that are positive or shares). The design effect is that of the linearised
 *   variable.
 * @returns one estimate a domain, with SE √V(z · ∇g).
 * @throws as `surveyMean`, and if the gradient has not one number a statistic.
 *
 * R equivalent: `survey::svycontrast(stat, quote(log(a / b)))`. Source: Särndal, Swensson and Wretman 1992, section
 * 5.5.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1] });
 * const y = Float64Array.of(1, 2, 6);
 * const [log] = surveyFunction(design, [{ kind: 'mean', y }], { g: ([mean]) => Math.log(mean) });
 * log.estimate; // 1.0986…: log 3
 */
export function surveyFunction(
  design: SurveyDesign,
  statistics: readonly Statistic[],
  options: FunctionOptions,
): SurveyEstimate[] {
  const cells = cellsFor('surveyFunction', design, options.domains);
  if (statistics.length === 0) {
    throw new RangeError('surveyFunction: statistics must hold at least one; got none');
  }
  statistics.forEach((statistic, s) => {
    checkStatistic('surveyFunction', statistic, design.rows, `statistics[${s}].`);
  });
  const found = statistics.map((statistic) => linearise(cells, statistic));
  const estimate = new Float64Array(cells.levels);
  const slopes = Array.from(estimate, (_, d) => {
    const at = found.map((one) => one.estimate[d]!);
    if (at.some(Number.isNaN)) {
      estimate[d] = Number.NaN;
      return at;
    }
    estimate[d] = options.g(at);
    return gradientAt('surveyFunction', options.g, options.gradient, at);
  });
  const z = new Float64Array(design.rows).fill(Number.NaN);
  for (let row = 0; row < design.rows; row++) {
    const level = cells.levelOfRow[row]!;
    if (level === cells.levels) continue;
    let sum = 0;
    let entered = false;
    for (let s = 0; s < found.length; s++) {
      const own = found[s]!.influence[row]!;
      if (Number.isNaN(own)) continue;
      sum += slopes[level]![s]! * own;
      entered = true;
    }
    if (entered) z[row] = sum;
  }
  const again = (other: DomainCells) => {
    const values = statistics.map((statistic) => linearise(other, statistic).estimate);
    return estimate.map((_, d) => options.g(values.map((value) => value[d]!)));
  };
  const linearised = { influence: z, estimate, again };
  const variance = linearisedVariance('surveyFunction', cells, linearised, options.replicates);
  const sums = fewest(found.map((one) => one.sums));
  const simpleVariance = influenceSimpleVariance(cells, z, options.deff);
  return finishEstimates({ sums, estimate, variance, simpleVariance }, options, 'mean');
}

/** Of every domain the counts of the statistic with the fewest rows. */
function fewest(all: readonly Answered[]): Answered {
  const first = all[0]!;
  const least = Array.from(first.n, (_, d) =>
    all.reduce((kept, one) => (one.n[d]! < kept.n[d]! ? one : kept), first),
  );
  return {
    cells: first.cells,
    n: Int32Array.from(least, (one, d) => one.n[d]!),
    weight: Float64Array.from(least, (one, d) => one.weight[d]!),
  };
}
