import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  type SurveyEstimate,
  surveyContrast,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { type Sample, sample, shuffled } from '../arbitraries.ts';

/** Two orders of summation over a few dozen rows: some roundings of values up to 50 times a weight up to 50. */
const ORDER = 1e-11;

function designOf(s: Sample, scale = 1) {
  return surveyDesign({ weight: s.weight.map((w) => w * scale), strata: s.strata, psu: s.psu });
}

function all(s: Sample, scale = 1): SurveyEstimate[] {
  const design = designOf(s, scale);
  const domains = domainCells(design, Int32Array.from(s.domain), 3);
  const y = Float64Array.from(s.y);
  return [
    ...surveyMean(design, y, { domains }),
    ...surveyRatio(design, y, Float64Array.from(s.x), { domains }),
    ...surveyQuantile(design, y, 0.5, { domains }),
  ];
}

function expectNear(actual: number, expected: number, scale = 1): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ORDER * Math.max(scale, Math.abs(expected)));
}

describe('laws', () => {
  it('scaling all weights changes no mean, ratio or quantile, nor their errors', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const plain = all(s);
        all(s, 1024).forEach((scaled, i) => {
          expectNear(scaled.estimate, plain[i]!.estimate, 50);
          expectNear(scaled.se, plain[i]!.se, 50);
          expect(scaled.n).toBe(plain[i]!.n);
        });
      }),
    );
  });

  it('row order changes nothing', () => {
    fc.assert(
      fc.property(shuffled(), ({ before, after }) => {
        const plain = all(before);
        all(after).forEach((other, i) => {
          expectNear(other.estimate, plain[i]!.estimate, 50);
          expectNear(other.se, plain[i]!.se, 50);
          expect([other.n, other.df, other.nDomain]).toEqual([plain[i]!.n, plain[i]!.df, plain[i]!.nDomain]);
        });
      }),
    );
  });

  it('the same call gives the same bytes', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        expect(all(s)).toEqual(all(s));
      }),
    );
  });

  it('shares of all answers add up to 1', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const design = designOf(s);
        const answers = [...new Set(s.y.filter((v) => !Number.isNaN(v)))];
        fc.pre(answers.length > 0);
        const sum = answers
          .map((answer) =>
            Float64Array.from(s.y, (v) => (Number.isNaN(v) ? Number.NaN : v === answer ? 1 : 0)),
          )
          .reduce((total, y) => total + surveyProportion(design, y)[0]!.estimate, 0);
        expectNear(sum, 1);
      }),
    );
  });

  it('domain totals add up to the total of their rows', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const design = designOf(s);
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const parts = surveyTotal(design, Float64Array.from(s.y), { domains }).filter(({ n }) => n > 0);
        const inside = Float64Array.from(s.y, (v, row) => (s.domain[row] === -1 ? Number.NaN : v));
        const whole = surveyTotal(design, inside)[0]!;
        fc.pre(parts.length > 0);
        expectNear(
          parts.reduce((sum, { estimate }) => sum + estimate, 0),
          whole.estimate,
          1e5,
        );
      }),
    );
  });

  it('a domain mean is the ratio of two domain totals, with the same error', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const design = designOf(s);
        const inDomain = Float64Array.from(s.domain, (d) => (d === 0 ? 1 : 0));
        const y = Float64Array.from(s.y, (v, row) => v * inDomain[row]!);
        const ratio = surveyRatio(design, y, inDomain)[0]!;
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const mean = surveyMean(design, Float64Array.from(s.y), { domains })[0]!;
        expectNear(mean.estimate, ratio.estimate, 50);
        expectNear(mean.se, ratio.se, 50);
      }),
    );
  });

  it('a contrast of one domain with nothing is that domain', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const design = designOf(s);
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const y = Float64Array.from(s.y);
        const mean = surveyMean(design, y, { domains })[1]!;
        const contrast = surveyContrast(design, y, { domains, coefficients: [0, 1, 0] });
        expectNear(contrast.estimate, mean.estimate, 50);
        expectNear(contrast.se, mean.se, 50);
        expect(contrast.df).toBe(mean.df);
      }),
    );
  });

  it('calibrating to the totals there are changes no estimate, and never the error of what it spans', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const design = designOf(s);
        const ones = new Float64Array(s.weight.length).fill(1);
        const x = Float64Array.from(s.x);
        const size = surveyTotal(design, ones)[0]!.estimate;
        const total = surveyTotal(design, x)[0]!.estimate;
        const calibrated = calibrate(design, { x: [ones, x], totals: [size, total], kind: 'raking' });
        const y = Float64Array.from(s.y);
        expectNear(surveyMean(calibrated, y)[0]!.estimate, surveyMean(design, y)[0]!.estimate, 50);
        expect(surveyTotal(calibrated, x)[0]!.se / total).toBeLessThan(ORDER);
      }),
    );
  });
});
