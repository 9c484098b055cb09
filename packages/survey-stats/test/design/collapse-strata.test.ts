import { afterAll, describe, expect, it } from 'vitest';
import { type DesignInput, domainCells, surveyDesign, surveyMean, surveyTotal } from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('designs');
const m = r.merge;
const y = numbers(m.y);
afterAll(reportWorst);

const input: DesignInput = {
  weight: m.w,
  strata: m.stratum,
  psu: m.psu,
  lonelyPsu: 'collapse',
  collapse: { order: [m.region, m.size], within: 1 },
};

it.each([
  ['merged', {}],
  ['merged_fpc', { fpc: m.N }],
])('%s: the same as R on strata merged by hand', (name, fpc) => {
  const design = surveyDesign({ ...input, ...fpc });
  const domains = domainCells(design, codesOf(m.domain, [1]), 1);
  const want = r[name];
  expectClose(surveyTotal(design, y)[0]!.se, want.total.se, CLOSED_FORM, 'collapse');
  expectClose(surveyMean(design, y)[0]!.se, want.mean.se, CLOSED_FORM, 'collapse');
  const inDomain = surveyMean(design, y, { domains })[0]!;
  expectClose(inDomain.se, want.domain_mean.se, CLOSED_FORM, 'collapse');
  expect(surveyMean(design, y)[0]!.df).toBe(want.df);
  expect(inDomain.df).toBe(want.domain_df);
});

it('the design says what was merged', () => {
  expect(surveyDesign(input).collapsed).toEqual([
    { label: '5 + 12', strata: [5, 12], psus: 4 },
    { label: '31 + 32 + 40', strata: [31, 32, 40], psus: 4 },
  ]);
});

it('PSU ids that restart in strata stay apart', () => {
  const design = surveyDesign({
    weight: [1, 1, 1],
    strata: ['a', 'b', 'b'],
    psu: [1, 1, 2],
    lonelyPsu: 'collapse',
    collapse: { order: [[1, 2, 2]] },
  });
  expect(design.psus).toBe(3);
  expect(design.stratumLabels).toEqual(['a + b']);
  // 3/2 · ((1 − 2)² + (2 − 2)² + (3 − 2)²)
  expect(surveyTotal(design, Float64Array.of(1, 2, 3))[0]!.se ** 2).toBeCloseTo(3, 12);
});

it('a certainty stratum is neither merged nor a partner', () => {
  const design = surveyDesign({
    weight: [1, 2, 2, 2],
    strata: ['a', 'b', 'c', 'c'],
    fpc: [1, 2, 4, 4],
    lonelyPsu: 'collapse',
    collapse: { order: [[1, 2, 9, 9]] },
  });
  expect(design.stratumLabels).toEqual(['a', 'b + c']);
});

it('of two neighbours the partner is the one that agrees on more variables', () => {
  const merged = (region: readonly number[]) =>
    surveyDesign({
      weight: [1, 1, 1, 1, 1],
      strata: ['a', 'a', 'b', 'c', 'c'],
      lonelyPsu: 'collapse',
      collapse: { order: [region, [1, 1, 5, 9, 9]] },
    }).stratumLabels;
  expect(merged([1, 1, 1, 2, 2])).toEqual(['a + b', 'c']);
  expect(merged([1, 1, 2, 2, 2])).toEqual(['a', 'b + c']);
});

it('without lonely strata nothing is merged', () => {
  const design = surveyDesign({
    weight: [1, 1],
    lonelyPsu: 'collapse',
    collapse: { order: [['x', 'x']] },
  });
  expect(design.collapsed).toEqual([]);
});

describe('refuses', () => {
  const bad = (more: Partial<DesignInput>) => () => surveyDesign({ ...input, ...more });
  it('no order', () => {
    expect(bad({ collapse: undefined })).toThrow(/needs collapse.order/);
    expect(bad({ collapse: { order: [] } })).toThrow(/at least one design variable/);
    expect(bad({ collapse: { order: [[1]] } })).toThrow(/expected \d+, got 1/);
  });
  it('partners without the rule', () => {
    expect(bad({ lonelyPsu: 'remove' })).toThrow(/collapse needs lonelyPsu 'collapse'/);
  });
  it('a variable that varies inside a stratum', () => {
    expect(bad({ collapse: { order: [m.y] } })).toThrow(/constant in a stratum; variable 0 in stratum "5"/);
  });
  it('no partner left', () => {
    expect(bad({ collapse: { order: [m.stratum], within: 1 } })).toThrow(
      /stratum "12" has only one PSU and no stratum to be merged with that agrees/,
    );
  });
  it('within outside the variables', () => {
    expect(bad({ collapse: { order: [m.size], within: 2 } })).toThrow(/0 to 1; got 2/);
  });
  it('domain rules', () => {
    expect(bad({ adjustDomainLonely: true })).toThrow(/adjustDomainLonely has no meaning/);
  });
});
