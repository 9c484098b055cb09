import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DOCS_FOLDER } from '../../scripts/reference.ts';
import * as surveyStats from '../../src/index.ts';
import { CALIBRATED_SE, CLOSED_FORM, expectClose, golden, reportWorst } from '../golden.ts';
import { runExample } from './example.ts';
import { blocksOf, withoutImports } from './markdown-blocks.ts';
import { differenceFromShown } from './shown-value.ts';

const fixture = join(import.meta.dirname, '..', 'fixtures', 'r', 'coming-from');
const page = readFileSync(join(DOCS_FOLDER, 'coming-from-r.md'), 'utf8');
const r: { code: string; value: number | number[] }[] = golden('coming-from').values;

const rLines = blocksOf(page, 'r')
  .flat()
  .map((line) => {
    const [, code = '', shown = ''] = /^(.*?)(?: # (.*))?$/.exec(line) ?? [];
    return { code, shown };
  });
const shownByR = rLines.filter(({ shown }) => shown !== '');
const ours = await runExample(withoutImports(blocksOf(page, 'ts').flat()), {
  ...surveyStats,
  readFileSync: (name: string, encoding: 'utf8') => readFileSync(join(fixture, name), encoding),
});

afterAll(reportWorst);

describe('the page for those who come from R', () => {
  it('has the R code that made the golden, line by line', () => {
    const analysis = readFileSync(join(fixture, 'analysis.R'), 'utf8').trimEnd().split('\n');
    expect(rLines.map(({ code }) => code)).toEqual(analysis);
    expect(shownByR.map(({ code }) => code)).toEqual(r.map(({ code }) => code));
  });

  it.each(shownByR.map(({ code, shown }, i) => [code, shown, r[i]!.value] as const))(
    'shows what R gives: %s # %s',
    (_, shown, value) => {
      expect(differenceFromShown(value, shown)).toBe('');
    },
  );

  it.each(ours.map(({ code, shown, actual }) => [code, shown, actual] as const))(
    'shows what we give: %s // %s',
    (_, shown, actual) => {
      expect(differenceFromShown(actual, shown)).toBe('');
    },
  );

  it.each(r.map(({ code, value }, i) => [code, value, ours[i]!] as const))(
    'has the same number beside %s',
    (code, value, { actual }) => {
      const tolerance = /raked|grouped/.test(code) ? CALIBRATED_SE : CLOSED_FORM;
      [value].flat().forEach((expected, k) => {
        expectClose([actual as number | number[]].flat()[k]!, expected, tolerance, code);
      });
    },
  );
});
