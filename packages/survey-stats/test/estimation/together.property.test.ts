import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  domainCells,
  rake,
  type SurveyDesign,
  surveyContrast,
  surveyDesign,
  surveyMean,
  surveyTotal,
} from '../../src/index.ts';
import { sample } from '../arbitraries.ts';

/** The same sums in the same order: only the grouping of domains differs. */
const SAME = 1e-12;
const LEVELS = 6;

it.each(['plain', 'raked', 'raked twice'])('domains together are domains one at a time, %s', (kind) => {
  fc.assert(
    fc.property(
      sample(),
      fc.array(fc.integer({ min: -1, max: LEVELS - 1 }), { minLength: 64, maxLength: 64 }),
      (s, extra) => {
        const base = surveyDesign({ weight: s.weight, strata: s.strata, psu: s.psu });
        const size = s.weight.reduce((a, b) => a + b, 0);
        const margin = (codes: Int32Array) => {
          const all = [0.3, 0.7].map((share) => share * size);
          return { name: 'm', codes, levels: ['0', '1'], totals: all };
        };
        const odd = Int32Array.from(s.x, (x) => x % 2);
        fc.pre(odd.includes(0) && odd.includes(1));
        const turn = Int32Array.from(s.x, (_, row) => row % 2);
        let design: SurveyDesign = base;
        if (kind !== 'plain') design = rake(design, [margin(odd)]).design;
        if (kind === 'raked twice') design = rake(design, [margin(turn)]).design;
        const codes = Int32Array.from(s.weight, (_, row) => extra[row % 64] ?? -1);
        const y = Float64Array.from(s.y);
        const together = domainCells(design, codes, LEVELS);
        const means = surveyMean(design, y, { domains: together });
        const totals = surveyTotal(design, y, { domains: together });
        for (let level = 0; level < LEVELS; level++) {
          const alone = domainCells(
            design,
            codes.map((code) => (code === level ? 0 : -1)),
            1,
          );
          for (const [one, many] of [
            [surveyMean(design, y, { domains: alone })[0], means[level]],
            [surveyTotal(design, y, { domains: alone })[0], totals[level]],
          ] as const) {
            expect(many?.n).toBe(one?.n);
            for (const key of ['estimate', 'se'] as const) {
              const [a, b] = [many?.[key] ?? 0, one?.[key] ?? 0];
              if (Number.isNaN(b)) expect(a).toBeNaN();
              else expect(Math.abs(a - b)).toBeLessThanOrEqual(SAME * Math.max(size, Math.abs(b)));
            }
          }
          const contrast = surveyContrast(design, y, {
            domains: together,
            coefficients: Array.from({ length: LEVELS }, (_, other) => (other === level ? 1 : 0)),
          });
          const se = means[level]?.se ?? 0;
          if (Number.isNaN(se)) expect(contrast.se).toBeNaN();
          else expect(Math.abs(contrast.se - se)).toBeLessThanOrEqual(SAME * Math.max(50, se));
        }
      },
    ),
    { numRuns: 60 },
  );
});
