import { describe, expect, it } from 'vitest';
import {
  adjustPValues,
  type CodedVariable,
  independenceTest,
  surveyDesign,
  surveyRankTest,
  surveyTable,
  surveyTTest,
} from '../../src/index.ts';

const equal = (n: number) => surveyDesign({ weight: new Float64Array(n).fill(1) });
const coded = (name: string, levels: string[], ...codes: number[]): CodedVariable => ({
  name,
  levels,
  codes: Int32Array.from(codes),
});

describe('surveyTTest', () => {
  it('by hand: difference 4, variance 8/7 of (Σ e²)/n² in each group', () => {
    const y = Float64Array.of(1, 3, 2, 2, 5, 7, 6, 6);
    const group = Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const test = surveyTTest(equal(8), { y, group });
    expect(test.estimate).toBeCloseTo(4, 14);
    expect(test.se).toBeCloseTo(Math.sqrt(((8 / 7) * (2 + 2)) / 16), 14);
    expect([test.n, test.df]).toEqual([[4, 4], 6]);
    expect(surveyTTest(equal(8), { y, group, hypothesis: 4 }).t).toBeCloseTo(0, 14);
  });

  it('one mean counts df before missing answers are dropped, two after', () => {
    const y = Float64Array.of(1, 3, Number.NaN, 5);
    expect(surveyTTest(equal(4), { y }).df).toBe(2);
    expect(surveyTTest(equal(4), { y, group: Int32Array.of(0, 1, 1, 1) }).df).toBe(1);
  });

  it('a group without rows has no test, a single row no df', () => {
    const y = Float64Array.of(1, 3);
    const test = surveyTTest(equal(2), { y, group: Int32Array.of(0, 0) });
    expect([test.estimate, test.se, test.pValue]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(test.n).toEqual([2, 0]);
    expect(surveyTTest(equal(2), { y, domain: Uint8Array.of(1, 0) })).toMatchObject({
      estimate: 1,
      df: -1,
      pValue: Number.NaN,
    });
    expect(surveyTTest(equal(0), { y: new Float64Array(0) }).estimate).toBeNaN();
  });

  it('bad calls', () => {
    const y = Float64Array.of(1, 3);
    expect(() => surveyTTest(equal(2), { y, group: Int32Array.of(0, 2) })).toThrow('row index 1 has 2');
    expect(() => surveyTTest(equal(2), { y, group: Int32Array.of(0) })).toThrow('expected 2, got 1');
    expect(() => surveyTTest(equal(2), { y, ciLevel: 1 })).toThrow('ciLevel');
  });
});

describe('surveyTable', () => {
  const design = surveyDesign({ weight: [1, 2, 3, 4, 5] });
  const rows = coded('sex', ['men', 'women'], 0, 0, 1, 1, -1);
  const columns = coded('skill', ['low', 'high'], 0, 1, 0, 0, 0);

  it('by hand', () => {
    const { cells, n, nWeighted } = surveyTable(design, { rows, columns, shareOf: 'row' });
    expect([n, nWeighted]).toEqual([4, 10]);
    expect(cells.map((cell) => [cell.row, cell.column, cell.n, cell.count, cell.share])).toEqual([
      ['men', 'low', 1, 1, 1 / 3],
      ['men', 'high', 1, 2, 2 / 3],
      ['women', 'low', 2, 7, 1],
      ['women', 'high', 0, Number.NaN, Number.NaN],
    ]);
    // 5/4 (Σ z² − (Σ z)²/5) with z = 3, 4 and three zeros
    expect(cells[2]?.countSe).toBeCloseTo(Math.sqrt((5 / 4) * (25 - 49 / 5)), 13);
    expect(cells[2]?.shareSe).toBe(0);
    expect(surveyTable(design, { rows, columns }).cells[1]?.share).toBeCloseTo(0.2, 15);
    expect(surveyTable(design, { rows, columns, shareOf: 'column' }).cells[0]?.share).toBeCloseTo(1 / 8, 15);
  });

  it('without rows every cell is empty', () => {
    const { cells, n } = surveyTable(design, { rows, columns, domain: new Uint8Array(5) });
    expect(n).toBe(0);
    expect(cells.every((cell) => cell.n === 0 && Number.isNaN(cell.share))).toBe(true);
  });

  it('bad codes throw', () => {
    expect(() => surveyTable(design, { rows: coded('sex', ['men'], 0, 1, 0, 0, 0), columns })).toThrow(
      'codes of "sex" must be −1 (missing) or 0 to 0; row index 1 has 1',
    );
  });
});

describe('independenceTest', () => {
  const rows = coded('a', ['x', 'y'], 0, 0, 0, 0, 1, 1, 1, 1, 1, 1);
  const columns = coded('b', ['x', 'y'], 0, 0, 0, 1, 0, 1, 1, 1, 1, 1);

  it('by hand: with equal weights X² is Pearson’s, and F is X² (n − 1)/n', () => {
    const test = independenceTest(equal(10), { rows, columns });
    expect(test.pearson).toBeCloseTo((10 * (3 * 5 - 1 * 1) ** 2) / (4 * 6 * 4 * 6), 12);
    expect([test.df1, test.n, test.df]).toEqual([expect.closeTo(1, 12), 10, 9]);
    expect(test.df2).toBeCloseTo(9, 11);
    // Δ of a 2 × 2 table is the design variance of the log odds ratio over that of a multinomial sample: n/(n − 1)
    expect(test.value).toBeCloseTo(test.pearson * 0.9, 12);
  });

  it('levels without a row are left out; one level left has no test', () => {
    const wider = { ...rows, levels: ['x', 'y', 'z'] };
    expect(independenceTest(equal(10), { rows: wider, columns })).toEqual(
      independenceTest(equal(10), { rows, columns }),
    );
    const none = independenceTest(equal(10), {
      rows,
      columns: coded('b', ['x', 'y'], ...new Array(10).fill(1)),
    });
    expect([none.pValue, none.df1, none.n]).toEqual([Number.NaN, 0, 10]);
    expect(independenceTest(equal(10), { rows, columns, domain: new Uint8Array(10) }).pValue).toBeNaN();
  });

  it('Wald is refused with fewer PSUs than cells', () => {
    const clusters = surveyDesign({ weight: new Float64Array(6).fill(1), psu: [1, 1, 1, 2, 2, 2] });
    const three = coded('a', ['x', 'y', 'z'], 0, 1, 2, 0, 1, 2);
    const other = coded('b', ['x', 'y'], 0, 1, 1, 0, 0, 1);
    expect(() => independenceTest(clusters, { rows: three, columns: other, statistic: 'Wald' })).toThrow(
      "(rows − 1)(columns − 1) = 2; the design has 1 (PSUs minus strata). Use statistic: 'F'",
    );
    expect(() => independenceTest(clusters, { rows: three, columns: other, statistic: 'adjWald' })).toThrow();
  });

  it('Wald is allowed at the boundary, and adjusting then changes nothing', () => {
    const clusters = surveyDesign({
      weight: new Float64Array(10).fill(1),
      psu: [1, 1, 2, 2, 1, 1, 2, 2, 2, 2],
    });
    const [wald, adjusted] = (['Wald', 'adjWald'] as const).map((statistic) =>
      independenceTest(clusters, { rows, columns, statistic }),
    );
    expect([wald?.df1, wald?.df2]).toEqual([1, 1]);
    expect(adjusted?.pValue).toBe(wald?.pValue);
  });

  it('a table with a rectangle of empty cells is refused, since R has a singular matrix there', () => {
    const three = coded('a', ['x', 'y', 'z'], 0, 1, 1, 2, 0, 1);
    const other = coded('b', ['x', 'y', 'z'], 0, 1, 2, 0, 0, 2);
    expect(() => independenceTest(equal(6), { rows: three, columns: other })).toThrow('merge levels');
    // @ts-expect-error: an unknown statistic
    expect(() => independenceTest(equal(6), { rows: three, columns: other, statistic: 'G' })).toThrow(
      'got "G"',
    );
  });
});

describe('surveyRankTest', () => {
  const group = coded('sex', ['men', 'women'], 0, 1, 0, 1);

  it('by hand: ranks 1/8, 3/8, 5/8, 7/8 differ by 1/4', () => {
    const test = surveyRankTest(equal(4), { y: Float64Array.of(1, 2, 3, 4), group });
    expect(test.differences[0]).toMatchObject({ level: 'women', n: 2, estimate: 0.25 });
    // scores 1/4 off their group's mean: 4/3 · Σ (1/4/2)²
    expect(test.differences[0]?.se).toBeCloseTo(Math.sqrt((4 / 3) * 4 * (1 / 8) ** 2), 14);
    expect([test.df1, test.df2, test.reference]).toEqual([1, 2, { level: 'men', n: 2 }]);
  });

  it('ties of unequal weight share their middle, or R’s mean of places', () => {
    const design = surveyDesign({ weight: [1, 3, 2, 2] });
    const y = Float64Array.of(5, 5, 6, 7);
    // middle: 2, 2, 5, 7 of 8; row order: (0.5 + 2.5)/2 = 1.5 for the two tied rows
    const women = (ties: 'middle' | 'row_order') =>
      surveyRankTest(design, { y, group, ties }).differences[0]!.estimate;
    expect(women('middle')).toBeCloseTo(((3 * 2 + 2 * 7) / 5 - (1 * 2 + 2 * 5) / 3) / 8, 14);
    expect(women('row_order')).toBeCloseTo(((3 * 1.5 + 2 * 7) / 5 - (1 * 1.5 + 2 * 5) / 3) / 8, 14);
  });

  it('fewer than two groups have no test', () => {
    const y = Float64Array.of(1, Number.NaN, 3, Number.NaN);
    expect(surveyRankTest(equal(4), { y, group })).toMatchObject({
      df1: 0,
      f: Number.NaN,
      pValue: Number.NaN,
    });
    expect(surveyRankTest(equal(4), { y, group, domain: new Uint8Array(4) }).reference.n).toBe(0);
    // @ts-expect-error: an unknown test
    expect(() => surveyRankTest(equal(4), { y, group, test: 'sign' })).toThrow(
      'wilcoxon, van_der_waerden, median',
    );
  });
});

describe('adjustPValues', () => {
  it('by hand', () => {
    expect(adjustPValues([0.01, 0.04, 0.03], 'holm')).toEqual([0.03, 0.06, 0.06]);
    expect(adjustPValues([0.01, 0.04, 0.03], 'bonferroni')).toEqual([0.03, 0.12, 0.09]);
    expect(adjustPValues([0.01, 0.04, 0.03], 'bh')).toEqual([0.03, 0.04, 0.04]);
  });

  it('none, one, missing, wrong', () => {
    expect(adjustPValues([], 'holm')).toEqual([]);
    expect(adjustPValues([0.2], 'bh')).toEqual([0.2]);
    expect(adjustPValues([Number.NaN, 0.2, 0.9], 'bonferroni')).toEqual([Number.NaN, 0.4, 1]);
    expect(() => adjustPValues([1.2], 'holm')).toThrow('got 1.2');
  });
});
