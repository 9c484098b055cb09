import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { redrawStudy, type Study, studyOutcomes } from '../studies/redraw-study.ts';

const committed = JSON.parse(
  readFileSync(new URL('../studies/programme.json', import.meta.url), 'utf8'),
) as Study;

test('over 1,000 redraws intervals cover, nothing is called a change where there is none, and “met” is rare at the target', () => {
  expect(committed.redraws).toBe(1000);
  expect(committed.rows.map(({ programme, outcome }) => `${programme} ${outcome}`)).toEqual(
    ['undp', 'yem'].flatMap((programme) => studyOutcomes.map((outcome) => `${programme} ${outcome}`)),
  );
  for (const { outcome, coverage, significant, met_at_target, bias_over_sd } of committed.rows) {
    expect(coverage).toBeGreaterThanOrEqual(0.93);
    expect(coverage).toBeLessThanOrEqual(0.97);
    expect(met_at_target).toBeLessThanOrEqual(0.04);
    expect(Math.abs(bias_over_sd)).toBeLessThan(0.1);
    if (outcome !== 'exchanged') continue;
    expect(significant).toBeGreaterThanOrEqual(0.035);
    expect(significant).toBeLessThanOrEqual(0.065);
  }
});

test('40 redraws of a small population: the same numbers again, and covered as far as 40 can tell', () => {
  const options = {
    programme: 'undp' as const,
    redraws: 40,
    sites: ['tianjin', 'guangzhou', 'nanjing'],
    communities: 25,
  };
  const study = redrawStudy(options);
  for (const { coverage, mean_se_over_sd } of study.rows) {
    expect(coverage).toBeGreaterThanOrEqual(0.8);
    expect(mean_se_over_sd).toBeGreaterThan(0.7);
    expect(mean_se_over_sd).toBeLessThan(1.4);
  }
  expect(study.rows.find(({ outcome }) => outcome === 'exchanged')?.true_difference).toBeCloseTo(0, 12);
});
