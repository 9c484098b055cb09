import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  domainCells,
  domainInfluenceVariance,
  influenceCovariance,
  rake,
  type SurveyDesign,
  surveyDesign,
} from '../../src/index.ts';
import { sample } from '../arbitraries.ts';

/** Two orders of summation, relative to the squares that are summed. */
const SAME = 1e-11;
const LEVELS = 4;

describe('domainInfluenceVariance', () => {
  it('is 4/3 of the squares in four units without strata', () => {
    const domains = domainCells(surveyDesign({ weight: [1, 1, 1, 1] }), Int32Array.of(0, 0, 1, 1), 3);
    const [first, second, empty] = domainInfluenceVariance(domains, Float64Array.of(-1, 1, -3, 3));
    expect(first).toBeCloseTo(8 / 3, 14);
    expect(second).toBeCloseTo(24, 13);
    expect(empty).toBeNaN();
  });

  it.each(['plain', 'raked', 'raked twice'])('is that of one domain after the other: %s', (kind) => {
    fc.assert(
      fc.property(
        sample(),
        fc.array(fc.integer({ min: -1, max: LEVELS - 2 }), { minLength: 64, maxLength: 64 }),
        (s, extra) => {
          const odd = Int32Array.from(s.x, (x) => x % 2);
          fc.pre(odd.includes(0) && odd.includes(1));
          const size = s.weight.reduce((a, b) => a + b, 0);
          const raked = (from: SurveyDesign, codes: Int32Array): SurveyDesign =>
            rake(from, [{ name: 'm', codes, levels: ['0', '1'], totals: [0.4 * size, 0.6 * size] }]).design;
          let design = surveyDesign({ weight: s.weight, strata: s.strata, psu: s.psu });
          if (kind !== 'plain') design = raked(design, odd);
          if (kind === 'raked twice')
            design = raked(
              design,
              Int32Array.from(s.x, (_, row) => row % 2),
            );
          const codes = Int32Array.from(s.weight, (_, row) => extra[row % 64] ?? -1);
          const z = Float64Array.from(s.y, (y, row) => design.weight[row]! * y);
          const found = domainInfluenceVariance(domainCells(design, codes, LEVELS), z);
          const squares = z.reduce((sum, own) => sum + (Number.isNaN(own) ? 0 : own * own), 1);
          found.forEach((variance, level) => {
            const enters = Uint8Array.from(z, (own, row) =>
              codes[row] === level && !Number.isNaN(own) ? 1 : 0,
            );
            if (!enters.includes(1)) expect(variance).toBeNaN();
            else {
              const column = z.map((own, row) => (enters[row] === 1 ? own : 0));
              const [wanted] = influenceCovariance(design, [column], enters);
              expect(Math.abs(variance - wanted!)).toBeLessThanOrEqual(SAME * squares);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
