import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrate,
  calibrationBounds,
  domainCells,
  influenceCovariance,
  rake,
  surveyDesign,
  surveyMean,
  surveyTotal,
  trimAndCalibrate,
} from '../../src/index.ts';

/** Solvers stop at 1e-10 and take one more step; two of them agree to this. */
const AGREE = 1e-8;
/** The polished step reaches rounding, except where weights stand on bounds. */
const MET = 1e-9;

interface Person {
  readonly weight: number;
  readonly a: number;
  readonly b: number;
  readonly age: number;
  readonly house: number;
  readonly part: number;
  /** a factor that the totals are made with, so that they can be met */
  readonly g: number;
  readonly y: number;
}

const person = fc.record({
  weight: fc.integer({ min: 4, max: 80 }).map((w) => w / 4),
  a: fc.integer({ min: 0, max: 2 }),
  b: fc.integer({ min: 0, max: 1 }),
  age: fc.integer({ min: 16, max: 60 }),
  house: fc.integer({ min: 0, max: 5 }),
  part: fc.integer({ min: 0, max: 1 }),
  g: fc.integer({ min: 55, max: 190 }).map((g) => g / 100),
  y: fc.integer({ min: 0, max: 9 }),
});
const people = fc.array(person, { minLength: 4, maxLength: 24 });

const columnsOf = (rows: readonly Person[]): Float64Array[] => [
  ...[0, 1, 2].map((level) => Float64Array.from(rows, ({ a }) => (a === level ? 1 : 0))),
  Float64Array.from(rows, ({ b }) => b),
  Float64Array.from(rows, ({ age }) => age),
];
const totalsOf = (x: readonly Float64Array[], weight: readonly number[]): number[] =>
  x.map((column) => column.reduce((sum, value, row) => sum + value * weight[row]!, 0));
const expectMet = (x: readonly Float64Array[], totals: readonly number[], weight: Float64Array) => {
  totalsOf(x, [...weight]).forEach((reached, j) => {
    expect(Math.abs(reached - totals[j]!)).toBeLessThanOrEqual(MET * Math.abs(totals[j]!));
  });
};
const designOf = (rows: readonly Person[]) => surveyDesign({ weight: rows.map(({ weight }) => weight) });

describe('bounded calibration', () => {
  it('meets totals that can be met, inside the bounds on g', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('linear', 'raking', 'sinh'), (rows, kind) => {
        const x = columnsOf(rows);
        const totals = totalsOf(
          x,
          rows.map(({ weight, g }) => weight * g),
        );
        const made = calibrate(designOf(rows), { x, totals, kind, bounds: [0.5, 2] });
        expectMet(x, totals, made.weight);
        for (const g of made.calibration?.at(-1)?.g ?? []) expect(g >= 0.5 && g <= 2).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('meets them inside bounds on the weight, also when weights before are outside', () => {
    fc.assert(
      fc.property(people, fc.constantFrom('linear', 'raking'), (rows, kind) => {
        const x = columnsOf(rows);
        const wanted = rows.map(({ g }) => 10 * g);
        const made = calibrate(designOf(rows), {
          x,
          totals: totalsOf(x, wanted),
          kind,
          bounds: [5, 20],
          boundsOn: 'weight',
        });
        expectMet(x, totalsOf(x, wanted), made.weight);
        for (const w of made.weight) expect(w > 5 * (1 - 1e-12) && w < 20 * (1 + 1e-12)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('the tightest bounds work, and a little tighter do not', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const x = columnsOf(rows);
        const totals = totalsOf(
          x,
          rows.map(({ g }) => 10 * g),
        );
        const design = designOf(rows);
        const found = calibrationBounds(design, { x, totals, boundsOn: 'weight', lower: 5, upper: 20 });
        const works = (low: number, high: number) => {
          try {
            calibrate(design, {
              x,
              totals,
              kind: 'linear',
              maxIterations: 2000,
              bounds: [low, high],
              boundsOn: 'weight',
            });
            return true;
          } catch {
            return false;
          }
        };
        const [low, high] = found.narrowest;
        const room = 1e-3 * high;
        fc.pre(found.smallestUpper > 5 + 2 * room && found.largestLower < 20 - 2 * room);
        expect(works(5, found.smallestUpper + room)).toBe(true);
        expect(works(5, found.smallestUpper - room)).toBe(false);
        expect(works(found.largestLower - room, 20)).toBe(true);
        expect(works(found.largestLower + room, 20)).toBe(false);
        expect(works(low - room, high + room)).toBe(true);
        expect(high - low).toBeLessThanOrEqual(
          Math.min(found.smallestUpper - 5, 20 - found.largestLower) * (1 + 1e-9),
        );
      }),
      { numRuns: 40 },
    );
  });
});

it('a partition is calibrated as its parts would be', () => {
  fc.assert(
    fc.property(people, fc.constantFrom('linear', 'raking'), (given, kind) => {
      const rows = [0, 1].flatMap((part) => given.map((one) => ({ ...one, part })));
      const x = columnsOf(rows);
      const inPart = (part: number) => rows.map((one) => (one.part === part ? one.weight : 0));
      const totals = [0, 1].map((part) =>
        totalsOf(
          x,
          inPart(part).map((w, row) => w * (part === 0 ? rows[row]!.g : 3 - rows[row]!.g)),
        ),
      );
      const codes = Int32Array.from(rows, ({ part }) => part);
      const whole = calibrate(designOf(rows), {
        x,
        totals,
        kind,
        partition: { codes, levels: ['one', 'two'] },
        bounds: [0.1, 5],
      });
      for (const part of [0, 1]) {
        const alone = calibrate(surveyDesign({ weight: inPart(part) }), {
          x,
          totals: totals[part]!,
          kind,
          bounds: [0.1, 5],
        });
        alone.weight.forEach((w, row) => {
          if (codes[row] === part) expect(Math.abs(whole.weight[row]! / w - 1)).toBeLessThan(AGREE);
        });
      }
      const domains = domainCells(whole, codes, 2);
      surveyTotal(whole, x[4]!, { domains }).forEach(({ estimate, se }) => {
        expect(se / estimate).toBeLessThan(1e-9);
      });
    }),
    { numRuns: 40 },
  );
});

it('of two calibrations the last one’s totals have no error, in one pass and row by row', () => {
  fc.assert(
    fc.property(people, fc.constantFrom('linear', 'raking'), (rows, kind) => {
      const [a0, a1, a2, b, age] = columnsOf(rows) as [
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
        Float64Array,
      ];
      const weight = rows.map((one) => one.weight * one.g);
      const first = calibrate(designOf(rows), {
        x: [a0, a1, a2],
        totals: totalsOf([a0, a1, a2], weight),
        kind,
      });
      fc.pre(first.weight.every((w) => w > 0));
      const x = [a0.map(() => 1), b, age];
      const again = [...first.weight].map((w, row) => w * rows[row]!.g ** 0.5);
      const twice = calibrate(first, { x, totals: totalsOf(x, again), kind });
      for (const column of x) {
        const total = totalsOf([column], [...twice.weight])[0]!;
        const { se } = surveyTotal(twice, column)[0]!;
        expect(se).toBeLessThanOrEqual(1e-9 * total);
        const z = column.map((value, row) => value * twice.weight[row]!);
        expect(Math.sqrt(influenceCovariance(twice, [z])[0]!)).toBeLessThanOrEqual(1e-9 * total);
      }
    }),
    { numRuns: 40 },
  );
});

it('rows of a household share g, and the totals are met whatever the weights inside it', () => {
  fc.assert(
    fc.property(people, fc.constantFrom('linear', 'raking'), (rows, kind) => {
      const x = columnsOf(rows);
      const ofHouse = rows.map(({ house }) => rows.find((one) => one.house === house)?.g ?? 1);
      const totals = totalsOf(
        x,
        rows.map(({ weight }, row) => weight * ofHouse[row]!),
      );
      const constantWithin = rows.map(({ house }) => house);
      const made = calibrate(designOf(rows), { x, totals, kind, constantWithin, bounds: [0.4, 2.5] });
      expectMet(x, totals, made.weight);
      const g = made.calibration?.at(-1)?.g ?? new Float64Array(0);
      constantWithin.forEach((house, row) => {
        expect(g[row]).toBe(g[constantWithin.indexOf(house)]);
      });
    }),
    { numRuns: 40 },
  );
});

it('raking does not mind the scale of the weights before', () => {
  fc.assert(
    fc.property(people, fc.constantFrom(1e-4, 0.1, 50, 1e6), (rows, scale) => {
      const x = columnsOf(rows);
      const totals = totalsOf(
        x,
        rows.map(({ weight, g }) => weight * g),
      );
      const made = calibrate(designOf(rows), { x, totals, kind: 'raking' });
      const scaled = calibrate(surveyDesign({ weight: rows.map(({ weight }) => weight * scale) }), {
        x,
        totals,
        kind: 'raking',
      });
      scaled.weight.forEach((w, row) => {
        expect(Math.abs(w / made.weight[row]! - 1)).toBeLessThan(AGREE);
      });
    }),
    { numRuns: 40 },
  );
});

it('a large q keeps a row at its weight; equal q change nothing', () => {
  fc.assert(
    fc.property(people, (rows) => {
      const x = [new Float64Array(rows.length).fill(1)];
      const size = rows.reduce((sum, { weight }) => sum + weight, 0);
      const input = { x, totals: [1.5 * size], kind: 'linear' } as const;
      const design = designOf(rows);
      const y = Float64Array.from(rows, (one) => one.y);
      const plain = calibrate(design, input);
      const equal = calibrate(design, { ...input, q: rows.map(() => 7) });
      expect(surveyMean(equal, y)[0]!.se).toBeCloseTo(surveyMean(plain, y)[0]!.se, 9);
      const held = calibrate(design, { ...input, q: rows.map((_, row) => (row === 0 ? 1e12 : 1)) });
      expect(held.weight[0]! / rows[0]!.weight).toBeCloseTo(1, 6);
      expectMet(x, input.totals, held.weight);
    }),
    { numRuns: 40 },
  );
});

it('trimmed and calibrated weights hold both, or it throws', () => {
  fc.assert(
    fc.property(people, fc.integer({ min: 11, max: 40 }), (rows, times) => {
      const design = designOf(rows);
      const weights = rows.map(({ weight, g }) => weight * g);
      const margin = (name: string, codes: Int32Array, n: number) => {
        const levels = Array.from({ length: n }, (_, i) => String(i));
        const totals = levels.map((_, i) =>
          weights.reduce((sum, w, row) => sum + (codes[row] === i ? w : 0), 0),
        );
        return { name, codes, levels, totals };
      };
      const margins = [
        margin(
          'a',
          Int32Array.from(rows, ({ a }) => a),
          3,
        ),
        margin(
          'b',
          Int32Array.from(rows, ({ b }) => b),
          2,
        ),
      ];
      const trim = { rule: 'median', upper: times / 10 } as const;
      const untrimmed = rake(design, margins);
      try {
        const made = trimAndCalibrate(design, margins, { trim });
        for (const { discrepancy } of made.margins) expect(Math.abs(discrepancy)).toBeLessThan(MET);
        for (const w of made.design.weight) expect(w).toBeLessThanOrEqual(made.limits.upper * (1 + 1e-12));
        if (made.outside === 0) expect(made.design.weight).toEqual(untrimmed.design.weight);
      } catch (error) {
        expect((error as Error).message).toMatch(/tightest bounds that work|bounds on the weight/);
      }
    }),
    { numRuns: 60 },
  );
});
