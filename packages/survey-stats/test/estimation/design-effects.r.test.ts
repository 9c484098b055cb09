import { afterAll, describe, it } from 'vitest';
import {
  domainCells,
  type EstimateOptions,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('design-effects');
const { apistrat, apiclus1, apiclus2 } = r;
const levels = ['E', 'H', 'M'];
const samples = {
  strat: {
    data: apistrat,
    design: surveyDesign({ weight: apistrat.pw, strata: apistrat.stype, fpc: apistrat.fpc }),
  },
  clus1: {
    data: apiclus1,
    design: surveyDesign({ weight: apiclus1.pw, psu: apiclus1.dnum, fpc: apiclus1.fpc }),
  },
  clus2: {
    data: apiclus2,
    design: surveyDesign({
      weight: apiclus2.pw,
      psu: [apiclus2.dnum, apiclus2.snum],
      fpc: [apiclus2.fpc1, apiclus2.fpc2],
    }),
  },
};
afterAll(reportWorst);

describe.each(['strat', 'clus1', 'clus2'] as const)('%s', (name) => {
  const { data, design } = samples[name];
  const y = numbers(data.api00);
  const yes = Float64Array.from(data.awards, (own) => (own === 'Yes' ? 1 : 0));
  const [students, enroll] = [numbers(data['api.stu']), numbers(data.enroll)];
  const byType = domainCells(design, codesOf(data.stype, levels), 3);

  it.each(['without_replacement', 'with_replacement'] as const)('%s', (deff) => {
    const effects = (options: EstimateOptions) => ({
      mean: surveyMean(design, y, options),
      total: surveyTotal(design, y, options),
      count: surveyTotal(design, yes, options),
      proportion: surveyProportion(design, yes, options),
      ratio: surveyRatio(design, students, enroll, options),
    });
    const whole = effects({ deff });
    const domains = effects({ deff, domains: byType });
    for (const kind of ['mean', 'total', 'count', 'proportion', 'ratio'] as const) {
      expectClose(whole[kind][0]!.deff, r.effects[name].all[deff][kind], CLOSED_FORM, kind);
      for (const [d, level] of levels.entries()) {
        expectClose(domains[kind][d]!.deff, r.effects[name][level][deff][kind], CLOSED_FORM, kind);
      }
    }
  });
});
