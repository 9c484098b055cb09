import { describe, expect, it } from 'vitest';
import {
  domainCells,
  surveyContrast,
  surveyDesign,
  surveyMean,
  surveyProportion,
  surveyQuantile,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';

/** Hand-made values: a few roundings. */
const DIGITS = 12;
const NONE = Number.NaN;

describe('by hand', () => {
  // two strata of two PSUs; weights 1 and 2
  const design = surveyDesign({ weight: [1, 1, 2, 2], strata: ['a', 'a', 'b', 'b'] });
  const y = Float64Array.of(1, 3, 2, 6);

  it('mean', () => {
    // ybar = 20/6; z = w(y - ybar)/6; V = sum_h 2 * sum (z - zbar)^2
    const mean = surveyMean(design, y)[0]!;
    expect(mean.estimate).toBeCloseTo(20 / 6, DIGITS);
    expect(mean.se ** 2).toBeCloseTo(2 * 2 * (1 / 6) ** 2 + 2 * 2 * (4 / 6) ** 2, DIGITS);
    expect(mean.df).toBe(2);
    expect(mean.ciHigh - mean.estimate).toBeCloseTo(4.302652729749464 * mean.se, DIGITS);
    // S2 = 4/3 * sum w(y-ybar)^2/6; without replacement (6-4)/(6*4)
    const spread = ((4 / 3) * ((7 / 3) ** 2 + (1 / 3) ** 2 + 2 * (4 / 3) ** 2 + 2 * (8 / 3) ** 2)) / 6;
    expect(mean.deff).toBeCloseTo(mean.se ** 2 / ((spread * 2) / 24), DIGITS);
    expect(surveyMean(design, y, { deff: 'with_replacement' })[0]!.deff).toBeCloseTo(
      mean.se ** 2 / (spread / 4),
      DIGITS,
    );
    expect(mean.cv).toBeCloseTo(mean.se / mean.estimate, DIGITS);
  });

  it('total', () => {
    const total = surveyTotal(design, y)[0]!;
    expect(total.estimate).toBe(20);
    expect(total.se ** 2).toBeCloseTo(2 * 2 * 1 + 2 * 2 * 16, DIGITS);
  });

  it('ratio', () => {
    const ratio = surveyRatio(design, y, Float64Array.of(1, 1, 1, 1))[0]!;
    const mean = surveyMean(design, y)[0]!;
    expect(ratio.estimate).toBeCloseTo(mean.estimate, DIGITS);
    expect(ratio.se).toBeCloseTo(mean.se, DIGITS);
    expect(ratio.deff).toBeCloseTo(mean.deff, DIGITS);
  });

  it('a domain keeps the PSUs that hold none of its rows', () => {
    const domains = domainCells(design, Int32Array.of(0, -1, 0, -1), 1);
    const total = surveyTotal(design, y, { domains })[0]!;
    // each stratum: totals T and 0 over n_h = 2 PSUs: 2 * 2 * (T/2)^2 = T^2
    expect(total.se ** 2).toBeCloseTo(1 + 16, DIGITS);
    expect(total.df).toBe(0);
    expect(total.ciLow).toBeNaN();
    expect(total.n).toBe(2);
  });

  it('one domain against the other', () => {
    const domains = domainCells(design, Int32Array.of(0, 0, 1, 1), 2);
    const contrast = surveyContrast(design, y, { domains, coefficients: [-1, 1] });
    const [a, b] = surveyMean(design, y, { domains });
    expect(contrast.estimate).toBeCloseTo(2, DIGITS);
    expect(contrast.se ** 2).toBeCloseTo(a!.se ** 2 + b!.se ** 2, DIGITS); // they share no stratum
    expect(contrast.df).toBe(2);
    expect(() => surveyContrast(design, y, { domains, coefficients: [1] })).toThrow(/expected 2, got 1/);
  });
});

describe('missing, empty and single', () => {
  const design = surveyDesign({ weight: [1, 2, 1, 4, 0], psu: [1, 2, 3, 4, 5] });

  it('missing rows leave the estimate, not the design', () => {
    const y = Float64Array.of(1, NONE, 3, NONE, 9);
    const mean = surveyMean(design, y)[0]!;
    expect(mean.estimate).toBe(2);
    expect([mean.n, mean.nDomain, mean.nWeighted]).toEqual([2, 5, 2]);
    expect(mean.missingShare).toBeCloseTo(6 / 8, DIGITS);
    expect(mean.df).toBe(3);
    // five PSUs with totals -1/2, 0, 1/2, 0, 0
    expect(mean.se ** 2).toBeCloseTo((5 / 4) * (2 / 4), DIGITS);
  });

  it('an empty domain has n = 0 and no estimate, beside domains that have one', () => {
    const domains = domainCells(design, Int32Array.of(0, 0, 0, 2, 2), 3);
    const y = Float64Array.of(1, 0, 1, NONE, 1);
    for (const results of [
      surveyMean(design, y, { domains }),
      surveyProportion(design, y, { domains }),
      surveyTotal(design, y, { domains }),
      surveyRatio(design, y, y, { domains }),
      surveyQuantile(design, y, 0.5, { domains }),
    ]) {
      expect(results).toHaveLength(3);
      expect(results[0]!.n).toBe(3);
      for (const empty of [results[1]!, results[2]!]) {
        expect(empty.n).toBe(0);
        expect(
          [empty.estimate, empty.se, empty.ciLow, empty.ciHigh, empty.deff, empty.cv].every(Number.isNaN),
        ).toBe(true);
      }
    }
    const [, nobody, unanswered] = surveyMean(design, y, { domains });
    expect(nobody!.missingShare).toBeNaN();
    expect(unanswered!.missingShare).toBe(1);
  });

  it('a single row: no error and no interval', () => {
    const domains = domainCells(design, Int32Array.of(0, -1, -1, -1, -1), 1);
    const single = surveyMean(design, Float64Array.of(7, 1, 1, 1, 1), { domains })[0]!;
    expect([single.estimate, single.se, single.n, single.df]).toEqual([7, 0, 1, 0]);
    expect(single.ciLow).toBeNaN();
    expect(single.deff).toBeNaN();
    const third = surveyDesign({ weight: [1.7, 1, 1], psu: [1, 2, 3] });
    const one = domainCells(third, Int32Array.of(0, -1, -1), 1);
    const ratio = surveyRatio(third, Float64Array.of(5.64, 1, 1), Float64Array.of(1.7, 1, 1), {
      domains: one,
    })[0]!;
    expect(ratio.deff, 'a residual that rounding left over is no spread').toBeNaN();
  });

  it('no rows at all', () => {
    const nothing = surveyDesign({ weight: [] });
    expect(surveyMean(nothing, new Float64Array(0))[0]).toMatchObject({ n: 0, nDomain: 0 });
    expect(surveyQuantile(nothing, new Float64Array(0), 0.5)[0]!.estimate).toBeNaN();
  });

  it('everybody and nobody: shares of exactly 1 and 0, with a NCHS interval', () => {
    const all = surveyProportion(design, Float64Array.of(1, 1, 1, 1, 1), { ciMethod: 'beta_nchs' })[0]!;
    expect([all.estimate, all.se, all.ciHigh]).toEqual([1, 0, 1]);
    const none = surveyProportion(design, Float64Array.of(0, 0, 0, 0, 0), { ciMethod: 'beta_nchs' })[0]!;
    expect([none.estimate, none.ciLow]).toEqual([0, 0]);
    expect(none.ciHigh).toBeCloseTo(1 - 0.025 ** (1 / 4), DIGITS);
    expect(surveyProportion(design, Float64Array.of(1, 1, 1, 1, 1))[0]!.ciLow).toBeNaN();
  });

  it('scaled weights have no design effect without replacement', () => {
    const y = Float64Array.of(1, 2, 3, 4, 5);
    const scaled = surveyDesign({ weight: [1, 1, 1, 1, 1] });
    expect(surveyMean(scaled, y)[0]!.deff).toBeNaN();
    expect(surveyMean(scaled, y, { deff: 'with_replacement' })[0]!.deff).toBeCloseTo(1, DIGITS);
  });

  it('a constant has a mean without error', () => {
    const mean = surveyMean(design, new Float64Array(5).fill(1234.5))[0]!;
    expect([mean.estimate, mean.se]).toEqual([1234.5, 0]);
  });

  it('a ratio to nothing has no value', () => {
    const ratio = surveyRatio(design, Float64Array.of(1, 1, 1, 1, 1), new Float64Array(5))[0]!;
    expect([ratio.estimate, ratio.se].every(Number.isNaN)).toBe(true);
  });
});

describe('bad calls', () => {
  const design = surveyDesign({ weight: [1, 1, 1] });
  it('a code is not a share', () => {
    expect(() => surveyProportion(design, Float64Array.of(1, 2, NONE))).toThrow(
      /1 of 3 rows are not, the first at index 1 \(2\)/,
    );
  });
  it('lengths and types', () => {
    expect(() => surveyMean(design, Float64Array.of(1))).toThrow(
      'surveyMean: y must have one value a row of the design; expected 3, got 1',
    );
    // @ts-expect-error a plain array
    expect(() => surveyMean(design, [1, 2, 3])).toThrow(/Float64Array.from/);
  });
  it('levels, probabilities and methods', () => {
    expect(() => surveyMean(design, new Float64Array(3), { ciLevel: 95 })).toThrow(/0.95; got 95/);
    expect(() => surveyQuantile(design, new Float64Array(3), 50)).toThrow(/\[0, 1\].*got 50/);
    // @ts-expect-error a method that does not exist
    expect(() => surveyMean(design, new Float64Array(3), { ciMethod: 'wald' })).toThrow(/got "wald"/);
  });
});

describe('surprises of the peers', () => {
  const design = surveyDesign({
    weight: [3, 1, 2, 2, 5, 1],
    strata: [1, 1, 1, 2, 2, 2],
    psu: [1, 2, 3, 1, 2, 3],
  });
  const domains = domainCells(design, Int32Array.of(0, 1, 0, 0, 1, 0), 2);

  it('dropping rows without an answer is not the same as filtering the table', () => {
    const y = Float64Array.of(1, 4, NONE, 2, 2, 7);
    const byDesign = surveyMean(design, y)[0]!;
    const filtered = surveyDesign({ weight: [3, 1, 2, 5, 1], strata: [1, 1, 2, 2, 2], psu: [1, 2, 1, 2, 3] });
    const byFilter = surveyMean(filtered, Float64Array.of(1, 4, 2, 2, 7))[0]!;
    expect(byDesign.estimate).toBeCloseTo(byFilter.estimate, DIGITS);
    expect(Math.abs(byDesign.se / byFilter.se - 1)).toBeGreaterThan(0.01);
  });

  it('each domain has its own df, and its interval the t of that df', () => {
    const [first] = surveyMean(design, Float64Array.of(1, 4, 2, 2, 2, 7), { domains });
    expect(first!.df).toBe(2);
    expect((first!.ciHigh - first!.ciLow) / (2 * first!.se)).toBeCloseTo(4.302652729749464, DIGITS);
  });

  it('weights divided by ten change totals alone', () => {
    const tenth = surveyDesign({
      weight: [0.3, 0.1, 0.2, 0.2, 0.5, 0.1],
      strata: [1, 1, 1, 2, 2, 2],
      psu: [1, 2, 3, 1, 2, 3],
    });
    const y = Float64Array.of(1, 4, 2, 2, 2, 7);
    expect(surveyMean(tenth, y)[0]!.se).toBeCloseTo(surveyMean(design, y)[0]!.se, DIGITS);
    expect(surveyTotal(tenth, y)[0]!.se * 10).toBeCloseTo(surveyTotal(design, y)[0]!.se, DIGITS);
  });
});
