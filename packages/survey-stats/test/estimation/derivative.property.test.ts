import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  calibrate,
  domainCells,
  gini,
  influenceCovariance,
  poststratify,
  reweight,
  type SurveyDesign,
  surveyContrast,
  surveyDesign,
  surveyFunction,
  surveyMean,
  surveyRatio,
  surveyRegression,
  surveyShare,
  surveyTotal,
  surveyVariance,
} from '../../src/index.ts';
import { type Sample, sample } from '../arbitraries.ts';

/** Step of the weights, and what five-point differences of it leave of a derivative. */
const STEP = 1e-3;
const SAME = 1e-7;

const WAYS = ['as sampled', 'calibrated', 'calibrated, then post-stratified'] as const;

/** What a way of weighting makes of a design, with totals that do not depend on its weights. */
function weighting(way: (typeof WAYS)[number], s: Sample): (design: SurveyDesign) => SurveyDesign {
  const x = [new Float64Array(s.x.length).fill(1), Float64Array.from(s.x)];
  const totals = x.map((column) => column.reduce((sum, own, row) => sum + own * s.weight[row]! * 1.1, 0));
  const codes = Int32Array.from(s.x, (_, row) => row % 2);
  const groups = [0, 1].map((code) =>
    s.weight.reduce((sum, w, row) => sum + (codes[row] === code ? w * (0.9 + code / 4) : 0), 0),
  );
  const calibrated = (design: SurveyDesign) => calibrate(design, { x, totals, kind: 'linear' });
  const twice = (design: SurveyDesign) =>
    poststratify(calibrated(design), { name: 'half', codes, levels: ['even', 'odd'], totals: groups }).design;
  return way === 'as sampled' ? (design) => design : way === 'calibrated' ? calibrated : twice;
}

function estimatesOf(design: SurveyDesign, s: Sample) {
  const [y, x] = [Float64Array.from(s.y), Float64Array.from(s.x)];
  const domains = domainCells(design, Int32Array.from(s.domain), 3);
  return [
    ...surveyMean(design, y, { domains }),
    ...surveyTotal(design, y, { domains }),
    ...surveyRatio(design, y, x, { domains }),
    ...surveyShare(design, x, { domains }),
    ...surveyVariance(design, y),
    ...gini(design, x, { domains }),
    surveyContrast(design, x, { domains, coefficients: [1, -0.5, -0.5] }),
    ...surveyFunction(
      design,
      [
        { kind: 'total', y: x },
        { kind: 'mean', y: x },
      ],
      { g: ([total, mean]) => Math.log(total!) * mean! },
    ),
    ...surveyRegression(design, { y, x: [{ name: 'x', values: x }] }).coefficients,
  ];
}

it.each(WAYS)('standard errors are those of the estimate’s own derivative by every weight: %s', (way) => {
  fc.assert(
    fc.property(sample(), (s) => {
      const base = surveyDesign({ weight: s.weight, strata: s.strata, psu: s.psu });
      fc.pre(s.y.filter((y) => !Number.isNaN(y)).length > 6 && new Set(s.x).size > 3);
      const weighted = weighting(way, s);
      fc.pre(weighted(base).weight.every((w) => w > 0));
      const found = estimatesOf(weighted(base), s);
      const moved = (row: number, by: number) => {
        const weight = Float64Array.from(s.weight);
        weight[row]! *= 1 + by * STEP;
        return estimatesOf(weighted(reweight(base, weight)), s);
      };
      const derivative = found.map(() => new Float64Array(base.rows));
      for (let row = 0; row < base.rows; row++) {
        const at = new Map([-2, -1, 1, 2].map((by) => [by, moved(row, by)]));
        const value = (by: number, k: number) => at.get(by)![k]!.estimate;
        derivative.forEach((z, k) => {
          z[row] = (8 * (value(1, k) - value(-1, k)) - (value(2, k) - value(-2, k))) / (12 * STEP);
        });
      }
      found.forEach(({ estimate, se }, k) => {
        if (Number.isNaN(estimate)) return;
        const expected = Math.sqrt(influenceCovariance(base, [derivative[k]!])[0]!);
        expect(Math.abs(se - expected)).toBeLessThanOrEqual(SAME * (expected + Math.abs(estimate)) + 1e-12);
      });
    }),
    { numRuns: 3, endOnFailure: true },
  );
});
