import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inflate } from '../../src/index.ts';

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .array(fc.constantFrom('abc', '流动人口', ' ', 'xyzxyz'), { maxLength: 300 })
    .map((words) => new TextEncoder().encode(words.join(''))),
);

it('gives back what zlib compressed, at any level', () => {
  fc.assert(
    fc.property(bytes, fc.integer({ min: 0, max: 9 }), (plain, level) => {
      const back = inflate(deflateSync(plain, { level }), plain.length);
      expect(back && Buffer.compare(back, plain)).toBe(0);
    }),
    { numRuns: 300 },
  );
});

it('refuses streams that are damaged or of another length', () => {
  fc.assert(
    fc.property(bytes, fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, place, flip) => {
      const packed = new Uint8Array(deflateSync(plain));
      expect(inflate(packed, plain.length + 1)).toBeUndefined();
      expect(inflate(packed.subarray(0, packed.length - 1), plain.length)).toBeUndefined();
      packed[place % packed.length]! ^= flip;
      const back = inflate(packed, plain.length);
      expect(back === undefined || Buffer.compare(back, plain) === 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});
