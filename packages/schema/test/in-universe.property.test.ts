import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, inUniverse } from '../src/index.ts';

const names = ['a', 'b', 'c'] as const;
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    variable: fc.constantFrom(...names),
    in: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 }),
  }),
  fc.record({ variable: fc.constantFrom(...names), min: fc.integer({ min: 1, max: 3 }) }),
);
const cell = fc.option(fc.constantFrom('1', '2', '3'), { nil: null });
const record = fc.record({ a: cell, b: cell, c: cell });

test('filling an empty cell never turns a known answer round', () => {
  fc.assert(
    fc.property(
      fc.array(condition, { maxLength: 4 }),
      record,
      fc.constantFrom('1', '2', '3'),
      (universe, r, v) => {
        const before = inUniverse({ universe }, r);
        if (before === undefined) return;
        for (const name of names)
          if (r[name] === null) expect(inUniverse({ universe }, { ...r, [name]: v })).toBe(before);
      },
    ),
  );
});

test('the order of the conditions does not matter, and one more never lets anybody in', () => {
  fc.assert(
    fc.property(fc.array(condition, { minLength: 1, maxLength: 4 }), record, (universe, r) => {
      const all = inUniverse({ universe }, r);
      expect(inUniverse({ universe: [...universe].reverse() }, r)).toBe(all);
      if (inUniverse({ universe: universe.slice(1) }, r) === false) expect(all).toBe(false);
    }),
  );
});
