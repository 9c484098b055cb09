import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  assessQuality,
  countQuality,
  DHS,
  generalQuality,
  kornGraubardEffectiveSize,
  NCHS_30_30,
  proportionInterval,
  proportionQuality,
  type QualityVerdict,
  STATCAN_CV,
  thresholdQuality,
} from '../../src/index.ts';

const WORSE: readonly QualityVerdict['quality'][] = ['reliable', 'use_with_caution', 'review', 'unreliable'];
const rank = ({ quality }: QualityVerdict): number => WORSE.indexOf(quality);
const n = fc.integer({ min: 1, max: 400 });
const df = fc.integer({ min: 1, max: 60 });
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const error = fc.double({ min: 0.001, max: 0.3, noNaN: true });

it('a verdict names its rule, its reason is the first of its flags, and it is reliable just when there is none', () => {
  fc.assert(
    fc.property(share, error, n, df, (p, se, respondents, own) => {
      const cv = se / p;
      const verdicts = [
        proportionQuality({ p, se, n: respondents, df: own }),
        countQuality({ estimate: 1000 * p, se: 1000 * se, n: respondents, df: own }),
        generalQuality({ n: respondents, cv, df: own }),
        ...[NCHS_30_30, STATCAN_CV, DHS].map((rule) =>
          thresholdQuality({ n: respondents, cv, df: own }, rule),
        ),
      ];
      for (const { quality, reason, flags, rule, inputs } of verdicts) {
        expect(rule).not.toBe('');
        expect(quality === 'reliable').toBe(flags.length === 0);
        expect(reason).toBe(flags[0] ?? 'none');
        expect(Object.keys(inputs).length).toBeGreaterThan(2);
      }
      const estimate = { estimate: p, se, n: respondents, df: own, cv };
      expect(assessQuality('nchs_2_175', estimate)).toEqual(verdicts[0]);
      expect(assessQuality('n30_cv30_df8', estimate)).toEqual(verdicts[2]);
    }),
  );
});

it('more respondents or a smaller error never make a verdict worse', () => {
  fc.assert(
    fc.property(error, n, df, fc.integer({ min: 0, max: 300 }), (se, respondents, own, more) => {
      const cv = se * 2;
      for (const rule of [NCHS_30_30, STATCAN_CV, DHS]) {
        const before = rank(thresholdQuality({ n: respondents, cv, df: own }, rule));
        expect(rank(thresholdQuality({ n: respondents + more, cv, df: own }, rule))).toBeLessThanOrEqual(
          before,
        );
        expect(rank(thresholdQuality({ n: respondents, cv: cv / 2, df: own }, rule))).toBeLessThanOrEqual(
          before,
        );
      }
      const before = rank(generalQuality({ n: respondents, cv, df: own }));
      expect(rank(generalQuality({ n: respondents + more, cv: cv / 2, df: own }))).toBeLessThanOrEqual(
        before,
      );
    }),
  );
});

it('intervals of a share hold it, turn round with it, and stay inside 0 and 1; the effective size stays below n', () => {
  const methods = ['logit', 'xlogit', 'beta', 'beta_nchs', 'wilson', 'likelihood'] as const;
  fc.assert(
    fc.property(share, error, fc.integer({ min: 5, max: 400 }), df, (p, se, respondents, own) => {
      const size = kornGraubardEffectiveSize(p, se, respondents, own);
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(respondents);
      for (const method of methods) {
        const { low, high } = proportionInterval({ estimate: p, se, n: respondents, df: own, method });
        const other = proportionInterval({ estimate: 1 - p, se, n: respondents, df: own, method });
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(p);
        expect(high).toBeGreaterThanOrEqual(p);
        expect(high).toBeLessThanOrEqual(1);
        expect(other.low).toBeCloseTo(1 - high, 9);
        expect(other.high).toBeCloseTo(1 - low, 9);
      }
    }),
  );
});
