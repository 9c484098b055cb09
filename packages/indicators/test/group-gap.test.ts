import { domainCells, surveyDesign, surveyMean } from '@wavebook/survey-stats';
import { describe, expect, test } from 'vitest';
import { groupGap } from '../src/group-gap.ts';

const rows = 240;
const every = <T>(value: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => value(row));
const noise = (row: number): number => ((row * 7919) % 101) / 101;
const design = surveyDesign({
  weight: every((row) => 1 + (row % 5)),
  strata: every((row) => row % 3),
  psu: every((row) => row % 24),
});
const women = Int32Array.from(every((row) => (row % 2 === 0 ? 0 : 1)));
const school = Float64Array.from(every((row) => 6 + ((row * 31) % 10)));
const pay = Float64Array.from(
  every((row) => Math.exp(7 + 0.06 * (school[row] ?? 0) - (women[row] === 0 ? 0.25 : 0) + 0.1 * noise(row))),
);
const whole = domainCells(design, new Int32Array(rows), 1);
const sexes = domainCells(design, women, 2);

describe('groupGap', () => {
  test('the raw gap is one less the ratio of the means', () => {
    const [gap] = groupGap(design, { y: pay, group: women, controls: [] }, whole);
    const [own, other] = surveyMean(design, pay, { domains: sexes });
    expect(gap?.estimate).toBeCloseTo(1 - (own?.estimate as number) / (other?.estimate as number), 12);
    expect(gap?.n).toBe(rows);
  });

  test('its standard error is that of the jackknife, but for the curvature of a ratio', () => {
    const [gap] = groupGap(design, { y: pay, group: women, controls: [] }, whole);
    const thetas = Array.from({ length: 24 }, (_, dropped) => {
      const weight = design.weight.map((w, row) =>
        row % 24 === dropped ? 0 : row % 3 === dropped % 3 ? (w * 8) / 7 : w,
      );
      const replicate = surveyDesign({ weight });
      const [own, other] = surveyMean(replicate, pay, { domains: domainCells(replicate, women, 2) });
      return 1 - (own?.estimate as number) / (other?.estimate as number);
    });
    const centres = [0, 1, 2].map((h) => thetas.filter((_, i) => i % 3 === h).reduce((a, b) => a + b) / 8);
    const variance = thetas.reduce(
      (sum, theta, i) => sum + (7 / 8) * (theta - (centres[i % 3] as number)) ** 2,
      0,
    );
    expect((gap?.se as number) / Math.sqrt(variance)).toBeCloseTo(1, 1);
  });

  test('with controls it finds the gap that was put in', () => {
    const controls = [{ name: 'school', values: school }];
    const [gap] = groupGap(design, { y: pay, group: women, controls }, whole);
    expect(gap?.estimate).toBeCloseTo(1 - Math.exp(-0.25), 1);
    expect(gap?.ciLow).toBeLessThan(1 - Math.exp(-0.25));
    expect(gap?.ciHigh).toBeGreaterThan(1 - Math.exp(-0.25));
    expect(gap?.se).toBeLessThan(0.05);
  });

  test('a class that nobody in the domain has, and one class alone, do no harm', () => {
    const codes = Int32Array.from(every((row) => (row % 3 === 0 ? 0 : 2)));
    const controls = [
      { name: 'kind', codes, levels: ['a', 'never', 'b'] },
      { name: 'same', codes: new Int32Array(rows), levels: ['one'] },
    ];
    const [gap] = groupGap(design, { y: pay, group: women, controls }, whole);
    expect(gap?.se).toBeGreaterThan(0);
  });

  test('a class that others tell already, or that only people without hours have, is left out', () => {
    const kind = Int32Array.from(every((row) => row % 3));
    const same = { name: 'same', codes: kind, levels: ['x', 'y', 'z'] };
    const hours = Float64Array.from(every((row) => (row % 24 === 5 ? Number.NaN : 40 + (row % 7))));
    const rare = Int32Array.from(every((row) => (row % 24 === 5 ? 1 : 0)));
    const controls = [
      { name: 'kind', codes: kind, levels: ['a', 'b', 'c'] },
      { name: 'hours', values: hours },
    ];
    const [plain] = groupGap(design, { y: pay, group: women, controls }, whole);
    const doubled = [...controls, same, { name: 'rare', codes: rare, levels: ['no', 'yes'] }];
    const [gap] = groupGap(design, { y: pay, group: women, controls: doubled }, whole);
    expect(gap?.estimate).toBeCloseTo(plain?.estimate as number, 10);
    expect(gap?.se).toBeCloseTo(plain?.se as number, 10);
    expect(gap?.n).toBe(rows - 10);
  });

  test('no gap without people on both sides: no estimate, n as it is', () => {
    const alone = women.map((code) => (code === 0 ? 0 : -1));
    for (const controls of [[], [{ name: 'school', values: school }]]) {
      const [gap] = groupGap(design, { y: pay, group: alone, controls }, whole);
      expect(gap?.estimate).toBeNaN();
      expect(gap?.se).toBeNaN();
      expect(gap?.n).toBe(rows / 2);
    }
  });

  test('people of unknown group and incomes of 0 under a logarithm do not count', () => {
    const unknown = women.map((code, row) => (row < 10 ? -1 : code));
    const zero = pay.map((value, row) => (row < 20 ? 0 : value));
    const [raw] = groupGap(design, { y: zero, group: unknown, controls: [] }, whole);
    const [equal] = groupGap(
      design,
      { y: zero, group: unknown, controls: [{ name: 'school', values: school }] },
      whole,
    );
    expect(raw?.n).toBe(rows - 10);
    expect(equal?.n).toBe(rows - 20);
  });
});
