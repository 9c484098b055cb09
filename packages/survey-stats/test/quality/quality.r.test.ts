import { afterAll, expect, it } from 'vitest';
import { countQuality, proportionQuality, type Quality } from '../../src/index.ts';
import { CLOSED_FORM, expectClose, type Golden, golden, reportWorst } from '../golden.ts';

const r: Golden = golden('quality');
afterAll(reportWorst);

const VERDICTS: Readonly<Record<string, Quality>> = {
  show: 'reliable',
  footnote: 'use_with_caution',
  review: 'review',
  suppress: 'unreliable',
};

it('shares by 2(175): intervals, effective sizes and verdicts', () => {
  const { shares } = r;
  shares.verdict.forEach((verdict: string, i: number) => {
    const [p, se, n, df] = [shares.p[i], shares.se[i], shares.n[i], shares.df[i]];
    const found = proportionQuality({ p, se, n, df });
    expect(found.quality, `p ${p}, se ${se}, n ${n}, df ${df}`).toBe(VERDICTS[verdict]);
    expectClose(found.inputs.width!, shares.width[i], CLOSED_FORM, 'width');
    expectClose(found.inputs.effectiveN!, shares.effective_n[i], CLOSED_FORM, 'effective n');
  });
});

it('counts by 2(200): intervals, effective sizes and verdicts', () => {
  const { counts } = r;
  counts.verdict.forEach((verdict: string, i: number) => {
    const [estimate, se, n, df] = [counts.estimate[i], counts.se[i], counts.n[i], counts.df[i]];
    const found = countQuality({ estimate, se, n, df, kishDesignEffect: counts.kish[i] });
    expect(found.quality, `${estimate}, se ${se}, n ${n}, df ${df}`).toBe(VERDICTS[verdict]);
    expectClose(found.inputs.relativeWidth!, counts.width[i], CLOSED_FORM, 'relative width');
    expectClose(found.inputs.effectiveN!, counts.effective_n[i], CLOSED_FORM, 'effective n');
  });
});
