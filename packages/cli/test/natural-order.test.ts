import { expect, it } from 'vitest';
import { compareCodePoints, naturalOrder } from '../src/natural-order.ts';

it('orders numbers by size, all else by code points', () => {
  expect(naturalOrder(['10', '9', '-1', '1.0', '1'])).toEqual(['-1', '1', '1.0', '9', '10']);
  expect(naturalOrder(['b', '10', '9', 'B'])).toEqual(['10', '9', 'B', 'b']);
});

it('agrees with the order of UTF-8 bytes', () => {
  const texts = ['', 'a', 'ab', '女', '\uE000', '\uFFFD', '\u{20000}', '\u{1F600}', 'a\u{20000}', 'a\uFFFD'];
  for (const a of texts)
    for (const b of texts)
      expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
});
