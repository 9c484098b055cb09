import { expect, it } from 'vitest';
import { domainCells, poststratify, reweight, surveyDesign, surveyTotal } from '../../src/index.ts';

const design = surveyDesign({ weight: [1, 1, 2, 2], psu: [1, 1, 2, 3] });
const y = Float64Array.of(1, 2, 3, 4);

it('is the design made anew with the other weights', () => {
  const weight = [2, 0, 5, 0];
  const anew = surveyDesign({ weight, psu: [1, 1, 2, 3] });
  const other = reweight(design, weight);
  expect(surveyTotal(other, y)).toEqual(surveyTotal(anew, y));
  expect(other.psus).toBe(3);
  expect([...design.weight]).toEqual([1, 1, 2, 2]);
});

it('needs domains of its own', () => {
  const domains = domainCells(design, new Int32Array(4), 1);
  expect(() => surveyTotal(reweight(design, design.weight), y, { domains })).toThrow(/another design/);
});

it('refuses other lengths, bad weights and calibrated designs', () => {
  expect(() => reweight(design, [1])).toThrow(/expected 4, got 1/);
  expect(() => reweight(design, [1, -1, 2, 2])).toThrow(
    /reweight: every weight must be finite.*index 1 \(-1\)/,
  );
  const all = { name: 'all', codes: new Int32Array(4), levels: ['all'], totals: [10] };
  expect(() => reweight(poststratify(design, all).design, design.weight)).toThrow(/the design is calibrated/);
});
