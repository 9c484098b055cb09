import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  effectiveSampleSize,
  kishDesignEffect,
  nonresponseClasses,
  type ResponseStatus,
  responsePropensity,
  rIndicator,
  standardise,
  standardisedDifference,
  surveyDesign,
  surveyMean,
  surveyTotal,
  trimLimits,
  trimWeights,
  weightDiagnostics,
} from '../../src/index.ts';

/** Sums over a few dozen rows, relative to them. */
const SUM = 1e-10;
const RUNS = { numRuns: 60 };

const weights = fc
  .array(fc.integer({ min: 1, max: 4000 }), { minLength: 8, maxLength: 40 })
  .map((list) => Float64Array.from(list, (w) => w / 8));
const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((a, b) => a + b, 0);
const expectSum = (actual: number, expected: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(SUM * Math.abs(expected));

it('trimming keeps the sum and the limits, unless no row can take the excess; a second time changes nothing', () => {
  const multiples = [
    fc.double({ min: 0.1, max: 0.9, noNaN: true }),
    fc.double({ min: 1.2, max: 4, noNaN: true }),
  ] as const;
  fc.assert(
    fc.property(weights, ...multiples, fc.constantFrom('mean', 'median'), (weight, lower, upper, rule) => {
      const limits = trimLimits(weight, { rule, lower, upper });
      const { weight: trimmed, lost } = trimWeights(weight, limits);
      expectSum(sum(trimmed) + lost, sum(weight));
      if (lost !== 0) return;
      expect(Math.min(...trimmed)).toBeGreaterThanOrEqual(limits.lower);
      expect(Math.max(...trimmed)).toBeLessThanOrEqual(limits.upper);
      expect(trimWeights(trimmed, limits).weight).toEqual(trimmed);
    }),
    RUNS,
  );
});

it('a design effect is at least 1, knows no scale, and the target of trimming is met', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: -6, max: 6 }), (weight, power) => {
      const effect = kishDesignEffect(weight);
      expect(effect).toBeGreaterThanOrEqual(1 - SUM);
      expectSum(kishDesignEffect(weight.map((w) => w * 2 ** power)), effect);
      expectSum(effectiveSampleSize(weight) * effect, weight.length);
      const target = 1 + (effect - 1) / 2;
      const { upper } = trimLimits(weight, { rule: 'design_effect', target });
      expect(kishDesignEffect(trimWeights(weight, { upper }).weight)).toBeLessThanOrEqual(
        target * (1 + 1e-9),
      );
      const { g, after } = weightDiagnostics(
        surveyDesign({ weight }),
        weight.map((w) => 3 * w),
      );
      expect([g.minimum, g.maximum]).toEqual([3, 3]);
      expectSum(after.designEffect, effect);
    }),
    RUNS,
  );
});

const statuses: readonly ResponseStatus[] = ['respondent', 'nonrespondent', 'ineligible', 'unknown'];
const sampled = fc.array(
  fc.record({
    weight: fc.integer({ min: 1, max: 400 }),
    status: fc.constantFrom(...statuses),
    code: fc.integer({ min: 0, max: 2 }),
    x: fc.integer({ min: -3, max: 3 }),
  }),
  { minLength: 12, maxLength: 60 },
);

it('non-response keeps the weight of every class, gives it to those who stand in, and takes none from respondents', () => {
  fc.assert(
    fc.property(sampled, fc.constantFrom('known', 'respondents'), (units, unknownTo) => {
      const input = {
        status: units.map(({ status }) => status),
        classes: { codes: Int32Array.from(units, ({ code }) => code), levels: ['a', 'b', 'c'] },
        unknownTo,
      } as const;
      fc.pre([0, 1, 2].every((c) => units.some(({ code, status }) => code === c && status === 'respondent')));
      const { weight, factor } = nonresponseClasses(
        units.map((unit) => unit.weight),
        input,
      );
      for (const c of [0, 1, 2]) {
        const own = (list: ArrayLike<number>) =>
          sum(Array.from(list).filter((_, row) => units[row]!.code === c));
        expectSum(own(weight), own(units.map((unit) => unit.weight)));
      }
      units.forEach(({ status }, row) => {
        if (status === 'respondent') expect(factor[row]).toBeGreaterThanOrEqual(1 - SUM);
        if (status === 'nonrespondent' || status === 'unknown') expect(weight[row]).toBe(0);
      });
    }),
    RUNS,
  );
});

it('propensities of the model without covariates are the response rate, and with one their weighted mean is', () => {
  fc.assert(
    fc.property(sampled, (all) => {
      const units = all.filter(({ status }) => status === 'respondent' || status === 'nonrespondent');
      const answers = (status: ResponseStatus) => units.filter((unit) => unit.status === status);
      const spread = (status: ResponseStatus) => new Set(answers(status).map(({ x }) => Math.sign(x)));
      fc.pre(spread('respondent').size === 3 && spread('nonrespondent').size === 3);
      const weight = units.map((unit) => unit.weight);
      const status = units.map((unit) => unit.status);
      const rate = sum(answers('respondent').map((unit) => unit.weight)) / sum(weight);
      const plain = responsePropensity(weight, { status, covariates: [] });
      for (const p of plain.propensity) expectSum(p, rate);
      expectSum(rIndicator(plain.propensity, weight), 1);
      const x = { name: 'x', values: Float64Array.from(units, (unit) => unit.x) };
      const { propensity } = responsePropensity(weight, { status, covariates: [x] });
      expectSum(sum(propensity.map((p, row) => p * weight[row]!)) / sum(weight), rate);
      expect(rIndicator(propensity, weight)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});

it('standardised groups have the standard’s shares and keep their weight; a group that has them already stays', () => {
  fc.assert(
    fc.property(
      sampled,
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
      (units, population) => {
        fc.pre([0, 1, 2].every((c) => units.some(({ code }) => code === c)));
        const design = surveyDesign({ weight: units.map((unit) => unit.weight) });
        const codes = Int32Array.from(units, ({ code }) => code);
        const by = { name: 'age', codes, levels: ['a', 'b', 'c'], population };
        const made = standardise(design, { by }).design;
        const ones = new Float64Array(units.length).fill(1);
        expectSum(surveyTotal(made, ones)[0]!.estimate, sum(design.weight));
        [0, 1, 2].forEach((c) => {
          const share = surveyMean(
            made,
            Float64Array.from(codes, (code) => (code === c ? 1 : 0)),
          )[0]!;
          expectSum(share.estimate, population[c]! / sum(population));
          expect(share.se).toBeLessThan(1e-9);
        });
        const again = standardise(made, { by }).design.weight;
        again.forEach((w, row) => {
          expectSum(w, made.weight[row]!);
        });
        const values = Float64Array.from(units, (unit) => unit.x);
        expect(standardisedDifference(values, made.weight, made.weight)).toBe(0);
      },
    ),
    RUNS,
  );
});
