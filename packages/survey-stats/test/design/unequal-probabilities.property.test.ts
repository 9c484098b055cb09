import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  domainCells,
  type LonelyPsu,
  type PpsInput,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import { sample, shuffled } from '../arbitraries.ts';

const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

test.each([
  ['fail', false],
  ['adjust', true],
  ['average', true],
] as [LonelyPsu, boolean][])(
  'Brewer with equal probabilities is simple random sampling with fpc, in domains too: %s',
  (lonelyPsu, adjustDomainLonely) => {
    fc.assert(
      fc.property(sample(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (s, p) => {
        const y = Float64Array.from(s.y);
        const fpc = s.strata.map((h) => p / (1 + h));
        const [equal, brewer] = [undefined, 'brewer' as const].map((pps) => {
          const design = surveyDesign({ ...s, fpc, pps, lonelyPsu, adjustDomainLonely });
          const domains = domainCells(design, Int32Array.from(s.domain), 3);
          return surveyMean(design, y, { domains }).map(({ se }) => se);
        });
        equal!.forEach((se, d) => {
          if (Number.isNaN(se)) expect(brewer![d]).toBeNaN();
          else near(brewer![d]!, se);
        });
      }),
    );
  },
);

test('Overton with equal probabilities is simple random sampling with fpc', () => {
  fc.assert(
    fc.property(sample(0), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (s, p) => {
      const y = Float64Array.from(s.y);
      const fpc = s.strata.map(() => p);
      const [equal, overton] = [undefined, 'overton' as const].map(
        (pps) => surveyTotal(surveyDesign({ ...s, fpc, pps }), y)[0]!.se,
      );
      // D is −(1 − p)/(n − 1) off the diagonal then
      near(overton!, equal!);
    }),
  );
});

test.each(['brewer', 'overton', 'hartley-rao'] as PpsInput[])(
  '%s: the order of the rows changes nothing',
  (pps) => {
    fc.assert(
      fc.property(shuffled(), ({ before, after }) => {
        const [a, b] = [before, after].map((s) => {
          const fpc = s.strata.map((h, i) => 0.1 + ((3 * h + 5 * s.psu[i]!) % 7) / 10);
          return surveyTotal(surveyDesign({ ...s, fpc, pps }), Float64Array.from(s.y))[0]!.se;
        });
        // a quadratic form of Horvitz and Thompson can be below 0: no standard error then
        if (Number.isNaN(a!)) expect(b).toBeNaN();
        else near(b!, a!);
      }),
    );
  },
);
