import type { IntervalMethod } from '@wavebook/survey-stats';

type Statistic = 'mean' | 'proportion' | 'total' | 'ratio' | 'quantile';

/** The interval methods that each statistic has; the first is its default. */
export const methodsOf: Record<Statistic, readonly IntervalMethod[]> = {
  mean: ['mean'],
  proportion: ['logit', 'mean', 'xlogit', 'asin', 'beta', 'beta_nchs', 'wilson', 'likelihood'],
  total: ['mean'],
  ratio: ['mean'],
  quantile: ['mean', 'xlogit', 'asin', 'beta'],
};

/** The method asked for if the statistic has it, else its default. */
export function methodFor(statistic: Statistic, asked: IntervalMethod | undefined): IntervalMethod {
  const methods = methodsOf[statistic];
  return asked !== undefined && methods.includes(asked) ? asked : (methods[0] ?? 'mean');
}
