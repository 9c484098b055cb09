import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_FOLDER, readPublicApi } from '../../scripts/public-api.ts';
import * as surveyStats from '../../src/index.ts';
import * as threads from '../../src/threads/index.ts';
import { runExample } from './example.ts';
import { blocksOf, withoutImports } from './markdown-blocks.ts';
import { differenceFromShown } from './shown-value.ts';

const readme = readFileSync(join(PACKAGE_FOLDER, 'README.md'), 'utf8');
const examples: readonly (readonly [of: string, lines: readonly string[]])[] = [
  ...readPublicApi().functions.map(({ name, doc }) => [name, doc.example] as const),
  ...blocksOf(readme, 'ts').map((block) => ['README.md', withoutImports(block)] as const),
];

describe('every example gives what it shows', () => {
  it.each(examples)('%s', async (_, example) => {
    const values = await runExample(example, { ...surveyStats, ...threads });
    expect(values.length, 'an example shows at least one value').toBeGreaterThan(0);
    for (const { code, shown, actual } of values) {
      expect(differenceFromShown(actual, shown), code).toBe('');
    }
  });
});

describe('a shown value', () => {
  it.each<[unknown, string]>([
    [2.25, '2.25'],
    [0.1 + 0.2, '0.3'],
    [1.9599639845400545, '1.95996398454…'],
    [3.838362777661e-62, '3.83836…e-62'],
    [-2, '−2'],
    [8 / 3, '8/3'],
    [Float64Array.of(1, Number.NaN), 'Float64Array [1, NaN]'],
    [[1, 2, 3], '[1, 2, …]'],
    [{ a: 'x', b: [true] }, "{ a: 'x', b: [true] }"],
    [{ a: 1, b: 2 }, '{ a: 1, … }'],
    [3, '3: the mean of 2 and 4'],
  ])('%s is met by %s', (actual, shown) => {
    expect(differenceFromShown(actual, shown)).toBe('');
  });

  it.each<[unknown, string]>([
    [2.26, '2.25'],
    [1.97, '1.95…'],
    ['2.25', '2.25'],
    [2.6667, '8/3'],
    [[1, 2], 'Float64Array [1, 2]'],
    [[1, 2, 3], '[1, 2]'],
    [[1, 2], '[1, 2, …]'],
    [{ a: 1, b: 2 }, '{ a: 1 }'],
    [{ a: 1 }, '{ a: 1, … }'],
    [Number.NaN, '0'],
    [{ a: { b: 1 } }, '{ a: { b: 2 } }'],
    [2, '2 about'],
  ])('%s is not met by %s', (actual, shown) => {
    expect(differenceFromShown(actual, shown)).not.toBe('');
  });

  it('must be a value', () => {
    expect(() => differenceFromShown(1, 'about one')).toThrow('does not show a value');
  });
});
