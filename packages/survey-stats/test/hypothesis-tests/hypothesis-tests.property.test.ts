import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustPValues,
  type CodedVariable,
  independenceTest,
  type RankTest,
  surveyDesign,
  surveyProportion,
  surveyRankTest,
  surveyRegression,
  surveyTable,
  surveyTTest,
  waldTest,
} from '../../src/index.ts';
import { type Sample, sample, shuffled } from '../arbitraries.ts';

/** Sums in two orders over a few dozen rows, then a quotient of two of them. */
const ORDER = 1e-9;
const RUNS = { numRuns: 40 };

function designOf(s: Sample, scale = 1) {
  return surveyDesign({ weight: s.weight.map((w) => w * scale), strata: s.strata, psu: s.psu });
}

function expectNear(actual: number, expected: number, scale = 1): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ORDER * Math.max(scale, Math.abs(expected)));
}

const groupOf = (s: Sample): CodedVariable => ({
  name: 'domain',
  codes: Int32Array.from(s.domain),
  levels: ['a', 'b', 'c'],
});
const oddOf = (s: Sample): CodedVariable => ({
  name: 'odd',
  codes: Int32Array.from(s.x, (x) => x % 2),
  levels: ['even', 'odd'],
});
const counts = (s: Sample) => [0, 1, 2].map((d) => s.domain.filter((own) => own === d).length);

describe('laws', () => {
  it('a t test of two groups is the regression on a dummy', () => {
    fc.assert(
      fc.property(sample(), (s) => {
        const answered = (d: number) => s.domain.some((own, row) => own === d && !Number.isNaN(s.y[row]));
        fc.pre(answered(0) && answered(1));
        const design = designOf(s);
        const y = Float64Array.from(s.y);
        const dummy = Float64Array.from(s.domain, (d) => (d === 0 || d === 1 ? d : Number.NaN));
        const group = Int32Array.from(dummy, (d) => (Number.isNaN(d) ? -1 : d));
        const test = surveyTTest(design, { y, group });
        const model = surveyRegression(design, { y, x: [{ name: 'd', values: dummy }] });
        const slope = model.coefficients[1]!;
        expect(test.df).toBe(model.df);
        expectNear(test.estimate, slope.estimate, 50);
        expectNear(test.se, slope.se, 50);
        if (test.se > 1e-6) expectNear(test.pValue, slope.pValue);
        if (model.df > 0 && test.se > 1e-6) expectNear(waldTest(model, ['d']).pValue, test.pValue);
      }),
      RUNS,
    );
  });

  it('exchanging rows and columns changes no test of independence', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        fc.pre(counts(s).every((n) => n > 0) && new Set(oddOf(s).codes).size === 2);
        const design = designOf(s);
        for (const statistic of ['F', 'Chisq', 'likelihood'] as const) {
          const one = independenceTest(design, { rows: groupOf(s), columns: oddOf(s), statistic });
          const other = independenceTest(design, { rows: oddOf(s), columns: groupOf(s), statistic });
          expectNear(other.pearson, one.pearson);
          if (one.value < 1e6) expectNear(other.pValue, one.pValue);
        }
      }),
      RUNS,
    );
  });

  it('shares of a table’s rows add up to 1 and are the proportions of a domain', () => {
    fc.assert(
      fc.property(sample(0), (s) => {
        const design = designOf(s);
        const { cells } = surveyTable(design, { rows: groupOf(s), columns: oddOf(s), shareOf: 'row' });
        for (const [d, row] of ['a', 'b', 'c'].entries()) {
          const own = cells.filter((cell) => cell.row === row && cell.n > 0);
          if (own.length === 0) continue;
          expectNear(
            own.reduce((sum, { share }) => sum + share, 0),
            1,
          );
          const odd = Float64Array.from(s.x, (x, at) => (s.domain[at] === d ? x % 2 : Number.NaN));
          const proportion = surveyProportion(design, odd)[0]!;
          const cell = own.find(({ column }) => column === 'odd');
          if (!cell) continue;
          expectNear(cell.share, proportion.estimate);
          expectNear(cell.shareSe, proportion.se);
        }
      }),
      RUNS,
    );
  });

  it.each(['wilcoxon', 'van_der_waerden', 'median'] as const)(
    '%s: row order, weights’ scale and an increasing function of y change nothing',
    (test: RankTest) => {
      fc.assert(
        fc.property(shuffled(), ({ before, after }) => {
          const rank = (s: Sample, scale: number, map: (y: number) => number) =>
            surveyRankTest(designOf(s, scale), { y: Float64Array.from(s.y, map), group: groupOf(s), test });
          const one = rank(before, 1, (y) => y);
          const other = rank(after, 16, (y) => y ** 3);
          one.differences.forEach((own, i) => {
            expectNear(other.differences[i]!.estimate, own.estimate);
            expectNear(other.differences[i]!.se, own.se);
          });
          expect([other.df1, other.df2]).toEqual([one.df1, one.df2]);
        }),
        RUNS,
      );
    },
  );

  it('adjusted p-values: p ≤ bh ≤ holm ≤ bonferroni ≤ 1, in the order of p', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }), (p) => {
        const [bh, holm, bonferroni] = (['bh', 'holm', 'bonferroni'] as const).map((how) =>
          adjustPValues(p, how),
        );
        const rounding = 1e-12;
        p.forEach((own, i) => {
          expect(bh![i]! + rounding).toBeGreaterThanOrEqual(own);
          expect(holm![i]! + rounding).toBeGreaterThanOrEqual(bh![i]!);
          expect(bonferroni![i]! + rounding).toBeGreaterThanOrEqual(holm![i]!);
          expect(bonferroni![i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (own <= other) expect(holm![i]!).toBeLessThanOrEqual(holm![j]!);
          });
        });
      }),
    );
  });
});
