import { expect, test } from 'vitest';
import { lineHeight } from '../../src/table/line-height.ts';

test('a row is as high as the lines of its longest text; a Chinese character is as wide as two', () => {
  expect(lineHeight([])).toBe(14);
  expect(lineHeight([['省内跨市 Between prefectures', 40]])).toBe(14);
  expect(lineHeight([['省内跨市 Between prefectures', 26]])).toBe(28);
  expect(
    lineHeight([
      ['a', 10],
      ['中文\nEnglish', 20],
    ]),
  ).toBe(28);
});
