import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeGb18030 } from '../../src/text/gb18030.ts';

const decoder = new TextDecoder('gb18030', { fatal: true });

it('every text that has no lone surrogate comes back', () => {
  fc.assert(
    fc.property(
      fc
        .string({ unit: 'binary' })
        .filter(
          (text) =>
            !/\p{Surrogate}/u.test(text) &&
            !/[\ue5e5\ue78d-\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]/.test(text),
        ),
      (text) => {
        expect(decoder.decode(encodeGb18030(text))).toBe(text);
      },
    ),
    { numRuns: 500 },
  );
});

it('every character of the Basic Multilingual Plane comes back, or is one of 19 that have no code', () => {
  const refused: string[] = [];
  for (let point = 0; point < 0x10000; point++) {
    if (point >= 0xd800 && point < 0xe000) continue;
    const character = String.fromCharCode(point);
    try {
      if (decoder.decode(encodeGb18030(character)) !== character)
        throw new Error(`${point} came back as another`);
    } catch (error) {
      expect((error as Error).message).toContain('expected characters of GB18030');
      refused.push(point.toString(16));
    }
  }
  expect(refused.join(' ')).toBe(
    'e5e5 e78d e78e e78f e790 e791 e792 e793 e794 e795 e796 e81e e826 e82b e82c e832 e843 e854 e864',
  );
});

it('codes are those of the standard', () => {
  expect([...encodeGb18030('a北㐀€𠮷')]).toEqual([
    0x61, 0xb1, 0xb1, 0x81, 0x39, 0xee, 0x39, 0xa2, 0xe3, 0x95, 0x34, 0xb2, 0x35,
  ]);
  expect(() => encodeGb18030('\ud800x')).toThrow('got U+D800');
});
