import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ByteDictionary } from '../../src/columns/byte-dictionary.ts';

it('numbers distinct pieces in the order of their coming', () => {
  const piece = fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.uint8Array({ min: 1, max: 2, maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const dictionary = new ByteDictionary();
      const known = new Map<string, number>();
      for (const bytes of pieces) {
        const key = bytes.join();
        if (!known.has(key)) known.set(key, known.size);
        const padded = Uint8Array.of(7, ...bytes, 7);
        expect(dictionary.code(padded, 1, padded.length - 1)).toBe(known.get(key));
      }
      expect(dictionary.count).toBe(known.size);
      const kept = [...known.keys()].map((_, code) =>
        dictionary.pool.slice(code === 0 ? 0 : dictionary.ends[code - 1], dictionary.ends[code]).join(),
      );
      expect(kept).toEqual([...known.keys()]);
    }),
  );
});
