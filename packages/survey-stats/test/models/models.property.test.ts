import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  averageMarginalEffects,
  domainCells,
  dummyVariables,
  oaxaca,
  predictiveMargins,
  type SurveyRegression,
  surveyContrast,
  surveyDesign,
  surveyMean,
  surveyRegression,
} from '../../src/index.ts';
import { type Sample, sample, shuffled } from '../arbitraries.ts';

/** Sums in two orders and a division by a slope's share of the spread, over a few dozen rows of values up to 50. */
const ORDER = 1e-9;
const RUNS = { numRuns: 40 };

function designOf(s: Sample, scale = 1) {
  return surveyDesign({ weight: s.weight.map((w) => w * scale), strata: s.strata, psu: s.psu });
}

function expectNear(actual: number, expected: number, scale = 1): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ORDER * Math.max(scale, Math.abs(expected)));
}

/** Two groups that both have answers with different x: a line can be fitted in each. */
function bothGroups(s: Sample): boolean {
  return [0, 1].every((group) => {
    const x = s.x.filter((_, row) => s.domain[row] === group && !Number.isNaN(s.y[row]));
    return new Set(x).size >= 2;
  });
}

function fitOf(s: Sample, scale = 1, family: 'linear' | 'poisson' = 'linear'): SurveyRegression {
  const x = [{ name: 'x', values: Float64Array.from(s.x, (v) => v / 10) }];
  const y = Float64Array.from(s.y, (v) => (family === 'poisson' ? Math.abs(v) + 1 : v));
  return surveyRegression(designOf(s, scale), { y, x, family });
}

function expectSame(a: SurveyRegression, b: SurveyRegression): void {
  expect([a.n, a.df]).toEqual([b.n, b.df]);
  a.coefficients.forEach((own, j) => {
    expectNear(own.estimate, b.coefficients[j]!.estimate, 100);
    expectNear(own.se, b.coefficients[j]!.se, 100);
  });
}

const fittable = (s: Sample) => new Set(s.x.filter((_, row) => !Number.isNaN(s.y[row]))).size >= 2;

describe('laws of the regression', () => {
  it.each(['linear', 'poisson'] as const)('%s: row order changes nothing', (family) => {
    fc.assert(
      fc.property(shuffled(), ({ before, after }) => {
        fc.pre(fittable(before));
        expectSame(fitOf(after, 1, family), fitOf(before, 1, family));
      }),
      RUNS,
    );
  });

  it.each(['linear', 'poisson'] as const)('%s: scaling all weights changes nothing', (family) => {
    fc.assert(
      fc.property(sample(), (s) => {
        fc.pre(fittable(s));
        expectSame(fitOf(s, 0.013, family), fitOf(s, 1, family));
      }),
      RUNS,
    );
  });

  it('on a dummy, the slope is the difference of the domain means, with the same error', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        fc.pre(bothGroups(s));
        const design = designOf(s);
        const y = Float64Array.from(s.y);
        const dummy = Float64Array.from(s.domain, (d) => (d === 0 || d === 1 ? d : Number.NaN));
        const slope = surveyRegression(design, { y, x: [{ name: 'd', values: dummy }] }).coefficients[1]!;
        const domains = domainCells(design, Int32Array.from(s.domain), 3);
        const contrast = surveyContrast(design, y, { domains, coefficients: [-1, 1, 0] });
        expectNear(slope.estimate, contrast.estimate, 50);
        expectNear(slope.se, contrast.se, 50);
      }),
      RUNS,
    );
  });

  it('with only an intercept it is the mean, and a domain mask is a domain', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const design = designOf(s);
        const y = Float64Array.from(s.y);
        fc.pre(s.domain.some((d, row) => d === 0 && !Number.isNaN(s.y[row])));
        const domain = Uint8Array.from(s.domain, (d) => (d === 0 ? 1 : 0));
        const [only] = surveyRegression(design, { y, x: [], domain }).coefficients;
        const [mean] = surveyMean(design, y, { domains: domainCells(design, Int32Array.from(s.domain), 3) });
        expectNear(only!.estimate, mean!.estimate, 50);
        expectNear(only!.se, mean!.se, 50);
      }),
      RUNS,
    );
  });

  it('the marginal effect of a linear model is its coefficient', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        fc.pre(fittable(s));
        const model = fitOf(s);
        for (const covariates of ['fixed', 'sampled'] as const) {
          const [effect] = averageMarginalEffects(model, { covariates });
          expectNear(effect!.estimate, model.coefficients[1]!.estimate, 100);
          expectNear(effect!.se, model.coefficients[1]!.se, 100);
        }
      }),
      RUNS,
    );
  });

  it('margins of a model with nothing but the groups are the groups’ means', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const counts = [0, 1, 2].map((d) => s.domain.filter((own) => own === d).length);
        fc.pre(counts.every((n) => n > 0));
        const design = designOf(s);
        const y = Float64Array.from(s.y, (v) => Math.abs(v) + 1);
        const codes = Int32Array.from(s.domain);
        const x = dummyVariables({ name: 'group', codes, levels: ['a', 'b', 'c'] });
        const model = surveyRegression(design, { y, x, family: 'poisson' });
        const means = surveyMean(design, y, { domains: domainCells(design, codes, 3) });
        predictiveMargins(model, { variable: 'group' }).forEach((margin, d) => {
          expectNear(margin.estimate, means[d]!.estimate, 50);
          expectNear(margin.se, means[d]!.se, 50);
        });
      }),
      RUNS,
    );
  });
});

describe('laws of the decomposition', () => {
  const decompose = (s: Sample, reference: 'first' | 'second' | 'pooled', swap = false) => {
    const code = (d: number) => (d !== 0 && d !== 1 ? -1 : swap ? 1 - d : d);
    return oaxaca(designOf(s), {
      y: Float64Array.from(s.y),
      x: [{ name: 'x', values: Float64Array.from(s.x, (v) => v / 10) }],
      group: Int32Array.from(s.domain, code),
      reference,
    });
  };

  it.each(['first', 'second', 'pooled'] as const)(
    '%s: the parts add up to the gap and its error is a contrast’s',
    (reference) => {
      fc.assert(
        fc.property(sample(), (s) => {
          fc.pre(bothGroups(s));
          const { gap, explained, unexplained, variables } = decompose(s, reference);
          expectNear(explained.estimate + unexplained.estimate, gap.estimate, 1000);
          expectNear(
            variables.reduce((sum, own) => sum + own.explained.estimate, 0),
            explained.estimate,
            1000,
          );
          const design = designOf(s);
          const domains = domainCells(design, Int32Array.from(s.domain), 3);
          const contrast = surveyContrast(design, Float64Array.from(s.y), {
            domains,
            coefficients: [1, -1, 0],
          });
          expectNear(gap.estimate, contrast.estimate, 50);
          expectNear(gap.se, contrast.se, 50);
        }),
        RUNS,
      );
    },
  );

  it('swapping the groups turns the signs', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        fc.pre(bothGroups(s));
        const one = decompose(s, 'first');
        const other = decompose(s, 'second', true);
        expectNear(other.explained.estimate, -one.explained.estimate, 1000);
        expectNear(other.unexplained.se, one.unexplained.se, 1000);
      }),
      RUNS,
    );
  });
});
