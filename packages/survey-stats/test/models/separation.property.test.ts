import fc from 'fast-check';
import { expect, it } from 'vitest';
import { surveyDesign, surveyRegression } from '../../src/index.ts';

const point = fc.record({ x: fc.integer({ min: -6, max: 6 }), y: fc.integer({ min: 0, max: 1 }) });

/** With one covariate the likelihood has no maximum exactly when the two outcomes' ranges of x do not overlap. */
it('separation is seen where it is and nowhere else', () => {
  fc.assert(
    fc.property(
      fc.array(point, { minLength: 4, maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 14, maxLength: 14 }),
      (points, weights) => {
        fc.pre(new Set(points.map(({ x }) => x)).size > 1);
        const side = (own: number) => points.filter(({ y }) => y === own).map(({ x }) => x);
        const [low, high] = [side(0), side(1)];
        const separated =
          low.length === 0 ||
          high.length === 0 ||
          Math.max(...low) <= Math.min(...high) ||
          Math.max(...high) <= Math.min(...low);
        const weight = points.map((_, k) => weights[k]!);
        const fit = () =>
          surveyRegression(surveyDesign({ weight }), {
            y: Float64Array.from(points, ({ y }) => y),
            x: [{ name: 'x', values: Float64Array.from(points, ({ x }) => x) }],
            family: 'logistic',
          });
        if (separated) {
          expect(fit).toThrow('no maximum');
          return;
        }
        const [a, b] = fit().coefficients.map(({ estimate }) => estimate);
        const score = [0, 0];
        points.forEach(({ x, y }, k) => {
          const u = weight[k]! * (y - 1 / (1 + Math.exp(-(a! + b! * x))));
          score[0]! += u;
          score[1]! += u * x;
        });
        // Σ of up to 14 terms of weight 60 and x 6, each rounded
        expect(Math.abs(score[0]!)).toBeLessThan(1e-10);
        expect(Math.abs(score[1]!)).toBeLessThan(1e-10);
      },
    ),
    { numRuns: 300 },
  );
});
