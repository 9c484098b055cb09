import { describe, expect, it } from 'vitest';
import { type Covariate, dummyVariables, surveyDesign, surveyRegression, waldTest } from '../../src/index.ts';

const column = (name: string, ...values: number[]): Covariate => ({
  name,
  values: Float64Array.from(values),
});
const equal = (n: number) => surveyDesign({ weight: new Float64Array(n).fill(1) });

describe('by hand', () => {
  it('a line through four points: slope 2.3, HC-type variance n/(n−1) Σ e²(x − x̄)²/(Σ(x − x̄)²)²', () => {
    const model = surveyRegression(equal(4), {
      y: Float64Array.of(1, 3, 5, 8),
      x: [column('x', 0, 1, 2, 3)],
    });
    expect(model.coefficients.map(({ estimate }) => estimate)).toEqual([
      expect.closeTo(0.8, 12),
      expect.closeTo(2.3, 12),
    ]);
    const residuals = [0.2, -0.1, -0.4, 0.3];
    const meat = residuals.reduce((sum, e, i) => sum + (e * (i - 1.5)) ** 2, 0);
    expect(model.coefficients[1]?.se).toBeCloseTo(Math.sqrt(((4 / 3) * meat) / 25), 12);
    expect(model.df).toBe(2);
  });

  it('an offset is taken off the outcome of a linear model', () => {
    const y = Float64Array.of(1, 3, 5, 8);
    const x = [column('x', 0, 1, 2, 3)];
    const offset = Float64Array.of(0, -1, 4, 2);
    const net = surveyRegression(equal(4), { y: y.map((own, k) => own - offset[k]!), x });
    surveyRegression(equal(4), { y, x, offset }).coefficients.forEach((own, j) => {
      expect(own.estimate).toBeCloseTo(net.coefficients[j]!.estimate, 13);
      expect(own.se).toBeCloseTo(net.coefficients[j]!.se, 13);
    });
  });

  it('a logistic model of one dummy has log odds as coefficients', () => {
    const design = surveyDesign({ weight: [1, 2, 3, 4, 5, 6] });
    const model = surveyRegression(design, {
      y: Float64Array.of(0, 1, 1, 0, 1, 1),
      x: [column('d', 0, 0, 0, 1, 1, 1)],
      family: 'logistic',
    });
    expect(model.coefficients[0]?.estimate).toBeCloseTo(Math.log(5 / 1), 13);
    expect(model.coefficients[1]?.estimate).toBeCloseTo(Math.log(11 / 4) - Math.log(5 / 1), 13);
  });

  it('a long climb is not taken for separation: log odds of 1e9', () => {
    const model = surveyRegression(surveyDesign({ weight: [1e9, 1e9, 1, 1] }), {
      y: Float64Array.of(0, 1, 0, 1),
      x: [column('x', -1, 1, 1, -1)],
      family: 'logistic',
    });
    expect(model.coefficients[1]?.estimate).toBeCloseTo(Math.log(1e9), 9);
    expect(model.steps).toBeGreaterThan(10);
  });

  it('a Poisson model of the intercept is the log mean', () => {
    const model = surveyRegression(equal(3), { y: Float64Array.of(0, 2, 7), x: [], family: 'poisson' });
    expect(model.coefficients[0]?.estimate).toBeCloseTo(Math.log(3), 14);
  });
});

describe('missing, single and none', () => {
  it('rows with anything missing leave the fit, and their PSUs its df, but not the design', () => {
    const design = surveyDesign({ weight: [1, 1, 1, 1, 1] });
    const model = surveyRegression(design, {
      y: Float64Array.of(1, 3, 5, 8, Number.NaN),
      x: [column('x', 0, 1, 2, 3, 4)],
    });
    expect([model.n, model.nWeighted, model.df]).toEqual([4, 4, 2]);
    const alone = surveyRegression(equal(4), {
      y: Float64Array.of(1, 3, 5, 8),
      x: [column('x', 0, 1, 2, 3)],
    });
    expect(model.coefficients[1]!.se / alone.coefficients[1]!.se).toBeCloseTo(Math.sqrt(5 / 4 / (4 / 3)), 12);
  });

  it('no degrees of freedom: no p-value', () => {
    const model = surveyRegression(equal(2), { y: Float64Array.of(1, 3), x: [column('x', 0, 1)] });
    expect(model.df).toBe(0);
    expect(model.coefficients[1]?.estimate).toBeCloseTo(2, 14);
    expect(model.coefficients[1]?.pValue).toBeNaN();
    expect(model.coefficients[1]?.ciLow).toBeNaN();
  });

  it('no row throws', () => {
    const input = { y: Float64Array.of(1, Number.NaN), x: [column('x', Number.NaN, 1)] };
    expect(() => surveyRegression(equal(2), input)).toThrow('Check which of y, x is missing');
    expect(() => surveyRegression(equal(0), { y: new Float64Array(0), x: [] })).toThrow('at least one row');
  });
});

describe('errors name the column', () => {
  const y = Float64Array.of(1, 3, 5, 8, 2, 2);

  it('rank', () => {
    const x = [
      column('a', 1, 2, 3, 4, 5, 7),
      column('b', 2, 0, 1, 5, 3, 3),
      column('sum', 3, 2, 4, 9, 8, 10),
    ];
    expect(() => surveyRegression(equal(6), { y, x })).toThrow(
      'on the 6 rows that enter, column "sum" is a linear combination of the columns before it (intercept, a, b)',
    );
    expect(() => surveyRegression(equal(6), { y, x: [column('flat', 1, 1, 1, 1, 1, 1)] })).toThrow('"flat"');
    expect(() => surveyRegression(equal(6), { y, x: [column('zero', 0, 0, 0, 0, 0, 0)] })).toThrow('"zero"');
  });

  it('a column of the domain, not of the sample, decides', () => {
    const x = [column('a', 1, 1, 1, 4, 5, 7)];
    expect(() => surveyRegression(equal(6), { y, x, domain: Uint8Array.of(1, 1, 1, 0, 0, 0) })).toThrow(
      '"a"',
    );
  });

  it('complete separation', () => {
    const x = [column('noise', 3, 1, 2, 1, 3, 2), column('age', 1, 2, 3, 10, 11, 12)];
    expect(() =>
      surveyRegression(equal(6), { y: Float64Array.of(0, 0, 0, 1, 1, 1), x, family: 'logistic' }),
    ).toThrow(/no maximum, because a combination of .*"age"/);
  });

  it('a category without an event, and the reference category', () => {
    const codes = Int32Array.of(0, 0, 0, 1, 1, 1, 2, 2, 2);
    const outcome = Float64Array.of(0, 1, 1, 0, 0, 1, 0, 0, 0);
    const levels = ['low', 'middle', 'high'];
    const region = { name: 'region', codes, levels };
    expect(() =>
      surveyRegression(equal(9), { y: outcome, x: dummyVariables(region), family: 'logistic' }),
    ).toThrow('"region: high" predicts 0 or 1');
    expect(() =>
      surveyRegression(equal(9), { y: outcome, x: dummyVariables(region, 'high'), family: 'logistic' }),
    ).toThrow('"region: low", "region: middle"');
    expect(() =>
      surveyRegression(equal(9), { y: outcome, x: dummyVariables(region), family: 'poisson' }),
    ).toThrow('"region: high" marks rows whose counts are all 0');
  });

  it('an outcome that never varies', () => {
    const x = [column('a', 1, 2, 3, 4, 5, 7)];
    expect(() => surveyRegression(equal(6), { y: new Float64Array(6), x, family: 'logistic' })).toThrow(
      '"intercept"',
    );
  });

  it('bad calls', () => {
    const x = [column('a', 1, 2, 3, 4, 5, 7)];
    expect(() => surveyRegression(equal(6), { y, x, family: 'logistic' })).toThrow(
      '0 or 1, or NaN if missing',
    );
    expect(() => surveyRegression(equal(6), { y: y.map((v) => -v), x, family: 'poisson' })).toThrow(
      '0 or above',
    );
    expect(() => surveyRegression(equal(6), { y, x: [...x, ...x] })).toThrow('"a" occurs twice');
    expect(() => surveyRegression(equal(5), { y, x })).toThrow('expected 5, got 6');
    expect(() => surveyRegression(equal(6), { y, x: [], intercept: false })).toThrow('needs a column');
    expect(() => surveyRegression(equal(6), { y, x, ciLevel: 95 })).toThrow('ciLevel');
    expect(() => surveyRegression(equal(6), { y, x, domain: new Uint8Array(2) })).toThrow('domain');
    expect(() => surveyRegression(equal(6), { y, x: [column('a', 1, 2, 3, 4, 5, Infinity)] })).toThrow(
      'infinite',
    );
    // @ts-expect-error: an unknown family
    expect(() => surveyRegression(equal(6), { y, x, family: 'probit' })).toThrow('linear, logistic, poisson');
  });
});

describe('waldTest', () => {
  const y = Float64Array.of(1, 3, 5, 8, 2, 2);
  const model = surveyRegression(equal(6), {
    y,
    x: [column('a', 1, 2, 3, 4, 5, 7), column('b', 2, 0, 1, 5, 3, 3)],
  });

  it('of one coefficient is t²', () => {
    const wald = waldTest(model, ['b']);
    expect(wald.f).toBeCloseTo(model.coefficients[2]!.t ** 2, 12);
    expect(wald.pValue).toBeCloseTo(model.coefficients[2]!.pValue, 12);
  });

  it('throws on unknown names and on none', () => {
    expect(() => waldTest(model, ['c'])).toThrow('(intercept, a, b) or its categorical variables; got "c"');
    expect(() => waldTest(model, [])).toThrow('got no name');
  });

  it('throws when the coefficients outnumber the PSUs', () => {
    const clusters = surveyDesign({ weight: new Float64Array(6).fill(1), psu: [1, 1, 1, 2, 2, 2] });
    const few = surveyRegression(clusters, {
      y,
      x: [column('a', 1, 2, 3, 4, 5, 7), column('b', 2, 0, 1, 5, 3, 3)],
    });
    expect(() => waldTest(few, ['a', 'b'])).toThrow('singular');
  });
});

describe('dummyVariables', () => {
  it('marks each level but the reference', () => {
    const codes = Int32Array.of(0, 1, 2, -1);
    const [middle, low] = dummyVariables({ name: 'skill', codes, levels: ['high', 'middle', 'low'] });
    expect(middle).toEqual({
      name: 'skill: middle',
      values: Float64Array.of(0, 1, 0, Number.NaN),
      factor: { name: 'skill', level: 'middle', reference: 'high' },
    });
    expect(low?.values).toEqual(Float64Array.of(0, 0, 1, Number.NaN));
  });

  it('throws', () => {
    const codes = Int32Array.of(0, 3);
    expect(() => dummyVariables({ name: 's', codes, levels: ['a'] })).toThrow('two levels');
    expect(() => dummyVariables({ name: 's', codes, levels: ['a', 'b'] })).toThrow('row index 1 has 3');
    expect(() => dummyVariables({ name: 's', codes, levels: ['a', 'b'] }, 'c')).toThrow('got "c"');
  });
});
