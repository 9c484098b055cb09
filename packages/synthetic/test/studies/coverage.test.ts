import { beforeAll, expect, test } from 'vitest';
import { type Coverage, coverageStudy } from '../../studies/coverage-study.ts';

const SAMPLES = 40;
/** With forty samples a standard deviation is known to a ninth of itself, a coverage of 95 % to 3.4 points, a mean to 0.16 SD. */
const LEAST_COVERAGE = 0.82;
const SE_RATIO = [0.7, 1.4] as const;
const BIAS = 0.65;

/** A country of ten provincial units, two of them municipalities. */
const PROVINCES = ['11', '21', '31', '34', '41', '44', '51', '53', '62', '65'];

let study: Coverage;
beforeAll(() => {
  study = coverageStudy({ samples: SAMPLES, samplePoints: 192, provinces: PROVINCES });
});

test('intervals of the true design cover, and standard errors are of the right size', () => {
  const rows = study.rows.filter(({ design, weights }) => design === 'as_sampled' && weights === 'raked');
  expect(rows.length).toBe(6);
  for (const { indicator, coverage, mean_se_over_sd: ratio, bias_over_sd: bias } of rows) {
    expect([indicator, coverage >= LEAST_COVERAGE]).toEqual([indicator, true]);
    expect([indicator, ratio > SE_RATIO[0] && ratio < SE_RATIO[1]]).toEqual([indicator, true]);
    expect([indicator, Math.abs(bias) < BIAS]).toEqual([indicator, true]);
  }
});

test('both designs see the same estimates', () => {
  const centres = (design: string) =>
    study.rows
      .filter((row) => row.design === design && row.weights === 'raked')
      .map((row) => row.mean_estimate);
  expect(centres('province_county')).toEqual(centres('as_sampled'));
});
