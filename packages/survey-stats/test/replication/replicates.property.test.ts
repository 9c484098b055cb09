import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrateReplicates,
  givenReplicates,
  poststratify,
  replicateEstimate,
  replicateWeights,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import { type Sample, sample, shuffled } from '../arbitraries.ts';

/** Sums in another order: relative to the size of what is added up, squared in a variance. */
const ROUNDING = 1e-9;
const near = (actual: number, expected: number, size: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ROUNDING * Math.max(Math.abs(expected), size));
const sizeOf = (s: Sample) => s.weight.reduce((sum, w, i) => sum + w * Math.abs(s.y[i]!), 0);

/** The first two PSUs of every stratum. */
const paired = (s: Sample): Sample => {
  const kept = s.psu.flatMap((psu, i) => (psu < 2 ? [i] : []));
  const pick = (column: readonly number[]) => kept.map((i) => column[i]!);
  return {
    weight: pick(s.weight),
    strata: pick(s.strata),
    psu: pick(s.psu),
    y: pick(s.y),
    x: pick(s.x),
    domain: pick(s.domain),
  };
};

test('a jackknife with strata gives a total the linearised variance', () => {
  fc.assert(
    fc.property(sample(0), fc.double({ min: 0.1, max: 1, noNaN: true }), (s, fraction) => {
      const design = surveyDesign({ ...s, fpc: s.strata.map(() => fraction) });
      if (fraction > 1 - 1e-6) return;
      const y = Float64Array.from(s.y);
      const replicates = replicateWeights(design, { method: 'jackknife' });
      near(surveyTotal(design, y, { replicates })[0]!.se, surveyTotal(design, y)[0]!.se, sizeOf(s));
    }),
  );
});

test("a jackknife gives a total Brewer's variance", () => {
  fc.assert(
    fc.property(sample(0), (s) => {
      const fpc = s.strata.map((h, i) => 0.1 + ((3 * h + 5 * s.psu[i]!) % 7) / 10);
      const design = surveyDesign({ ...s, fpc, pps: 'brewer' });
      const y = Float64Array.from(s.y);
      const replicates = replicateWeights(design, { method: 'jackknife' });
      near(surveyTotal(design, y, { replicates })[0]!.se, surveyTotal(design, y)[0]!.se, sizeOf(s));
    }),
  );
});

describe.each(['brr', 'fay'] as const)('%s', (method) => {
  test('gives a total of two PSUs a stratum the linearised variance', () => {
    fc.assert(
      fc.property(sample(0), (whole) => {
        const s = paired(whole);
        const design = surveyDesign(s);
        const y = Float64Array.from(s.y);
        const replicates = replicateWeights(design, { method });
        near(surveyTotal(design, y, { replicates })[0]!.se, surveyTotal(design, y)[0]!.se, sizeOf(s));
      }),
    );
  });
});

test('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(shuffled(), ({ before, after }) => {
      const [a, b] = [before, after].map((s) => {
        const design = surveyDesign(s);
        const options = { method: 'bootstrap', replicates: 11 } as const;
        const replicates = replicateWeights(design, options);
        return surveyMean(design, Float64Array.from(s.y), { replicates })[0]!;
      });
      if (Number.isNaN(a!.se)) expect(b!.se).toBeNaN();
      else near(b!.se, a!.se, 50);
    }),
  );
});

test('weights of another scale change no mean', () => {
  fc.assert(
    fc.property(sample(0), (s) => {
      const [a, b] = [1, 7].map((scale) => {
        const design = surveyDesign({ ...s, weight: s.weight.map((w) => w * scale) });
        const replicates = replicateWeights(design, { method: 'successive-difference' });
        return surveyMean(design, Float64Array.from(s.y), { replicates })[0]!.se;
      });
      near(b!, a!, 50);
    }),
  );
});

test('replicates written out by row give the same as factors by PSU', () => {
  fc.assert(
    fc.property(sample(), (s) => {
      const design = surveyDesign(s);
      const made = replicateWeights(design, { method: 'bootstrap', replicates: 9 });
      const weights = made.factors.map((factor) => s.weight.map((w, row) => w * factor[design.psu[row]!]!));
      const given = givenReplicates(design, { type: 'bootstrap', weights, combined: true });
      const y = Float64Array.from(s.y);
      const a = surveyMean(design, y, { replicates: made })[0]!.se;
      const b = surveyMean(design, y, { replicates: given })[0]!.se;
      if (Number.isNaN(a)) expect(b).toBeNaN();
      else near(b, a, 50);
    }),
  );
});

test('what the calibration holds has no variance, and every replicate meets it', () => {
  fc.assert(
    fc.property(sample(0), (s) => {
      const design = surveyDesign(s);
      const whole = { name: 'all', codes: new Int32Array(design.rows), levels: ['all'], totals: [1000] };
      const replicates = calibrateReplicates(
        replicateWeights(design, { method: 'jackknife' }),
        (base) => poststratify(base, whole).design,
      );
      const ones = new Float64Array(design.rows).fill(1);
      expect(surveyTotal(replicates.design, ones, { replicates })[0]!.se).toBeLessThan(1e-8);
      const totals = replicateEstimate(replicates, (w) => [w.reduce((a, b) => a + b, 0)]);
      for (const [total] of totals.replicates) expect(total).toBeCloseTo(1000, 8);
    }),
  );
});

test('any statistic: a mean is the mean', () => {
  fc.assert(
    fc.property(sample(0), (s) => {
      const design = surveyDesign(s);
      const y = Float64Array.from(s.y);
      const replicates = replicateWeights(design, { method: 'jackknife', mse: true });
      const found = replicateEstimate(replicates, (w) => {
        let total = 0;
        let weight = 0;
        w.forEach((own, row) => {
          total += own * y[row]!;
          weight += own;
        });
        return [total / weight];
      });
      near(found.se[0]!, surveyMean(design, y, { replicates })[0]!.se, 50);
    }),
  );
});
