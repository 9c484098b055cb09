import { expect, it } from 'vitest';
import {
  averageMarginalEffects,
  predictiveMargins,
  surveyDesign,
  surveyRegression,
} from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 1, 1, 1, 1, 1, 1] });
const y = Float64Array.of(0, 1, 0, 1, 1, 0, 1, 1);
const x = [{ name: 'woman', values: Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1) }];
const model = surveyRegression(design, { y, x, family: 'logistic' });

it('by hand: shares 1/2 and 3/4, a difference of 1/4 whose covariates do not vary', () => {
  const [effect] = averageMarginalEffects(model);
  expect(effect?.kind).toBe('difference');
  expect(effect?.estimate).toBeCloseTo(0.25, 13);
  // Σ (y − p)²/16 within each group, times n/(n − 1) = 8/7
  expect(effect?.se).toBeCloseTo(Math.sqrt(((8 / 7) * (1 + 0.75)) / 16), 12);
  const margins = predictiveMargins(model, { variable: 'woman', at: [0, 1] });
  expect(margins.map(({ at, estimate }) => [at, estimate])).toEqual([
    ['0', expect.closeTo(0.5, 13)],
    ['1', expect.closeTo(0.75, 13)],
  ]);
});

it('unless told: an effect holds the covariates fixed, a margin is one of the population', () => {
  const age = { name: 'age', values: Float64Array.of(20, 45, 31, 28, 52, 39, 24, 60) };
  const aged = surveyRegression(design, { y, x: [...x, age], family: 'logistic' });
  const effects = (covariates?: 'fixed' | 'sampled') =>
    averageMarginalEffects(aged, { covariates }).map(({ se }) => se);
  const margins = (covariates?: 'fixed' | 'sampled') =>
    predictiveMargins(aged, { variable: 'woman', at: [0, 1], covariates }).map(({ se }) => se);
  expect(effects()).toEqual(effects('fixed'));
  expect(effects()).not.toEqual(effects('sampled'));
  expect(margins()).toEqual(margins('sampled'));
  expect(margins()).not.toEqual(margins('fixed'));
});

it('throws on what the model does not have', () => {
  expect(() => averageMarginalEffects(model, { variables: ['age'] })).toThrow('(woman); got "age"');
  expect(() => averageMarginalEffects(model, { variables: ['intercept'] })).toThrow('got "intercept"');
  expect(() => predictiveMargins(model, { variable: 'age' })).toThrow('got "age"');
  expect(() => predictiveMargins(model, { variable: 'woman' })).toThrow('at: [0, 1]');
});
