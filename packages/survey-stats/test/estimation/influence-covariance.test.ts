import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  domainCells,
  influenceCovariance,
  rake,
  surveyContrast,
  surveyDesign,
  surveyMean,
} from '../../src/index.ts';

const weight = [1, 2, 3, 1, 2, 2, 1, 4];
const strata = ['a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'];
const psu = [1, 1, 2, 2, 1, 2, 2, 3];
const y = Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6);

const meanInfluence = (w: ArrayLike<number>, values: Float64Array, mean: number) => {
  let total = 0;
  values.forEach((_, row) => {
    total += w[row] ?? 0;
  });
  return values.map((value, row) => ((w[row] ?? 0) * (value - mean)) / total);
};

test('the influence of a mean gives the variance of surveyMean', () => {
  const design = surveyDesign({ weight, strata, psu });
  const [mean] = surveyMean(design, y);
  const [variance] = influenceCovariance(design, [meanInfluence(design.weight, y, mean?.estimate ?? 0)]);
  expect(Math.sqrt(variance ?? 0)).toBeCloseTo(mean?.se ?? 0, 12);
});

test('on a calibrated design the residual form is used', () => {
  const design = surveyDesign({ weight, strata, psu });
  const codes = Int32Array.of(0, 1, 0, 1, 0, 1, 0, 1);
  const raked = rake(design, [{ name: 'sex', codes, levels: ['f', 'm'], totals: [10, 12] }]).design;
  const [mean] = surveyMean(raked, y);
  const [variance] = influenceCovariance(raked, [meanInfluence(raked.weight, y, mean?.estimate ?? 0)]);
  expect(Math.sqrt(variance ?? 0)).toBeCloseTo(mean?.se ?? 0, 12);
});

test('covariances of two domain means give the variance of their difference', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 8, maxLength: 8 }),
      (values) => {
        const design = surveyDesign({ weight, strata, psu });
        const column = Float64Array.from(values);
        const codes = Int32Array.of(0, 1, 0, 1, 1, 0, 1, 0);
        const domains = domainCells(design, codes, 2);
        const means = surveyMean(design, column, { domains });
        const z = [0, 1].map((d) =>
          column.map((value, row) =>
            codes[row] === d
              ? ((weight[row] ?? 0) * (value - (means[d]?.estimate ?? 0))) / (means[d]?.nWeighted ?? 1)
              : 0,
          ),
        );
        const v = influenceCovariance(design, z);
        const contrast = surveyContrast(design, column, { domains, coefficients: [1, -1] });
        const size = (v[0] ?? 0) + (v[3] ?? 0);
        // products of numbers below 1e-154 are not exact: they fall out of the range of doubles
        expect(Math.abs((v[0] ?? 0) + (v[3] ?? 0) - 2 * (v[1] ?? 0) - contrast.se ** 2)).toBeLessThanOrEqual(
          1e-12 * size + 1e-300,
        );
        expect(v[1]).toBe(v[2]);
      },
    ),
  );
});

test('a row that is not finite or a column of another length throws', () => {
  const design = surveyDesign({ weight: [1, 1] });
  expect(() => influenceCovariance(design, [Float64Array.of(1)])).toThrow('column 0: expected 2, got 1');
  expect(() => influenceCovariance(design, [Float64Array.of(1, Number.NaN)])).toThrow('NaN at row index 1');
});

test('strata without a row present are not seen by the lonely-PSU rule', () => {
  const design = surveyDesign({ weight: [1, 1, 1], strata: ['a', 'a', 'b'] });
  const z = Float64Array.of(-1, 1, 0);
  expect(() => influenceCovariance(design, [z])).toThrow('"b"');
  expect(influenceCovariance(design, [z], Uint8Array.of(1, 1, 0))[0]).toBe(4);
});
