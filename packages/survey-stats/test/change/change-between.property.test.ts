import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  changeBetween,
  deltaMethod,
  domainCells,
  jointMeans,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  type WaveOverlap,
} from '../../src/index.ts';
import { type Sample, sample } from '../arbitraries.ts';

/** Sums in two orders over a few dozen rows, then a difference of two means. */
const ORDER = 1e-9;
const RUNS = { numRuns: 40 };

const designOf = (s: Sample, scale = 1): SurveyDesign =>
  surveyDesign({ weight: s.weight.map((w) => w * scale), strata: s.strata, psu: s.psu });
const idsOf = (s: Sample): string[] => s.psu.map((psu, row) => `${s.strata[row]}-${psu}`);
const wave = (s: Sample, scale = 1) =>
  ({
    design: designOf(s, scale),
    statistic: { kind: 'mean', y: Float64Array.from(s.y) },
    psu: idsOf(s),
  }) as const;
const change = (before: ReturnType<typeof wave>, after: ReturnType<typeof wave>, overlap: WaveOverlap) =>
  changeBetween(before, after, { overlap })[0]!;

function expectNear(actual: number, expected: number): void {
  if (Number.isNaN(expected)) expect(actual).toBeNaN();
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(ORDER * Math.max(1, Math.abs(expected)));
}

it('a wave has not changed against itself: no error if its PSUs are known to be the same, √2 of its own if not', () => {
  fc.assert(
    fc.property(sample(), (s) => {
      const same = change(wave(s), wave(s), 'same_psus');
      const part = change(wave(s), wave(s), 'partial_overlap');
      const apart = change(wave(s), wave(s), 'independent');
      const own = surveyMean(designOf(s), Float64Array.from(s.y))[0]!;
      expectNear(apart.se, Math.SQRT2 * own.se);
      if (Number.isNaN(own.estimate)) return;
      for (const { estimate, se } of [same, part]) {
        expect(estimate).toBe(0);
        expect(se).toBeLessThan(1e-6 * (1 + own.se));
      }
    }),
    RUNS,
  );
});

it('the way back is the change with the other sign, and no scale of the weights of a wave is seen in a mean', () => {
  fc.assert(
    fc.property(sample(), sample(), fc.constantFrom('independent', 'partial_overlap'), (a, b, overlap) => {
      const there = change(wave(a), wave(b), overlap);
      const back = change(wave(b), wave(a), overlap);
      expectNear(back.estimate, -there.estimate);
      expectNear(back.se, there.se);
      expectNear(back.pValue, there.pValue);
      const scaled = change(wave(a, 16), wave(b), overlap);
      expectNear(scaled.estimate, there.estimate);
      expectNear(scaled.se, there.se);
    }),
    RUNS,
  );
});

it('a linear function by the delta method is the contrast; log has the relative error', () => {
  fc.assert(
    fc.property(sample(), (s) => {
      const design = designOf(s);
      const domains = domainCells(design, Int32Array.from(s.domain), 3);
      const joint = jointMeans(design, [Float64Array.from(s.x)], { domains });
      const [a = Number.NaN, b = Number.NaN] = joint.estimate;
      const size = joint.estimate.length;
      const difference = deltaMethod(joint, ([first = 0, second = 0]) => first - second);
      const both = joint.covariance[0]! + joint.covariance[size + 1]! - 2 * joint.covariance[1]!;
      if (joint.estimate.some(Number.isNaN)) {
        expect(difference.se).toBeNaN();
        return;
      }
      expectNear(difference.estimate, a - b);
      expect(Math.abs(difference.se - Math.sqrt(Math.max(0, both)))).toBeLessThan(1e-6);
      const log = deltaMethod(joint, ([first = 0]) => Math.log(first), {
        gradient: ([first = 0]) => [1 / first, 0, 0],
      });
      expectNear(log.se, joint.se[0]! / a);
    }),
    RUNS,
  );
});
