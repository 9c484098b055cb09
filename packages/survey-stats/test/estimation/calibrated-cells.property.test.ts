import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  domainCells,
  influenceCovariance,
  rake,
  type SurveyDesign,
  surveyDesign,
  surveyMean,
  surveyRatio,
  surveyTotal,
} from '../../src/index.ts';
import { type Sample, sample } from '../arbitraries.ts';

/** Two ways to one variance: sums of squares of residuals, relative to the statistic's scale. */
const SAME = 1e-10;
const LEVELS = 4;

/** Rakes to the margin that a row's remainder is; weights of 0 stay 0. */
function raked(design: SurveyDesign, s: Sample, divisor: number): SurveyDesign {
  const codes = Int32Array.from(s.x, (x, row) => (divisor === 2 ? x % 2 : (x + row) % divisor));
  const sample = new Float64Array(divisor);
  codes.forEach((code, row) => {
    sample[code]! += design.weight[row]!;
  });
  const totals = Array.from(sample, (sum, j) => sum * (1 + j / 4));
  return rake(design, [{ name: 'm', codes, levels: Array.from(totals, (_, j) => String(j)), totals }]).design;
}

const answers = (values: readonly number[]) => Float64Array.from(values);

it.each([1, 2])('variance by cells is that of residuals by row: %i layers', (layers) => {
  fc.assert(
    fc.property(
      sample(),
      fc.array(fc.integer({ min: -1, max: LEVELS - 2 }), { minLength: 64, maxLength: 64 }),
      fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }),
      (s, codes64, zeros) => {
        const weight = s.weight.map((w, row) => (zeros[row % 64] && row % 5 === 0 ? 0 : w));
        const parities = new Set(s.x.filter((_, row) => weight[row] !== 0).map((x) => x % 2));
        const thirds = new Set(s.x.flatMap((x, row) => (weight[row] === 0 ? [] : [(x + row) % 3])));
        fc.pre(parities.size === 2 && thirds.size === 3);
        let design = raked(surveyDesign({ weight, strata: s.strata, psu: s.psu }), s, 2);
        if (layers === 2) design = raked(design, s, 3);
        expect(design.calibration).toHaveLength(layers);
        const codes = Int32Array.from(weight, (_, row) => codes64[row % 64]!);
        const domains = domainCells(design, codes, LEVELS);
        const y = answers(s.y);
        const x = answers(s.x);
        const mean = surveyMean(design, y, { domains });
        const total = surveyTotal(design, y, { domains });
        const ratio = surveyRatio(design, y, x, { domains });
        for (let level = 0; level < LEVELS; level++) {
          const inside = (row: number) => codes[row] === level && !Number.isNaN(y[row]!);
          const w = mean[level]!.nWeighted;
          const totalX = x.reduce((sum, own, row) => sum + (inside(row) ? own * design.weight[row]! : 0), 0);
          const largest = y.reduce((most, own) => Math.max(most, Math.abs(own) || 0), 1);
          for (const [found, influence, scale] of [
            [mean[level]!, (row: number) => (y[row]! - mean[level]!.estimate) / w, largest],
            [total[level]!, (row: number) => y[row]!, largest * design.weight.reduce((a, b) => a + b, 0)],
            [
              ratio[level]!,
              (row: number) => (y[row]! - ratio[level]!.estimate * x[row]!) / totalX,
              largest * Math.max(1, Math.abs(ratio[level]!.estimate)),
            ],
          ] as const) {
            if (Number.isNaN(found.estimate)) {
              expect(found.se).toBeNaN();
              continue;
            }
            const z = answers(s.y).map((_, row) => (inside(row) ? design.weight[row]! * influence(row) : 0));
            const wanted = Math.sqrt(influenceCovariance(design, [z])[0]!);
            // a variance of 0 is met to the root of the rounding
            const tolerance = wanted > 1e-6 * scale ? SAME * wanted : 1e-6 * scale;
            expect(Math.abs(found.se - wanted)).toBeLessThanOrEqual(tolerance);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
