import * as vega from 'vega';
import { describe, expect, test } from 'vitest';
import { axisLabels } from '../src/number-format.ts';

const { defaultLocale } = vega as unknown as {
  defaultLocale: () => { format: (pattern: string) => (value: number) => string };
};

describe('the numbers of an axis', () => {
  test.each([
    [0.005, 0.73],
    [0.0125, 3.35],
    [0.5, 0],
  ])('ticks %d apart from %d on are told from each other', (step, first) => {
    const labels = axisLabels({ format: 'number', lang: 'en' });
    const pattern = 'format' in labels ? labels.format : '';
    const print = defaultLocale().format(pattern);
    const printed = Array.from({ length: 6 }, (_, i) => print(first + i * step));
    expect(new Set(printed).size).toBe(6);
    expect(printed.map(Number)).toEqual(
      Array.from({ length: 6 }, (_, i) => Number((first + i * step).toFixed(6))),
    );
  });
});
