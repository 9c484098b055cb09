import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../studies/coverage-figures.ts';
import { type CoverageRow, coverageStudy } from '../../studies/coverage-study.ts';
import { LEAST_COVERAGE, MOST_COVERAGE, pageHead } from '../../studies/coverage-table.ts';

const SAMPLES = 80;
/** With 80 samples a coverage of 95 % is known to 2.4 points, a standard deviation to 8 % of itself, a mean to 0.11 of it: thrice that. */
const LEAST = 0.87;
const SE_RATIO = [0.78, 1.25] as const;
const BIAS = 0.34;

describe('a few samples of a smaller population', () => {
  let rows: CoverageRow[];
  beforeAll(() => {
    rows = coverageStudy(SAMPLES, [100, 130]);
  });

  it('has every figure with both kinds of weights', () => {
    expect(rows).toHaveLength(2 * figures.length);
  });

  it('intervals cover, and standard errors are of the right size', () => {
    for (const { figure, weights, coverage, meanSeOverSd: ratio, bias } of rows) {
      const name = `${figure.name}, ${figure.interval}, ${weights}`;
      expect([name, coverage >= (figure.rare ? LEAST - 0.05 : LEAST)]).toEqual([name, true]);
      expect([name, ratio > SE_RATIO[0] && ratio < SE_RATIO[1]]).toEqual([name, true]);
      expect([name, Math.abs(bias) < BIAS]).toEqual([name, true]);
    }
  });

  it('raking narrows what goes with its controls', () => {
    const width = (weights: string) =>
      rows.find(({ figure, weights: own }) => figure.name === 'income, total' && own === weights)?.width;
    expect(width('raked')).toBeLessThan(0.85 * (width('design') ?? 0));
  });
});

describe('the committed page', () => {
  const page = readFileSync(new URL('../../studies/coverage.md', import.meta.url), 'utf8');
  const rows = page
    .slice(pageHead().length)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it('is of the settings and figures of the study', () => {
    expect(page.startsWith(pageHead())).toBe(true);
    expect(rows.map(([, name, interval, weights]) => [name, interval, weights])).toEqual(
      figures.flatMap(({ name, interval }) =>
        ['design', 'raked'].map((weights) => [name, interval, weights]),
      ),
    );
  });

  it('covers in 93 to 97 % of the samples, but for symmetric intervals of what is rare', () => {
    figures.forEach(({ rare, interval }, f) => {
      if (rare && interval === 't') return;
      for (const row of [rows[2 * f]!, rows[2 * f + 1]!]) {
        const coverage = Number.parseFloat(row[8]!) / 100;
        expect(coverage).toBeGreaterThanOrEqual(LEAST_COVERAGE);
        expect(coverage).toBeLessThanOrEqual(MOST_COVERAGE);
      }
    });
  });
});
