import { afterAll, describe, expect, it } from 'vitest';
import {
  domainCells,
  type IntervalMethod,
  type SurveyDesign,
  type SurveyEstimate,
  surveyContrast,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('estimates');
afterAll(reportWorst);

const designs: Record<string, { data: Golden; design: SurveyDesign }> = {
  apistrat: {
    data: r.apistrat,
    design: surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype, fpc: r.apistrat.fpc }),
  },
  apistrat_nofpc: {
    data: r.apistrat,
    design: surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype }),
  },
  apiclus1: {
    data: r.apiclus1,
    design: surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc }),
  },
  apiclus2: {
    data: r.apiclus2,
    design: surveyDesign({
      weight: r.apiclus2.pw,
      psu: [r.apiclus2.dnum, r.apiclus2.snum],
      fpc: [r.apiclus2.fpc1, r.apiclus2.fpc2],
      lonelyPsu: 'fail',
    }),
  },
  apiclus2_onestage: {
    data: r.apiclus2,
    design: surveyDesign({ weight: r.apiclus2.pw, psu: r.apiclus2.dnum }),
  },
};

function expectRow(actual: SurveyEstimate, expected: Golden, kind: string): void {
  expectClose(actual.estimate, expected.estimate, CLOSED_FORM, `${kind} estimate`);
  expectClose(actual.se, expected.se, CLOSED_FORM, `${kind} se`);
  if (expected.df === undefined) return;
  expect(actual.df).toBe(expected.df);
  if (expected.df > 0) {
    expectClose(actual.ciLow, expected.low, CLOSED_FORM, `${kind} interval`);
    expectClose(actual.ciHigh, expected.high, CLOSED_FORM, `${kind} interval`);
  }
  if (expected.deff !== null) expectClose(actual.deff, expected.deff, CLOSED_FORM, `${kind} deff`);
}

describe.each(Object.keys(designs))('the api data, %s', (name) => {
  const { data, design } = designs[name]!;
  const expected = r.api[name];
  const levels = Object.keys(expected.by);
  const cells = domainCells(design, codesOf(data.stype, levels), levels.length);
  const yes = Float64Array.from(data.awards, (award) => (award === 'Yes' ? 1 : 0));
  const cases = [
    { label: 'all', options: {}, index: 0, golden: expected.all },
    ...levels.map((level, index) => ({
      label: level,
      options: { domains: cells },
      index,
      golden: expected.by[level],
    })),
  ];

  it.each(cases)('$label', ({ options, index, golden: want }) => {
    expectRow(surveyMean(design, numbers(data.api00), options)[index]!, want.mean, 'mean');
    expectRow(
      surveyMean(design, numbers(data.api00), { ...options, deff: 'with_replacement' })[index]!,
      want.mean_replace,
      'mean with replacement',
    );
    expectRow(surveyMean(design, numbers(data.enroll), options)[index]!, want.enroll, 'mean with missing');
    expectRow(surveyTotal(design, numbers(data['api.stu']), options)[index]!, want.total, 'total');
    expectRow(
      surveyRatio(design, numbers(data['api.stu']), numbers(data.enroll), options)[index]!,
      want.ratio,
      'ratio',
    );
    expectRow(
      surveyProportion(design, yes, { ...options, ciMethod: 'mean' })[index]!,
      want.proportion,
      'proportion',
    );
    for (const ciMethod of ['mean', 'logit', 'xlogit', 'asin', 'beta'] as IntervalMethod[]) {
      const share = surveyProportion(design, yes, { ...options, ciMethod })[index]!;
      expectClose(share.ciLow, want.intervals[ciMethod][0], CLOSED_FORM, `${ciMethod} limits`);
      expectClose(share.ciHigh, want.intervals[ciMethod][1], CLOSED_FORM, `${ciMethod} limits`);
    }
  });
});

describe('a synthetic unequal design with missing values, zero weights and restarting PSU ids', () => {
  const data = r.synthetic;
  const design = surveyDesign({ weight: data.weight, strata: data.stratum, psu: data.psu });
  const y = numbers(data.y);
  const levels = ['a', 'b', 'c', 'd'];
  const groups = domainCells(design, codesOf(data.group, levels), 4);
  const rare = domainCells(design, codesOf(data.rare, [1]), 1);
  const want = r.synthetic_estimates;
  const cases = [
    { label: 'all', options: {}, index: 0, golden: want.all },
    { label: 'rare', options: { domains: rare }, index: 0, golden: want.rare },
    ...levels.map((level, index) => ({
      label: level,
      options: { domains: groups },
      index,
      golden: want.by[level],
    })),
  ];

  it('has PSU ids that restart', () => {
    expect(design.nested).toBe(true);
    expect(design.psus).toBe(71);
  });

  it.each(cases)('$label', ({ options, index, golden: expected }) => {
    const mean = surveyMean(design, y, options)[index]!;
    expect(mean.n).toBe(expected.n);
    expectRow(mean, expected.mean, 'synthetic mean');
    expectRow(surveyTotal(design, numbers(data.x), options)[index]!, expected.total, 'synthetic total');
    expectRow(surveyRatio(design, y, numbers(data.x), options)[index]!, expected.ratio, 'synthetic ratio');
    const share = surveyProportion(design, numbers(data.bin), options)[index]!;
    expectRow(
      { ...share, ciLow: expected.proportion.low, ciHigh: expected.proportion.high },
      expected.proportion,
      'synthetic share',
    );
    expectClose(share.ciLow, expected.logit[0], CLOSED_FORM, 'synthetic logit');
    expectClose(share.ciHigh, expected.logit[1], CLOSED_FORM, 'synthetic logit');
  });

  it('contrasts domains that share PSUs', () => {
    const difference = surveyContrast(design, y, { domains: groups, coefficients: [1, -1, 0, 0] });
    expectClose(difference.estimate, r.contrast.estimate, CLOSED_FORM, 'contrast estimate');
    expectClose(difference.se, r.contrast.se, CLOSED_FORM, 'contrast se');
    const other = surveyContrast(design, y, { domains: groups, coefficients: [1, 0.5, -1.25, -0.25] });
    expectClose(other.se, r.contrast2.se, CLOSED_FORM, 'contrast se');
  });

  it('contrasts domains of a two-stage design', () => {
    const { data: clus2, design: two } = designs.apiclus2!;
    const domains = domainCells(two, codesOf(clus2.stype, ['E', 'H', 'M']), 3);
    const difference = surveyContrast(two, numbers(clus2.api00), { domains, coefficients: [1, -1, 0] });
    expectClose(difference.estimate, r.contrast_apiclus2.estimate, CLOSED_FORM, 'contrast estimate');
    expectClose(difference.se, r.contrast_apiclus2.se, CLOSED_FORM, 'contrast se');
  });
});
