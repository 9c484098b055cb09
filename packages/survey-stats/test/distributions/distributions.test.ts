import { describe, expect, it } from 'vitest';
import { lgamma, pbeta, pchisq, pf, pnorm, pt, qbeta, qnorm, qt } from '../../src/index.ts';

/** Limits of intervals match R's to 1e-9 only if their distribution functions are good to this. */
const RELATIVE = 1e-12;
/** 2 pt(-40, 8100) is a denormal number: this is the spacing of its neighbours, relative. */
const DENORMAL = 3e-5;

// R 4.2.2, 17 digits: reference/statistics.md 4.17; lgamma and pbeta by the same R
describe('values of R', () => {
  it.each([
    ['qt(0.975, 1)', qt(0.975, 1), 12.706204736174694],
    ['qt(0.975, 14)', qt(0.975, 14), 2.1447866879178039],
    ['qt(0.975, 8100)', qt(0.975, 8100), 1.9602569005555937],
    ['qt(0.995, 3)', qt(0.995, 3), 5.8409093097333544],
    ['qt(0.975, 2.5)', qt(0.975, 2.5), 3.5746548420036919],
    ['qt(0.025, 169999)', qt(0.025, 169999), -1.9599779392564545],
    ['qnorm(0.975)', qnorm(0.975), 1.9599639845400536],
    ['qbeta(0.025, 0.4, 120.6)', qbeta(0.025, 0.4, 120.6), 6.091691105051624e-7],
    ['qbeta(0.975, 1.4, 119.6)', qbeta(0.975, 1.4, 119.6), 0.036752659444224234],
    ['qbeta(0.025, 61234.5, 43211.25)', qbeta(0.025, 61234.5, 43211.25), 0.58329207746437006],
    ['qbeta(0.975, 3.2, 99996.8)', qbeta(0.975, 3.2, 99996.8), 7.5400603062835892e-5],
    ['pf upper', pf(5.19336954147488, 1.49463977770746, 20.9249568879044, false), 0.021747462370796784],
    ['pf far tail', pf(48.2, 6.3, 51000, false), 3.8383627776644784e-62],
    ['pf middle', pf(0.7, 30.5, 250000.25, false), 0.89006506747324088],
    ['pchisq(11.94, 2)', pchisq(11.94, 2, false), 0.0025542414189929983],
    ['pchisq(150, 30)', pchisq(150, 30, false), 6.7069525239379602e-18],
    ['2 pt(-12, 13)', 2 * pt(-12.0547430940779, 13), 1.9786927550694315e-8],
    ['pnorm(-37.5)', pnorm(-37.5), 4.6053530095819552e-308],
    ['lgamma(0.5)', lgamma(0.5), 0.5723649429247001],
    ['pbeta(0.5, 2, 3)', pbeta(0.5, 2, 3), 0.6875],
  ])('%s', (_call, actual, expected) => {
    expect(Math.abs(actual / expected - 1)).toBeLessThan(RELATIVE);
  });

  it('2 pt(-40, 8100)', () => {
    expect(Math.abs((2 * pt(-40, 8100)) / 1.8946429386720122e-319 - 1)).toBeLessThan(DENORMAL);
  });
});

describe('edges', () => {
  it('has no t without degrees of freedom', () => {
    expect(qt(0.975, 0)).toBeNaN();
    expect(pt(2, -1)).toBeNaN();
  });
  it('is the normal at infinite df', () => {
    expect(qt(0.975, Number.POSITIVE_INFINITY)).toBe(qnorm(0.975));
    expect(pt(-1.5, Number.POSITIVE_INFINITY)).toBe(pnorm(-1.5));
  });
  it('answers the ends of the scale', () => {
    expect(qbeta(0, 2, 3)).toBe(0);
    expect(qbeta(1, 2, 3)).toBe(1);
    expect(qnorm(0.5)).toBe(0);
    expect(pnorm(0)).toBe(0.5);
    expect(qt(0.5, 3)).toBe(0);
    expect(pchisq(0, 3)).toBe(0);
    expect(pf(0, 3, 4, false)).toBe(1);
    expect(lgamma(1)).toBe(0);
    expect(lgamma(-1)).toBeNaN();
    expect(qnorm(2)).toBeNaN();
    expect(qbeta(0.5, 0, 1)).toBeNaN();
  });
});
