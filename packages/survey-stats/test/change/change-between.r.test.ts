import { afterAll, describe, expect, it } from 'vitest';
import {
  changeBetween,
  domainCells,
  poststratify,
  type Statistic,
  type SurveyChange,
  surveyDesign,
  type WaveEstimate,
  type WaveOverlap,
} from '../../src/index.ts';
import {
  CALIBRATED_SE,
  CLOSED_FORM,
  codesOf,
  expectClose,
  type Golden,
  golden,
  numbers,
  reportWorst,
} from '../golden.ts';

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

it.each(['mean', 'total'] as const)('partial overlap of two stages, weights post-stratified: %s', (kind) => {
  const staged = (data: Golden): WaveEstimate => {
    const size = new Map<number, number>();
    for (const psu of data.psu) size.set(psu, (size.get(psu) ?? 0) + 1);
    const design = surveyDesign({
      weight: data.weight,
      strata: data.stratum,
      psu: [data.psu, Array.from(data.psu, (_, row) => row)],
      fpc: [data.fpc, Array.from(data.psu as number[], (psu) => 2 * size.get(psu)!)],
    });
    const codes = codesOf(data.group, ['a', 'b']);
    const totals = [0, 0];
    codes.forEach((code, row) => {
      totals[code]! += [1.3, 0.8][code]! * data.weight[row];
    });
    const made = poststratify(design, { name: 'group', codes, levels: ['a', 'b'], totals });
    return { design: made.design, statistic: { kind, y: numbers(data.y) }, psu: data.psu };
  };
  const [found] = changeBetween(staged(r.first), staged(r.second), { overlap: 'partial_overlap' });
  expectClose(found!.estimate, r.calibrated[kind].estimate, CLOSED_FORM, 'calibrated change');
  expectClose(found!.se, r.calibrated[kind].se, CALIBRATED_SE, 'calibrated change se');
  expectClose(found!.correlation, r.calibrated[kind].rho, CALIBRATED_SE, 'correlation');
});

it('the same PSUs agree with svycontrast on the stacked waves', () => {
  const [found] = changeBetween(wave(r.first, 'mean', false), wave(r.same, 'mean', false), {
    overlap: 'same_psus',
  });
  expectClose(found!.estimate, r.package.estimate, CLOSED_FORM, 'stacked');
  expectClose(found!.se, r.package.se, CLOSED_FORM, 'stacked se');
});
