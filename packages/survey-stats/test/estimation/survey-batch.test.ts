import { expect, it } from 'vitest';
import {
  type BatchStatistic,
  domainCells,
  rake,
  replicateWeights,
  type SurveyDesign,
  surveyBatch,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';

const ROWS = 240;
const rowsOf = (value: (row: number) => number) =>
  Float64Array.from({ length: ROWS }, (_, row) => value(row));
const weight = rowsOf((row) => (row % 17 === 5 ? 0 : 1 + ((row * 37) % 11) / 4));
const strata = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 60));
const psu = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(row / 10));
const gap = (row: number, each: number) => row % each === 3;
const age = rowsOf((row) => (gap(row, 9) ? Number.NaN : 16 + ((row * 29) % 50)));
const wage = rowsOf((row) => (gap(row, 7) ? Number.NaN : 2000.5 + ((row * 7919) % 4000)));
const hours = rowsOf((row) => (gap(row, 11) ? Number.NaN : 30 + ((row * 13) % 30)));
const insured = rowsOf((row) => (gap(row, 5) ? Number.NaN : (row * 31) % 3 === 0 ? 1 : 0));
const rare = rowsOf((row) => (row % 40 === 0 ? 1 : Number.NaN));
const nobody = new Float64Array(ROWS).fill(Number.NaN);

const statistics: BatchStatistic[] = [
  { statistic: 'proportion', y: insured },
  { statistic: 'mean', y: wage },
  { statistic: 'ratio', numerator: wage, denominator: hours },
  { statistic: 'quantile', y: wage, probability: 0.5 },
  { statistic: 'total', y: age },
  { statistic: 'mean', y: nobody },
  { statistic: 'proportion', y: rare, ciMethod: 'beta' },
  { statistic: 'ratio', numerator: age, denominator: wage },
  { statistic: 'mean', y: age },
];

const sampled = surveyDesign({ weight, strata, psu });
const margin = {
  name: 'm',
  codes: Int32Array.from({ length: ROWS }, (_, row) => row % 3),
  levels: ['a', 'b', 'c'],
  totals: [250, 180, 170],
};
const raked = rake(sampled, [margin]).design;

const breakdownsOf = (design: SurveyDesign) => [
  domainCells(design, new Int32Array(ROWS), 1),
  domainCells(
    design,
    Int32Array.from({ length: ROWS }, (_, row) => ((row * 7) % 6) - 1),
    // the last level has no row
    6,
  ),
];

/** The same by the single calls. */
function oneByOne(design: SurveyDesign, replicates?: ReturnType<typeof replicateWeights>) {
  const breakdowns = breakdownsOf(design);
  const each = breakdowns.map((domains) => {
    const options = { domains, replicates };
    return [
      surveyProportion(design, insured, options),
      surveyMean(design, wage, options),
      surveyRatio(design, wage, hours, options),
      surveyQuantile(design, wage, 0.5, options),
      surveyTotal(design, age, options),
      surveyMean(design, nobody, options),
      surveyProportion(design, rare, { ...options, ciMethod: 'beta' }),
      surveyRatio(design, age, wage, options),
      surveyMean(design, age, options),
    ];
  });
  return { breakdowns, expected: statistics.map((_, s) => each.map((estimates) => estimates[s])) };
}

it.each([
  ['sampled', sampled, undefined],
  ['calibrated', raked, undefined],
  ['replicates', sampled, replicateWeights(sampled, { method: 'bootstrap', replicates: 7 })],
] as const)('gives what the single calls give, to the last bit: %s', (_, design, replicates) => {
  const { breakdowns, expected } = oneByOne(design, replicates);
  expect(surveyBatch(design, statistics, { breakdowns, replicates })).toStrictEqual(expected);
});

it('passes what all statistics share on', () => {
  const options = { ciLevel: 0.9, deff: 'with_replacement', df: 12 } as const;
  const [[mean]] = surveyBatch(sampled, [{ statistic: 'mean', y: wage }], options) as [[unknown]];
  expect(mean).toStrictEqual(surveyMean(sampled, wage, options));
});

it('is the whole population without breakdowns, and nothing without statistics', () => {
  expect(surveyBatch(sampled, [{ statistic: 'mean', y: age }])).toStrictEqual([[surveyMean(sampled, age)]]);
  expect(surveyBatch(sampled, [])).toEqual([]);
});

it('does not depend on the order of the rows beyond rounding', () => {
  const order = Array.from({ length: ROWS }, (_, row) => (row * 77) % ROWS);
  expect(new Set(order).size).toBe(ROWS);
  const moved = (column: Float64Array) => Float64Array.from(order, (row) => column[row]!);
  const codes = Int32Array.from({ length: ROWS }, (_, row) => ((row * 7) % 6) - 1);
  const design = surveyDesign({
    weight: moved(weight),
    strata: order.map((row) => strata[row]!),
    psu: order.map((row) => psu[row]!),
  });
  const asked = (y: Float64Array): BatchStatistic[] => [
    { statistic: 'mean', y },
    { statistic: 'total', y },
  ];
  const before = surveyBatch(sampled, asked(wage), { breakdowns: [domainCells(sampled, codes, 5)] });
  const domains = domainCells(
    design,
    Int32Array.from(order, (row) => codes[row]!),
    5,
  );
  const after = surveyBatch(design, asked(moved(wage)), { breakdowns: [domains] });
  before.flat(2).forEach((own, i) => {
    const other = after.flat(2)[i]!;
    for (const key of ['estimate', 'se', 'deff', 'ciLow'] as const) {
      expect(Math.abs(other[key] / own[key] - 1)).toBeLessThan(1e-12);
    }
    expect(other.n).toBe(own.n);
  });
});

it('keeps the digits of a design effect where means are far from each other', () => {
  // two ages of birth cohorts, each with a spread of a thousandth of the distance
  const born = rowsOf((row) => (row % 2 === 0 ? 1930 : 2010) + ((row * 29) % 7) / 50);
  const domains = domainCells(
    sampled,
    Int32Array.from(born, (own) => (own < 1970 ? 0 : 1)),
    2,
  );
  const together = surveyMean(sampled, born, { domains });
  together.forEach(({ deff }, level) => {
    const own = born.map((value) =>
      (value < 1970 ? 0 : 1) === level ? value - (level === 0 ? 1930 : 2010) : Number.NaN,
    );
    expect(Math.abs(deff / surveyMean(sampled, own)[0]!.deff - 1)).toBeLessThan(1e-11);
  });
});

it('refuses cells of another design, and statistics it does not know', () => {
  const breakdowns = breakdownsOf(sampled);
  expect(() => surveyBatch(raked, statistics, { breakdowns })).toThrow(
    'surveyBatch: options.domains were made for another design',
  );
  expect(() => surveyBatch(sampled, [{ statistic: 'median' as 'mean', y: age }])).toThrow(
    'surveyBatch: statistic must be mean, proportion, total, ratio or quantile; got "median"',
  );
  expect(() => surveyBatch(sampled, [{ statistic: 'proportion', y: age }])).toThrow(
    'surveyProportion: y must be 0, 1 or NaN',
  );
});
