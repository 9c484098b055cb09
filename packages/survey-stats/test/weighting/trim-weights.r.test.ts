import { expect, it } from 'vitest';
import {
  kishDesignEffect,
  surveyDesign,
  surveyMean,
  trimAndCalibrate,
  trimLimits,
  trimWeights,
} from '../../src/index.ts';
import {
  CALIBRATED_SE,
  CALIBRATED_WEIGHT,
  CLOSED_FORM,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
} from '../golden.ts';

const r: Golden = golden('trimming');
const { lower, upper } = r;
const weight = numbers(r.weight);

const expectWeights = (actual: Float64Array, expected: readonly number[], tolerance: number) => {
  expected.forEach((value, row) => {
    expectClose(actual[row] ?? Number.NaN, value, tolerance, 'trimmed weight');
  });
};

it('one pass', () => {
  expectWeights(trimWeights(weight, { lower, upper, strict: false }).weight, r.trimmed, CLOSED_FORM);
});

it('repeated, frozen as in survey 4.5', () => {
  const { weight: trimmed, lost } = trimWeights(weight, { lower, upper });
  expectWeights(trimmed, r.strict, CLOSED_FORM);
  const sum = (w: ArrayLike<number>) => Array.from(w).reduce((a, b) => a + b, 0);
  expectClose(sum(trimmed) + lost, sum(r.weight), CLOSED_FORM, 'sum of weights');
});

it('limits by rule', () => {
  expectClose(trimLimits(weight, { rule: 'mean', upper: 2 }).upper, r.limits.mean, CLOSED_FORM, 'limit');
  expectClose(
    trimLimits(weight, { rule: 'median', upper: 2.5 }).upper,
    r.limits.median,
    CLOSED_FORM,
    'limit',
  );
  const quantiles = trimLimits(weight, { rule: 'quantile', lower: 0.05, upper: 0.95 });
  expectClose(quantiles.lower, r.limits.quantile[0], CLOSED_FORM, 'limit');
  expectClose(quantiles.upper, r.limits.quantile[1], CLOSED_FORM, 'limit');
});

it('to a target design effect', () => {
  const { target, upper: wanted, weight: trimmed } = r.design_effect;
  const limits = trimLimits(weight, { rule: 'design_effect', target });
  expectClose(limits.upper, wanted, CLOSED_FORM, 'limit');
  const made = trimWeights(weight, limits).weight;
  expectWeights(made, trimmed, CLOSED_FORM);
  expect(kishDesignEffect(made)).toBeLessThanOrEqual(target);
});

it('trimmed and calibrated: weights and residual variance', () => {
  const { a, b, y, raked, cut, weight: wanted, mean, se } = r.margins;
  const design = surveyDesign({ weight: r.weight });
  const margins = [
    { name: 'a', codes: codesOf(a, ['u', 'v', 'x']), levels: ['u', 'v', 'x'], totals: [1100, 800, 500] },
    { name: 'b', codes: codesOf(b, ['f', 'm']), levels: ['f', 'm'], totals: [1250, 1150] },
  ];
  const made = trimAndCalibrate(design, margins, { trim: { rule: 'median', upper: 2 } });
  expectClose(made.limits.upper, cut, CALIBRATED_WEIGHT, 'limit');
  expectWeights(made.design.weight, wanted, CALIBRATED_WEIGHT);
  expect(made.outside).toBe(raked.filter((w: number) => w > cut).length);
  const [got] = surveyMean(made.design, numbers(y));
  expectClose(got?.estimate ?? Number.NaN, mean, CALIBRATED_WEIGHT, 'calibrated estimate');
  expectClose(got?.se ?? Number.NaN, se, CALIBRATED_SE, 'calibrated se');
});
