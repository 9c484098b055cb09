import { expect, it } from 'vitest';
import { domainCells, surveyContrast, surveyDesign, surveyTotal, surveyTTest } from '../../src/index.ts';

/** By hand: strata b and c add (1 − 2/4) · 2 · (8 + 32), the stratum taken whole adds nothing. */
const ORDINARY = 40;
const y = Float64Array.of(9, 1, 3, 2, 6);
const base = { weight: [1, 2, 2, 2, 2], strata: ['a', 'b', 'b', 'c', 'c'], fpc: [1, 4, 4, 4, 4] };

it('a stratum taken whole is not lonely: its one PSU is allowed, in every estimator', () => {
  const design = surveyDesign(base);
  const domains = domainCells(design, new Int32Array(5), 1);
  expect(surveyTotal(design, y)[0]!.se ** 2).toBeCloseTo(ORDINARY, 12);
  const contrast = surveyContrast(design, y, { kind: 'total', coefficients: [1], domains });
  expect(contrast.se ** 2).toBeCloseTo(ORDINARY, 12);
  expect(surveyTTest(design, { y }).df).toBe(1);
});

it('beside a lonely stratum it is one of those that are averaged over, as in R', () => {
  const design = surveyDesign({
    weight: [...base.weight, 4],
    strata: [...base.strata, 'd'],
    fpc: [...base.fpc, 4],
    lonelyPsu: 'average',
  });
  expect(surveyTotal(design, Float64Array.of(...y, 5))[0]!.se ** 2).toBeCloseTo((ORDINARY * 4) / 3, 12);
});
