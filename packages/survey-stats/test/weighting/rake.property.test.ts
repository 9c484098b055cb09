import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate, domainCells, poststratify, rake, surveyDesign, surveyMean } from '../../src/index.ts';

/** Solvers stop at 1e-10 and take one more step; two of them agree to this. */
const AGREE = 1e-9;

const people = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 200 }),
      a: fc.integer({ min: 0, max: 2 }),
      b: fc.integer({ min: 0, max: 1 }),
      y: fc.integer({ min: 0, max: 1 }),
      order: fc.integer(),
    }),
    { minLength: 1, maxLength: 30 },
  )
  // every combination of categories occurs, so that any positive margins can be met
  .map((rows) => [
    ...[0, 1, 2].flatMap((a) => [0, 1].map((b) => ({ weight: 10, a, b, y: (a + b) % 2, order: 0 }))),
    ...rows,
  ]);
const totals = fc.record({
  a: fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 3, maxLength: 3 }),
  share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
});

type Person = { weight: number; a: number; b: number; y: number };

function problem(rows: readonly Person[], { a, share }: { a: number[]; share: number }) {
  const size = a.reduce((x, y) => x + y, 0) * 1000;
  const design = surveyDesign({ weight: rows.map((row) => row.weight) });
  const codes = (key: 'a' | 'b') => Int32Array.from(rows, (row) => row[key]);
  return {
    design,
    y: Float64Array.from(rows, (row) => row.y),
    margins: [
      { name: 'a', codes: codes('a'), levels: ['0', '1', '2'], totals: a.map((n) => n * 1000) },
      { name: 'b', codes: codes('b'), levels: ['0', '1'], totals: [size * share, size - size * share] },
    ],
  };
}

describe('laws', () => {
  it('raked margins equal controls', () => {
    fc.assert(
      fc.property(people, totals, (rows, controls) => {
        const { design, margins } = problem(rows, controls);
        for (const { discrepancy } of rake(design, margins).margins)
          expect(Math.abs(discrepancy)).toBeLessThan(1e-10);
      }),
    );
  });

  it('the order of the margins does not matter, nor a calibration on dummy columns instead', () => {
    fc.assert(
      fc.property(people, totals, (rows, controls) => {
        const { design, margins, y } = problem(rows, controls);
        const raked = rake(design, margins).design;
        const turned = rake(design, [...margins].reverse()).design;
        const [a, b] = margins;
        const dummy = (codes: Int32Array, level: number) =>
          Float64Array.from(codes, (code) => (code === level ? 1 : 0));
        const calibrated = calibrate(design, {
          x: [dummy(a!.codes, 0), dummy(a!.codes, 1), dummy(a!.codes, 2), dummy(b!.codes, 0)],
          totals: [...a!.totals, b!.totals[0]!],
          kind: 'raking',
        });
        const se = surveyMean(raked, y)[0]!.se;
        for (const other of [turned, calibrated]) {
          other.weight.forEach((weight, row) => {
            expect(Math.abs(weight / raked.weight[row]! - 1)).toBeLessThan(AGREE);
          });
          expect(Math.abs(surveyMean(other, y)[0]!.se - se)).toBeLessThan(AGREE);
        }
      }),
    );
  });

  it('sweeping over the margins leads to the same weights', () => {
    fc.assert(
      fc.property(people, totals, (rows, controls) => {
        const { design, margins } = problem(rows, controls);
        const weight = design.weight.slice();
        for (let sweep = 0; sweep < 2000; sweep++) {
          for (const { codes, totals: wanted } of margins) {
            const sums = new Float64Array(wanted.length);
            codes.forEach((code, row) => {
              sums[code]! += weight[row]!;
            });
            codes.forEach((code, row) => {
              weight[row]! *= wanted[code]! / sums[code]!;
            });
          }
        }
        const raked = rake(design, margins).design;
        weight.forEach((w, row) => {
          expect(Math.abs(raked.weight[row]! / w - 1)).toBeLessThan(1e-7); // sweeps converge slowly
        });
      }),
      { numRuns: 20 },
    );
  });

  it('one margin raked is post-stratification', () => {
    fc.assert(
      fc.property(people, totals, (rows, controls) => {
        const { design, margins, y } = problem(rows, controls);
        const raked = rake(design, [margins[0]!]).design;
        const stratified = poststratify(design, margins[0]!).design;
        const groups = Int32Array.from(rows, (row) => row.b);
        const se = (d: typeof design) =>
          surveyMean(d, y, { domains: domainCells(d, groups, 2) }).map((e) => e.se);
        stratified.weight.forEach((w, row) => {
          expect(Math.abs(raked.weight[row]! / w - 1)).toBeLessThan(AGREE);
        });
        const expected = se(stratified);
        se(raked).forEach((value, d) => {
          expect(Math.abs(value - expected[d]!)).toBeLessThan(AGREE);
        });
      }),
    );
  });
});
