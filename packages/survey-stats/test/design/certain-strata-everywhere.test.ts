import { describe, expect, it } from 'vitest';
import {
  averageMarginalEffects,
  changeBetween,
  domainCells,
  geometricMean,
  gini,
  independenceTest,
  jointMeans,
  type LonelyPsu,
  lowPayShare,
  oaxaca,
  poststratify,
  replicateWeights,
  type SurveyDesign,
  surveyContrast,
  surveyCorrelation,
  surveyCovariance,
  surveyDesign,
  surveyFunction,
  surveyLorenz,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRankTest,
  surveyRatio,
  surveyRegression,
  surveyShare,
  surveyTable,
  surveyTotal,
  surveyTTest,
} from '../../src/index.ts';

/** Stratum 0 has one PSU; the others three of ten. Two rows a PSU. */
const strata = [0, 0, ...[1, 2, 3].flatMap((h) => new Array<number>(6).fill(h))];
const psu = strata.map((_, row) => Math.floor(row / 2));
const weight = strata.map((_, row) => 1 + ((row * 7) % 5));
const y = Float64Array.from(strata, (_, row) => 3 + ((row * 11) % 13));
const x = Float64Array.from(strata, (_, row) => 1 + ((row * 5) % 7));
const high = y.map((value) => (value > 8 ? 1 : 0));
const group = Int32Array.from(strata, (_, row) => (row % 3 === 0 ? 1 : 0));
const half = { name: 'group', codes: group, levels: ['no', 'yes'] };

const make = (sizeOfFirst: number, lonelyPsu: LonelyPsu) =>
  surveyDesign({ weight, strata, psu, lonelyPsu, fpc: strata.map((h) => (h === 0 ? sizeOfFirst : 10)) });

const covariates = [{ name: 'x', values: x }];
const domains = (design: SurveyDesign) => domainCells(design, group, 2);
const raked = (design: SurveyDesign) => poststratify(design, { ...half, totals: [30, 40] }).design;

/** Standard errors, or what holds them, of every way to one. */
const paths: Record<string, (design: SurveyDesign) => unknown> = {
  total: (d) => surveyTotal(d, y),
  'mean by domain': (d) => surveyMean(d, y, { domains: domains(d) }),
  proportion: (d) => surveyProportion(d, high),
  ratio: (d) => surveyRatio(d, y, x),
  share: (d) => surveyShare(d, y, { domains: domains(d) }),
  quantile: (d) => surveyQuantile(d, y, 0.5),
  covariance: (d) => surveyCovariance(d, [x, y]),
  correlation: (d) => surveyCorrelation(d, [x, y]),
  gini: (d) => gini(d, y),
  'Lorenz curve': (d) => surveyLorenz(d, y),
  'geometric mean': (d) => geometricMean(d, y),
  'low pay': (d) => lowPayShare(d, y, { lineOf: 'population', domains: domains(d) }),
  'joint means': (d) => jointMeans(d, [x, y], { domains: domains(d) }).covariance,
  contrast: (d) => surveyContrast(d, y, { domains: domains(d), coefficients: [1, -1] }),
  function: (d) => surveyFunction(d, [{ kind: 'mean', y }], { g: ([mean]) => Math.log(mean!) }),
  change: (d) => {
    const statistic = { kind: 'mean', y } as const;
    const wave = { design: d, statistic, psu };
    return changeBetween(wave, { ...wave, statistic: { kind: 'mean', y: x } }, { overlap: 'same_psus' });
  },
  regression: (d) => surveyRegression(d, { y, x: covariates }).covariance,
  'marginal effects': (d) =>
    averageMarginalEffects(surveyRegression(d, { y: high, x: covariates, family: 'logistic' }), {
      covariates: 'sampled',
    }),
  't test': (d) => surveyTTest(d, { y, group }),
  'rank test': (d) => surveyRankTest(d, { y, group: half }),
  independence: (d) =>
    independenceTest(d, { rows: half, columns: { ...half, name: 'high', codes: Int32Array.from(high) } }),
  table: (d) =>
    surveyTable(d, { rows: half, columns: { ...half, name: 'high', codes: Int32Array.from(high) } }),
  decomposition: (d) => oaxaca(d, { y, x: covariates, group, reference: 'first' }),
  calibrated: (d) => surveyMean(raked(d), x),
  jackknife: (d) => surveyMean(d, y, { replicates: replicateWeights(d, { method: 'jackknife' }) }),
  bootstrap: (d) =>
    surveyMean(d, y, { replicates: replicateWeights(d, { method: 'rao-wu-yue-beaumont', replicates: 20 }) }),
};

describe('a stratum taken whole, of one PSU, is allowed under fail and adds what certainty adds', () => {
  it.each(Object.entries(paths))('%s', (_, path) => {
    const whole = path(make(1, 'fail'));
    expect(whole).toEqual(path(make(10, 'certainty')));
    expect(() => path(make(10, 'fail'))).toThrow(/only one PSU/);
  });
});

it('in successive differences it adds nothing either, and one that is only lonely is a neighbour of others', () => {
  const se = (design: SurveyDesign, values: Float64Array) =>
    surveyTotal(design, values, {
      replicates: replicateWeights(design, { method: 'successive-difference' }),
    })[0]!.se;
  const whole = make(1, 'fail');
  expect(se(whole, y.with(0, 500))).toBeCloseTo(se(whole, y), 9);
  const lonely = make(10, 'fail');
  expect(se(lonely, y.with(0, 500))).toBeGreaterThan(2 * se(lonely, y));
});

it.each(['total', 'mean by domain', 'ratio', 'gini', 'contrast', 'calibrated'])(
  'a census has no error: %s',
  (name) => {
    const census = surveyDesign({ weight, strata, psu, fpc: strata.map((h) => (h === 0 ? 1 : 3)) });
    const found = [paths[name]!(census)].flat() as { se: number }[];
    for (const { se } of found) expect(se).toBe(0);
  },
);
