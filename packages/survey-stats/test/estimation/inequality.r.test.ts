import { afterAll, describe, expect, it } from 'vitest';
import {
  domainCells,
  geometricMean,
  gini,
  type LowPayOptions,
  lowPayShare,
  replicateWeights,
  surveyDesign,
  surveyLorenz,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('inequality');
afterAll(reportWorst);

const { data } = r;
const design = surveyDesign({ weight: data.weight, strata: data.stratum, psu: data.psu });
const wage = numbers(data.wage);
const cells = domainCells(design, codesOf(data.group, ['a', 'b']), 2);
const cases = [
  { domain: 'all', options: {}, at: 0 },
  { domain: 'a', options: { domains: cells }, at: 0 },
  { domain: 'b', options: { domains: cells }, at: 1 },
];
/** A jackknife agrees with linearisation only to order 1/n: it tells a wrong influence from a right one. */
const JACKKNIFE = 0.15;

const replicates = replicateWeights(design, { method: 'jackknife' });

describe.each(cases)('$domain', ({ domain, options, at }) => {
  it('gini', () => {
    const found = gini(design, wage, options)[at]!;
    expectClose(found.estimate, r.gini[domain].estimate, CLOSED_FORM, 'gini');
    expectClose(found.se, r.gini[domain].se, CLOSED_FORM, 'gini se');
    expectClose(found.deff, r.gini[domain].deff, CLOSED_FORM, 'gini deff');
    const replaced = gini(design, wage, { ...options, deff: 'with_replacement' })[at]!;
    expectClose(replaced.deff, r.gini[domain].deff_replace, CLOSED_FORM, 'gini deff');
    expect(Math.abs(found.se / r.gini[domain].jackknife - 1)).toBeLessThan(JACKKNIFE);
    const again = gini(design, wage, { ...options, replicates })[at]!;
    expectClose(again.se, r.gini[domain].jackknife, CLOSED_FORM, 'gini jackknife');
  });

  it('Lorenz points', () => {
    const again = surveyLorenz(design, wage, { ...options, points: r.points, replicates })[at]!;
    surveyLorenz(design, wage, { ...options, points: r.points })[at]!.forEach((point, i) => {
      const want = r.lorenz[domain][i];
      expect(point.populationShare).toBe(r.points[i]);
      expectClose(point.estimate, want.estimate, CLOSED_FORM, 'lorenz');
      expectClose(point.se, want.se, CLOSED_FORM, 'lorenz se');
      if (want.se > 0) expectClose(again[i]!.se, want.jackknife, CLOSED_FORM, 'lorenz jackknife');
      if (want.se > 0) expect(Math.abs(point.se / want.jackknife - 1)).toBeLessThan(JACKKNIFE);
    });
  });

  it.each<[string, LowPayOptions]>([
    ['population', { lineOf: 'population' }],
    ['domain', { lineOf: 'domain' }],
    ['eu', { lineOf: 'population', fraction: 0.6, counted: 'at_or_below' }],
    ['width', { lineOf: 'population', bandwidth: 900 }],
  ])('low pay: %s', (name, low) => {
    const found = lowPayShare(design, wage, { ...options, ...low })[at]!;
    const want = r.low_pay[domain][name];
    expectClose(found.estimate, want.estimate, CLOSED_FORM, 'low pay');
    expectClose(found.line, want.line, CLOSED_FORM, 'low pay line');
    expectClose(found.se, want.se, CLOSED_FORM, 'low pay se');
  });

  it('geometric mean', () => {
    const found = geometricMean(design, wage, options)[at]!;
    const want = r.geometric_mean[domain];
    expectClose(found.estimate, want.estimate, CLOSED_FORM, 'geometric mean');
    expectClose(found.se, want.se, CLOSED_FORM, 'geometric mean se');
    expectClose(found.deff, want.deff, CLOSED_FORM, 'geometric mean deff');
    expectClose(found.ciLow, want.low, CLOSED_FORM, 'geometric mean limits');
    expectClose(found.ciHigh, want.high, CLOSED_FORM, 'geometric mean limits');
  });
});
