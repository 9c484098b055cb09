import { afterAll, describe, expect, it } from 'vitest';
import {
  changeBetween,
  domainCells,
  type Statistic,
  type SurveyChange,
  surveyDesign,
  type WaveEstimate,
  type WaveOverlap,
} from '../../src/index.ts';
import { CLOSED_FORM, codesOf, expectClose, type Golden, golden, numbers, reportWorst } from '../golden.ts';

const r: Golden = golden('change');
afterAll(reportWorst);

const kinds = ['mean', 'total', 'ratio'] as const;

function wave(data: Golden, kind: Statistic['kind'], byGroup: boolean): WaveEstimate {
  const design = surveyDesign({
    weight: data.weight,
    strata: data.stratum,
    psu: data.psu,
    fpc: data.fpc,
  });
  const y = numbers(data.y);
  const statistic: Statistic = kind === 'ratio' ? { kind, y, x: numbers(data.x) } : { kind, y };
  const domains = byGroup ? domainCells(design, codesOf(data.group, ['a', 'b']), 2) : undefined;
  return { design, statistic, domains, psu: data.psu };
}

const seconds: Record<WaveOverlap, Golden> = {
  independent: r.second,
  partial_overlap: r.second,
  same_psus: r.same,
};

describe.each(['independent', 'same_psus', 'partial_overlap'] as const)('%s', (overlap) => {
  it.each(kinds)('%s', (kind) => {
    const change = (byGroup: boolean, relative = false): SurveyChange[] =>
      changeBetween(wave(r.first, kind, byGroup), wave(seconds[overlap], kind, byGroup), {
        overlap,
        kind: relative ? 'relative' : 'difference',
      });
    const found = { all: change(false)[0]!, a: change(true)[0]!, b: change(true)[1]! };
    for (const [domain, one] of Object.entries(found)) {
      const want = r[overlap][kind][domain];
      expectClose(one.estimate, want.estimate, CLOSED_FORM, `${overlap} estimate`);
      expectClose(one.se, want.se, CLOSED_FORM, `${overlap} se`);
      expect(one.df).toBe(want.df);
      if (want.rho !== undefined) expectClose(one.correlation, want.rho, CLOSED_FORM, 'correlation');
    }
    const relative = r[overlap][kind].all;
    if (relative.relative === undefined) return;
    expectClose(change(false, true)[0]!.estimate, relative.relative, CLOSED_FORM, 'relative change');
    expectClose(change(false, true)[0]!.se, relative.relative_se, CLOSED_FORM, 'relative change se');
  });
});

it('the same PSUs agree with svycontrast on the stacked waves', () => {
  const [found] = changeBetween(wave(r.first, 'mean', false), wave(r.same, 'mean', false), {
    overlap: 'same_psus',
  });
  expectClose(found!.estimate, r.package.estimate, CLOSED_FORM, 'stacked');
  expectClose(found!.se, r.package.se, CLOSED_FORM, 'stacked se');
});
