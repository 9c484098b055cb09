import { afterAll, describe, expect, it } from 'vitest';
import {
  adjustPValues,
  type CodedVariable,
  independenceTest,
  type RankTestInput,
  type SurveyDesign,
  type SurveyTable,
  surveyDesign,
  surveyRankTest,
  surveyTable,
  surveyTTest,
} from '../../src/index.ts';
import { CLOSED_FORM, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';
import { unequalCases } from '../models/unequal.ts';

/** R's `saddle` finds its root to 1e-8 only. */
const ROOT_OF_R = 2e-6;

const r: Golden = golden('hypothesis-tests');
afterAll(reportWorst);

function coded(name: string, column: readonly (string | number | null)[]): CodedVariable {
  const levels = [...new Set(column.filter((own) => own !== null))].map(String).sort();
  return {
    name,
    levels,
    codes: Int32Array.from(column, (own) => (own === null ? -1 : levels.indexOf(String(own)))),
  };
}

interface Pair {
  rows: CodedVariable;
  columns: CodedVariable;
  domain?: Uint8Array | undefined;
}

function expectIndependence(design: SurveyDesign, pair: Pair, want: Golden): void {
  const cases = [
    ['F', want.f],
    ['likelihood', want.likelihood],
    ['Wald', want.wald],
    ['adjWald', want.adjusted],
  ] as const;
  for (const [statistic, expected] of cases) {
    if (expected === null) {
      expect(() => independenceTest(design, { ...pair, statistic })).toThrow();
      continue;
    }
    const test = independenceTest(design, { ...pair, statistic });
    expect([test.n, test.df]).toEqual([want.n, want.nu]);
    expectClose(test.pearson, want.x2, CLOSED_FORM, 'Pearson');
    expectClose(test.value, expected.value, CLOSED_FORM, statistic);
    expectClose(test.df1, expected.df1, CLOSED_FORM, `${statistic} df`);
    expectClose(test.df2, expected.df2, CLOSED_FORM, `${statistic} df`);
    expectClose(test.pValue, expected.p, CLOSED_FORM, `${statistic} p`);
  }
  expect(want.adjusted?.same_as_svychisq ?? 1).toBe(1);
  const first = independenceTest(design, { ...pair, statistic: 'Chisq' });
  expect(first.df1).toBe(want.chisq.df1);
  expectClose(first.pValue, want.chisq.p, CLOSED_FORM, 'Chisq p');
  const far = independenceTest(design, { ...pair, statistic: 'saddlepoint' });
  expect([far.df1, far.df2]).toEqual([want.chisq.df1, want.saddlepoint_df2]);
  expectClose(far.pValue, want.saddlepoint, ROOT_OF_R, 'saddlepoint p');
}

function expectTable(design: SurveyDesign, pair: Pair, want: Golden): void {
  const by = (shareOf: 'table' | 'row' | 'column'): SurveyTable => surveyTable(design, { ...pair, shareOf });
  const [table, row, column] = [by('table'), by('row'), by('column')];
  table.cells.forEach((cell, i) => {
    const expected = want[i];
    expect([cell.row, cell.column, cell.n]).toEqual([
      String(expected.row),
      String(expected.column),
      expected.n,
    ]);
    expectClose(cell.count, expected.count, CLOSED_FORM, 'count');
    expectClose(cell.countSe, expected.count_se, CLOSED_FORM, 'count se');
    expectClose(cell.share, expected.table, CLOSED_FORM, 'share');
    expectClose(cell.shareSe, expected.table_se, CLOSED_FORM, 'share se');
    expectClose(row.cells[i]!.share, expected.row_share, CLOSED_FORM, 'row share');
    expectClose(row.cells[i]!.shareSe, expected.row_se, CLOSED_FORM, 'row share se');
    expectClose(column.cells[i]!.share, expected.column_share, CLOSED_FORM, 'column share');
    expectClose(column.cells[i]!.shareSe, expected.column_se, CLOSED_FORM, 'column share se');
  });
}

function expectT(test: ReturnType<typeof surveyTTest>, want: Golden): void {
  expect(test.df).toBe(want.df);
  expectClose(test.estimate, want.estimate, CLOSED_FORM, 't test estimate');
  expectClose(test.t, want.t, CLOSED_FORM, 't');
  expectClose(test.pValue, want.p, CLOSED_FORM, 't test p');
  expectClose(test.ciLow, want.low, CLOSED_FORM, 't interval');
  expectClose(test.ciHigh, want.high, CLOSED_FORM, 't interval');
}

function expectRanks(design: SurveyDesign, input: RankTestInput, want: Golden): void {
  const tests = { wilcoxon: 'wilcoxon', van_der_waerden: 'vanderWaerden', median: 'median' } as const;
  for (const test of ['wilcoxon', 'van_der_waerden', 'median'] as const) {
    const expected = want[tests[test]];
    const made = surveyRankTest(design, { ...input, test });
    expect(made.df2).toBe(expected.df2);
    expectClose(made.pValue, expected.p, CLOSED_FORM, `${test} p`);
    if (expected.f) {
      expect(made.df1).toBe(expected.df1);
      expectClose(made.f, expected.f, CLOSED_FORM, `${test} F`);
    } else {
      expectClose(made.differences[0]!.estimate, expected.estimate, CLOSED_FORM, `${test} estimate`);
      expectClose(made.differences[0]!.t, expected.t, CLOSED_FORM, `${test} t`);
      expectClose(made.f, expected.t ** 2, CLOSED_FORM, `${test} F`);
    }
  }
}

const apiDesigns: Record<string, SurveyDesign> = {
  apistrat: surveyDesign({ weight: r.apistrat.pw, strata: r.apistrat.stype, fpc: r.apistrat.fpc }),
  apiclus1: surveyDesign({ weight: r.apiclus1.pw, psu: r.apiclus1.dnum, fpc: r.apiclus1.fpc }),
  apiclus2: surveyDesign({
    weight: r.apiclus2.pw,
    psu: [r.apiclus2.dnum, r.apiclus2.snum],
    fpc: [r.apiclus2.fpc1, r.apiclus2.fpc2],
  }),
};

describe.each(Object.keys(apiDesigns))('the api data, %s', (name) => {
  const data = r[name];
  const design = apiDesigns[name]!;
  const want = r.api[name];
  const stype = coded('stype', data.stype);
  const wide = coded('sch.wide', data['sch.wide']);
  const improved = coded('comp.imp', data['comp.imp']);
  const y = numbers(data.api00);

  it('two-way table', () => {
    expectTable(design, { rows: stype, columns: wide }, want.table);
  });

  it('independence', () => {
    expectIndependence(design, { rows: stype, columns: wide }, want.independence);
    expectIndependence(design, { rows: improved, columns: wide }, want.two_by_two);
  });

  it('t tests', () => {
    expectT(surveyTTest(design, { y }), want.one_sample);
    expectT(surveyTTest(design, { y: numbers(data.enroll) }), want.missing);
    expectT(surveyTTest(design, { y: numbers(data.enroll), group: improved.codes }), want.two_samples);
  });

  it('rank tests, R’s ties and ties in the middle', () => {
    expectRanks(design, { y, group: improved, ties: 'row_order' }, want.ranks);
    expectRanks(design, { y, group: improved }, want.middle);
    expectRanks(design, { y, group: stype, ties: 'row_order' }, want.three);
  });
});

describe.each(Object.keys(unequalCases))('the unequal design, %s', (name) => {
  const { design, domain, column, text } = unequalCases[name]!;
  const want = r.unequal[name];
  const variable = (own: string) => coded(own, text(own));
  const group = Int32Array.from(column('female'));

  it('two-way table', () => {
    expectTable(design, { rows: variable('region'), columns: variable('skill'), domain }, want.table);
  });

  it('independence, also with empty cells', () => {
    const pair = (rows: string, columns: string) => ({
      rows: variable(rows),
      columns: variable(columns),
      domain,
    });
    expectIndependence(design, pair('region', 'skill'), want.independence);
    expectIndependence(design, pair('contract', 'female'), want.contract);
    expectIndependence(design, pair('region', 'housing'), want.empty_cells);
  });

  it('t tests', () => {
    const y = column('wage');
    if (want.one_sample) expectT(surveyTTest(design, { y, domain }), want.one_sample);
    expectT(surveyTTest(design, { y, group, domain }), want.two_samples);
  });

  it('rank tests', () => {
    const female = variable('female');
    expectRanks(design, { y: column('wage'), group: female, domain }, want.ranks);
    expectRanks(design, { y: column('wage'), group: variable('region'), domain }, want.three);
    if (!want.ties_middle) return;
    expectRanks(
      design,
      { y: column('age'), group: female, domain, ties: 'row_order' },
      want.ties_by_row_order,
    );
    expectRanks(design, { y: column('age'), group: female, domain }, want.ties_middle);
  });
});

it('adjusted p-values', () => {
  for (const method of ['holm', 'bonferroni', 'bh'] as const) {
    adjustPValues(Array.from(numbers(r.p)), method).forEach((own, i) => {
      expectClose(own, r.adjusted[method][i], CLOSED_FORM, method);
    });
  }
});
