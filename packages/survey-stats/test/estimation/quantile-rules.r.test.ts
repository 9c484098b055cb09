import { afterAll, describe, expect, it } from 'vitest';
import { domainCells, type QuantileRule, surveyDesign, surveyQuantile } from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('quantile-rules');
afterAll(reportWorst);

const { data } = r;
const design = surveyDesign({ weight: data.weight, strata: data.stratum, psu: data.psu });
const domains = domainCells(design, codesOf(data.group, ['a', 'b']), 2);
const rules = ['math', 'school', ...Array.from({ length: 9 }, (_, i) => `hf${i + 1}`)] as QuantileRule[];

describe.each(rules)('%s', (rule) => {
  it.each([
    { domain: 'all', options: {} },
    { domain: 'a', options: { domains } },
  ])('$domain', ({ domain, options }) => {
    const want = r[domain][rule];
    r.probabilities.forEach((p: number, i: number) => {
      const found = surveyQuantile(design, numbers(data.y), p, { ...options, rule })[0]!;
      expectClose(found.estimate, want.value[i], CLOSED_FORM, 'quantile');
      expectClose(found.ciLow, want.low[i], CLOSED_FORM, 'limits');
      expectClose(found.ciHigh, want.high[i], CLOSED_FORM, 'limits');
      expectClose(found.se, want.se[i], CLOSED_FORM, 'se');
    });
    expect(want.value).toHaveLength(5);
  });
});
