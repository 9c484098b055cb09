import { afterAll, describe, expect, it } from 'vitest';
import {
  domainCells,
  type LonelyPsu,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('lonely');
const { data } = r;
const y = numbers(data.y);
afterAll(reportWorst);

function design(lonelyPsu: LonelyPsu, adjustDomainLonely = false): SurveyDesign {
  return surveyDesign({
    weight: data.weight,
    strata: data.stratum,
    psu: data.psu,
    lonelyPsu,
    adjustDomainLonely,
  });
}

describe.each(['remove', 'certainty', 'adjust', 'average'] as const)('lonely PSUs by %s', (rule) => {
  it.each([
    ['plain', false],
    ['domain_lonely', true],
  ] as const)('%s', (name, domainLonely) => {
    const made = design(rule, domainLonely);
    const domains = domainCells(made, codesOf(data.domain, [1]), 1);
    const want = r[name][rule];
    expectClose(surveyMean(made, y)[0]!.se, want.mean, CLOSED_FORM, rule);
    expectClose(surveyMean(made, y, { domains })[0]!.se, want.domain_mean, CLOSED_FORM, rule);
    if (rule === 'adjust') return; // totals: 4.1-1 centres at 0, see below
    expectClose(surveyTotal(made, y)[0]!.se, want.total, CLOSED_FORM, rule);
    expectClose(surveyTotal(made, y, { domains })[0]!.se, want.domain_total, CLOSED_FORM, rule);
  });
});

it('adjust centres totals at the mean PSU total, as survey 4.3 and later, not at 0 as 4.1', () => {
  const made = design('adjust');
  const domains = domainCells(made, codesOf(data.domain, [1]), 1);
  expectClose(surveyTotal(made, y)[0]!.se, r.adjust_total_later, CLOSED_FORM, 'adjust');
  expectClose(surveyTotal(made, y, { domains })[0]!.se, r.adjust_domain_total_later, CLOSED_FORM, 'adjust');
  expect(surveyTotal(made, y)[0]!.se).not.toBeCloseTo(r.plain.adjust.total, 0);
});

it('fail names the stratum, when a variance is asked and not before', () => {
  const made = design('fail');
  expect(() => surveyMean(made, y)).toThrow(/stratum "s" has only one PSU.*'average'/);
  const three = surveyDesign({ weight: [1, 1, 1, 1], strata: ['a', 'b', 'c', 'c'] });
  expect(() => surveyMean(three, Float64Array.of(1, 2, 3, 4))).toThrow(
    /stratum "a" has only one PSU, as 1 of the other 2 strata have, so/,
  );
});

it('fail lets a domain pass whose strata all have two PSUs', () => {
  const made = design('fail');
  const domains = domainCells(made, codesOf(data.stratum, ['n', 'c']), 2);
  expect(surveyMean(made, y, { domains })[1]!.se).toBeGreaterThan(0);
});

it('average has no answer when every stratum is lonely', () => {
  const made = surveyDesign({ weight: [1, 2], strata: [1, 2], lonelyPsu: 'average' });
  expect(surveyMean(made, Float64Array.of(1, 2))[0]!.se).toBeNaN();
});

it('a certainty stratum adds nothing and is not lonely', () => {
  const made = surveyDesign({ weight: [1, 2, 2], strata: [1, 2, 2], fpc: [1, 4, 4] });
  const total = surveyTotal(made, Float64Array.of(5, 1, 3))[0]!;
  expect(total.se ** 2).toBeCloseTo(0.5 * 2 * ((2 - 4) ** 2 + (6 - 4) ** 2), 12);
});

describe('a PSU with one unit at the second stage', () => {
  const input = {
    weight: [2, 2, 2],
    psu: [
      [1, 1, 2],
      [1, 2, 1],
    ],
    fpc: [
      [4, 4, 4],
      [4, 4, 4],
    ],
  };
  const values = Float64Array.of(1, 3, 5);
  it('fails by name', () => {
    expect(() => surveyTotal(surveyDesign(input), values)).toThrow(
      /1 of 2 units of stage 1 have only one sampled unit at stage 2, first that of row index 2, and so no variance/,
    );
  });
  it('adds nothing when removed', () => {
    const total = surveyTotal(surveyDesign({ ...input, lonelyPsu: 'remove' }), values)[0]!;
    // stage 1: (1-1/2)*2*[(8-9)^2+(10-9)^2]; stage 2: 1/2*(1-1/2)*2*[(2-4)^2+(6-4)^2]
    expect(total.se ** 2).toBeCloseTo(2 + 4, 12);
  });
  it('has no average to take', () => {
    expect(surveyTotal(surveyDesign({ ...input, lonelyPsu: 'average' }), values)[0]!.se).toBeNaN();
  });
});
