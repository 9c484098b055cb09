import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutToBytes, encodeGb18030, padToBytes } from '../../src/raw/gb18030.ts';

const decoder = new TextDecoder('gb18030');
const text = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xd7ff }).map((code) => String.fromCharCode(code)),
});

test('what is encoded decodes to itself', () => {
  fc.assert(
    fc.property(text, (s) => {
      expect(decoder.decode(encodeGb18030(s))).toBe(s);
    }),
  );
});

test('a cut text is the longest beginning within the limit', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 30 }), (s, limit) => {
      const cut = cutToBytes(s, limit);
      expect(s.startsWith(cut)).toBe(true);
      expect(encodeGb18030(cut).length).toBeLessThanOrEqual(limit);
      if (cut !== s) expect(encodeGb18030(s.slice(0, cut.length + 1)).length).toBeGreaterThan(limit);
    }),
  );
});

test('known bytes', () => {
  expect([...encodeGb18030('农业')]).toEqual([0xc5, 0xa9, 0xd2, 0xb5]);
  expect(cutToBytes('克孜勒苏柯尔克孜自治州', 20)).toBe('克孜勒苏柯尔克孜自治');
  expect(padToBytes('汉', 5)).toBe('汉   ');
});

test('half a pair is refused', () => {
  expect(() => encodeGb18030('\ud800')).toThrow(/basic plane/);
});
