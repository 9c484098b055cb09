import { describe, expect, it } from 'vitest';
import { nonresponseClasses, type ResponseStatus, responsePropensity } from '../../src/index.ts';

const R: ResponseStatus = 'respondent';
const N: ResponseStatus = 'nonrespondent';
const I: ResponseStatus = 'ineligible';
const U: ResponseStatus = 'unknown';

describe('nonresponseClasses', () => {
  it('by hand', () => {
    // known 6 of 9: every known weight times 1.5; then (1.5 + 3) / 1.5
    const made = nonresponseClasses([1, 2, 3, 3], { status: [R, N, I, U] });
    expect([...made.weight]).toEqual([4.5, 0, 4.5, 0]);
    expect(made.classes[0]).toMatchObject({ respondents: 1, unknown: 1, responseRate: 1 / 3, factor: 4.5 });
  });
  it('keeps the sum of every class', () => {
    const weight = [1, 2, 3, 4, 5, 6];
    const codes = Int32Array.of(0, 0, 0, 1, 1, 1);
    const made = nonresponseClasses(weight, {
      status: [R, N, U, R, R, I],
      classes: { codes, levels: ['a', 'b'] },
    });
    const sum = (own: number) => made.weight.reduce((s, w, row) => s + (codes[row] === own ? w : 0), 0);
    expect([sum(0), sum(1)]).toEqual([6, 15]);
  });
  it('names a class without respondents, or merges it and says so', () => {
    const input = {
      status: [N, R, R, N],
      classes: { codes: Int32Array.of(0, 1, 2, 2), levels: ['a', 'b', 'c'] },
    };
    expect(() => nonresponseClasses([1, 1, 1, 1], input)).toThrow(/class "a" has 0 of 1/);
    const made = nonresponseClasses([1, 1, 1, 1], { ...input, smallClass: 'merge' });
    expect(made.merged).toEqual([{ level: 'a', into: 'b' }]);
    expect([...made.weight]).toEqual([0, 2, 2, 0]);
    const three = nonresponseClasses([1, 1, 1, 1], { ...input, smallClass: 'merge', minimumRespondents: 2 });
    expect(three.classes.map(({ level }) => level)).toEqual(['a + b + c']);
    expect(() => nonresponseClasses([1, 1], { status: [N, N], smallClass: 'merge' })).toThrow(/has 0 of 2/);
  });
  it('leaves rows of weight 0 and classes of ineligible units alone', () => {
    const made = nonresponseClasses([0, 2, 1], {
      status: [N, I, R],
      classes: { codes: Int32Array.of(1, 0, 1), levels: ['a', 'b'] },
    });
    expect([...made.weight]).toEqual([0, 2, 1]);
    expect(nonresponseClasses([], { status: [] }).weight).toHaveLength(0);
  });
  it.each([
    ['a status', [1], { status: ['refused'] }, /respondent, nonrespondent.*"refused"/],
    ['a length', [1, 2], { status: [R] }, /status must have one entry a row/],
    ['a weight', [Number.NaN], { status: [R] }, /row index 0 has NaN/],
    [
      'a class',
      [1],
      { status: [R], classes: { codes: Int32Array.of(-1), levels: ['a'] } },
      /must have a class/,
    ],
  ] as const)('refuses %s', (_name, weight, input, message) => {
    expect(() => nonresponseClasses(weight, input as never)).toThrow(message);
  });
});

describe('responsePropensity', () => {
  const x = { name: 'x', values: Float64Array.of(0, 0, 0, 1, 1, 1) };
  const status = [R, R, N, R, N, N];

  it('a covariate of two values gives their response rates', () => {
    const { propensity, weight } = responsePropensity([1, 1, 1, 1, 1, 1], { status, covariates: [x] });
    [...propensity].forEach((p, row) => {
      expect(p).toBeCloseTo(row < 3 ? 2 / 3 : 1 / 3, 12);
    });
    expect([...weight].map((w) => Math.round(w * 1e9) / 1e9)).toEqual([1.5, 1.5, 0, 3, 0, 0]);
  });
  it('equal propensities make one class', () => {
    const made = responsePropensity([1, 2, 1, 1, 1, 1], { status, covariates: [], adjust: 'classes' });
    expect(made.classes).toHaveLength(1);
    expect(made.weight.reduce((a, b) => a + b, 0)).toBeCloseTo(7, 12);
  });
  it('keeps ineligible rows out of the model and unchanged', () => {
    const made = responsePropensity([1, 1, 4], { status: [R, N, I], covariates: [] });
    expect([...made.weight].map((w) => Math.round(w * 1e9) / 1e9)).toEqual([2, 0, 4]);
    expect(made.propensity[2]).toBeNaN();
  });
  it.each([
    ['unknown eligibility', [R, R, N, R, N, U], [x], /1 rows are of unknown eligibility/],
    ['no non-respondent', [R, R, R, R, R, R], [x], /got 6 and 0/],
    [
      'a missing covariate',
      status,
      [{ ...x, values: Float64Array.of(0, 0, Number.NaN, 1, 1, 1) }],
      /"x" has none in 1 of 6/,
    ],
    ['a separating covariate', [R, R, R, N, N, N], [x], /"x"/],
    ['a repeated covariate', status, [x, { ...x, name: 'again' }], /"again" is a linear combination/],
  ] as const)('refuses %s', (_name, given, covariates, message) => {
    expect(() => responsePropensity([1, 1, 1, 1, 1, 1], { status: given, covariates })).toThrow(message);
  });
});
