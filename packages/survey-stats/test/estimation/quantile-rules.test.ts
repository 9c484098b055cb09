import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type QuantileRule, surveyDesign, surveyQuantile } from '../../src/index.ts';

const design = surveyDesign({ weight: [2, 1, 3, 1, 1] });
const y = Float64Array.of(3, 7, 8, 15, 20);
const quantile = (p: number, rule: QuantileRule) => surveyQuantile(design, y, p, { rule })[0]!.estimate;

/** x = 3, 7, 8, 15, 20 with w = 2, 1, 3, 1, 1, by R 4.5 from the first weight share on; below it R skips or extrapolates. */
describe.each<[QuantileRule, number[]]>([
  ['math', [3, 3, 3, 7, 8, 8, 20]],
  ['school', [3, 3, 5, 7.5, 8, 11.5, 20]],
  ['hf1', [3, 3, 3, 7, 8, 8, 20]],
  ['hf2', [3, 3, 5, 7.5, 8, 11.5, 20]],
  ['hf3', [3, 3, 7, 7, 8, 15, 20]],
  ['hf4', [3, 3, 3, 7, 7 + 1 / 3, 8, 19.6]],
  ['hf5', [3, 3, 5 + 2 / 3, 7.25, 7.75, 13.25, 20]],
  ['hf6', [3, 3, 4, 7.125, 7.5, 13.25, 20]],
  ['hf7', [3.14, 4.4, 6.5, 7.625, 9 + 1 / 6, 13.25, 19.65]],
  ['hf8', [3, 3, 5.25, 7.19642857142857, 7.64285714285714, 13.25, 20]],
  ['hf9', [3, 3, 5.36363636363636, 7.20833333333333, 7 + 2 / 3, 13.25, 20]],
])('%s', (rule, expected) => {
  it.each([0.01, 0.1, 0.25, 0.375, 0.5, 0.75, 0.99].map((p, i) => [p, expected[i]!]))('at %d', (p, value) => {
    expect(quantile(p, rule)).toBeCloseTo(value, 12);
  });
});

const rules = ['math', 'school', 'hf3', 'hf4', 'hf5', 'hf6', 'hf7', 'hf8', 'hf9'] as const;
const people = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 12,
});
const RUNS = { numRuns: 25 };
const estimateOf = (rows: [number, number][], p: number, rule: QuantileRule) =>
  surveyQuantile(
    surveyDesign({ weight: rows.map(([, w]) => w), lonelyPsu: 'remove' }),
    Float64Array.from(rows, ([value]) => value),
    p,
    { rule },
  )[0]!.estimate;

test.each(rules)('%s: neither row order nor split weights of equal values change it', (rule) => {
  fc.assert(
    fc.property(people, fc.double({ min: 0, max: 1, noNaN: true }), (rows, p) => {
      const whole = estimateOf(rows, p, rule);
      expect(estimateOf(rows.toReversed(), p, rule)).toBeCloseTo(whole, 12);
      const [value, weight] = rows[0]!;
      const split: [number, number][] = [[value, weight / 2], ...rows.slice(1), [value, weight / 2]];
      expect(estimateOf(split, p, rule)).toBeCloseTo(whole, 12);
    }),
    RUNS,
  );
});

test.each(rules)('%s: between the smallest and the largest, and never falling in p', (rule) => {
  fc.assert(
    fc.property(people, (rows) => {
      const steps = Array.from({ length: 21 }, (_, i) => estimateOf(rows, i / 20, rule));
      const values = rows.map(([value]) => value);
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(Math.min(...values));
      expect(Math.max(...steps)).toBeLessThanOrEqual(Math.max(...values));
      steps.slice(1).forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(steps[i]! - 1e-12);
      });
    }),
    RUNS,
  );
});

test('no value, one value, and a rule that does not exist', () => {
  const nobody = new Float64Array(5).fill(Number.NaN);
  for (const rule of rules) {
    expect(surveyQuantile(design, nobody, 0.5, { rule })[0]!.estimate).toBeNaN();
    expect(estimateOf([[4, 2]], 0.9, rule)).toBe(4);
  }
  expect(() => quantile(0.5, 'hf10' as QuantileRule)).toThrow(
    "'math', 'school' or 'hf1' to 'hf9'; got \"hf10\"",
  );
});

test('a share without variance: both limits are the quantile, whatever rounding makes of cumulative weights', () => {
  fc.assert(
    fc.property(people, fc.double({ min: 0.01, max: 9, noNaN: true }), (rows, unit) => {
      const whole = surveyDesign({
        weight: rows.map(([, weight]) => weight * unit),
        fpc: rows.map(() => rows.length),
        lonelyPsu: 'remove',
      });
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) {
        const [found] = surveyQuantile(
          whole,
          Float64Array.from(rows, ([value]) => value),
          p,
        );
        if (rows.length > 1)
          expect([found!.ciLow, found!.ciHigh, found!.se]).toEqual([found!.estimate, found!.estimate, 0]);
      }
    }),
    { numRuns: 100 },
  );
});
