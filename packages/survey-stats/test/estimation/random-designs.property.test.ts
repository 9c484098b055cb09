import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  degreesOfFreedom,
  domainCells,
  influenceCovariance,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import { type Sample, sample } from '../arbitraries.ts';

/** Squares of sums of some dozen values up to 2500, added up in two orders. */
const ROUNDING = 1e-10;
const near = (actual: number, expected: number, size: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ROUNDING * Math.max(size, Math.abs(expected)));
const squared = (s: Sample): number => s.weight.reduce((sum, w) => sum + 50 * w, 0) ** 2;

const keys = (s: Sample): string[] => s.weight.map((_, row) => `${s.strata[row]} ${s.psu[row]}`);
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** PSUs of the population beside those sampled, the same in every stratum. */
const unsampled = fc.integer({ min: 0, max: 5 });
const countsOf = (s: Sample, others: number): number[] => {
  const psus = distinct(keys(s));
  return s.strata.map((h) => others + psus.filter((key) => key.startsWith(`${h} `)).length);
};

/** The formula as the book has it: Σ_h (1 − n/N) n/(n − 1) Σ_i (T_i − T̄)², all PSUs of the design in it. */
function plainVariance(s: Sample, z: readonly number[], population: readonly number[]): number {
  return distinct(s.strata).reduce((variance, h) => {
    const psus = distinct(keys(s).filter((_, row) => s.strata[row] === h));
    const totals = psus.map((psu) => keys(s).reduce((sum, key, row) => sum + (key === psu ? z[row]! : 0), 0));
    const n = psus.length;
    const size = population[s.strata.indexOf(h)]!;
    const mean = totals.reduce((sum, t) => sum + t, 0) / n;
    const squares = totals.reduce((sum, t) => sum + (t - mean) ** 2, 0);
    return variance + (1 - n / size) * (n / (n - 1)) * squares;
  }, 0);
}

describe('laws of the variance on random designs', () => {
  it('domain totals and means have the variance of the plain formula, with and without fpc', () => {
    fc.assert(
      fc.property(sample(), unsampled, fc.boolean(), (s, others, finite) => {
        const population = finite ? countsOf(s, others) : s.strata.map(() => Number.POSITIVE_INFINITY);
        const design = surveyDesign({ ...s, fpc: finite ? population : undefined });
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const y = Float64Array.from(s.y);
        const [totals, means] = [surveyTotal(design, y, { domains }), surveyMean(design, y, { domains })];
        for (let d = 0; d < 3; d++) {
          const enters = (row: number) => s.domain[row] === d && !Number.isNaN(y[row]!);
          const rows = s.weight.map((_, row) => row).filter(enters);
          if (rows.length === 0) continue;
          const whole = rows.reduce((sum, row) => sum + s.weight[row]!, 0);
          const mean = rows.reduce((sum, row) => sum + s.weight[row]! * y[row]!, 0) / whole;
          const ofTotal = s.weight.map((w, row) => (enters(row) ? w * y[row]! : 0));
          const ofMean = s.weight.map((w, row) => (enters(row) ? (w * (y[row]! - mean)) / whole : 0));
          near(totals[d]!.se ** 2, plainVariance(s, ofTotal, population), squared(s));
          near(means[d]!.se ** 2, plainVariance(s, ofMean, population), 2500);
          expect(totals[d]!.df).toBe(
            distinct(s.domain.flatMap((own, row) => (own === d ? [keys(s)[row]] : []))).length -
              distinct(s.domain.flatMap((own, row) => (own === d ? [s.strata[row]] : []))).length,
          );
        }
      }),
    );
  });

  it('strata are independent: variances and degrees of freedom of their totals add up', () => {
    fc.assert(
      fc.property(sample(0), unsampled, (s, others) => {
        const design = surveyDesign({ ...s, fpc: countsOf(s, others) });
        const y = Float64Array.from(s.y);
        const domains = domainCells(design, design.stratum, design.strata);
        const sum = surveyTotal(design, y, { domains }).reduce((variance, { se }) => variance + se ** 2, 0);
        near(surveyTotal(design, y)[0]!.se ** 2, sum, squared(s));
        expect(degreesOfFreedom(design)[0]).toBe(
          degreesOfFreedom(design, domains).reduce((df, own) => df + own, 0),
        );
      }),
    );
  });

  it('a census of the first stage leaves the variance of the second, PSUs as its strata', () => {
    fc.assert(
      fc.property(sample(0), fc.double({ min: 0.05, max: 0.9, noNaN: true }), (s, fraction) => {
        const rows = s.weight.map((_, row) => row);
        const common = { weight: s.weight, lonelyPsu: 'remove' } as const;
        const twice = surveyDesign({
          ...common,
          strata: s.strata,
          psu: [s.psu, rows],
          fpc: [rows.map(() => 1), rows.map(() => fraction)],
        });
        const second = surveyDesign({ ...common, strata: keys(s), psu: rows, fpc: rows.map(() => fraction) });
        const y = Float64Array.from(s.y);
        near(surveyTotal(twice, y)[0]!.se ** 2, surveyTotal(second, y)[0]!.se ** 2, squared(s));
      }),
    );
  });

  it('a person split into two with half of the weight each changes nothing', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const twice = <T>(values: readonly T[]): T[] => [...values, ...values];
        const half = s.weight.map((w) => w / 2);
        const split = surveyDesign({ weight: twice(half), strata: twice(s.strata), psu: twice(s.psu) });
        const [whole] = surveyMean(surveyDesign(s), Float64Array.from(s.y));
        const [halves] = surveyMean(split, Float64Array.from(twice(s.y)));
        if (whole!.n > 0) near(halves!.se, whole!.se, 50);
        expect([halves!.n, halves!.df]).toEqual([2 * whole!.n, whole!.df]);
      }),
    );
  });

  it('covariances are a form: V(a u + b v) = a² V(u) + 2ab C(u, v) + b² V(v), and |C| ≤ √(V(u) V(v))', () => {
    const number = fc.integer({ min: -4, max: 4 });
    fc.assert(
      fc.property(sample(0), number, number, unsampled, (s, a, b, others) => {
        const design: SurveyDesign = surveyDesign({ ...s, fpc: countsOf(s, others) });
        const [u, v] = [Float64Array.from(s.y), Float64Array.from(s.x)];
        const [uu = 0, uv = 0, , vv = 0] = influenceCovariance(design, [u, v]);
        const both = u.map((own, row) => a * own + b * v[row]!);
        const size = 50 ** 2 * s.weight.length ** 2 * 32;
        near(influenceCovariance(design, [both])[0]!, a * a * uu + 2 * a * b * uv + b * b * vv, size);
        expect(uv * uv).toBeLessThanOrEqual(uu * vv + ROUNDING * size * size);
      }),
    );
  });
});
