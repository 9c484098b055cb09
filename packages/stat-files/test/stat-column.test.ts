import { expect, it } from 'vitest';
import { missingName, numbersOf, textsOf } from '../src/index.ts';

const numbers = { kind: 'number', values: Int8Array.of(1, 0, 99), missing: Uint8Array.of(0, 2, 28) } as const;
const text = {
  kind: 'text',
  codes: Int32Array.of(0, -1),
  levels: ['a'],
  missing: Uint8Array.of(0, 1),
} as const;

it('numbers with NaN for what is missing, declared missing values as asked', () => {
  expect(numbersOf(numbers)).toEqual(Float64Array.of(1, Number.NaN, Number.NaN));
  expect(numbersOf(numbers, { userMissing: 'keep' })).toEqual(Float64Array.of(1, Number.NaN, 99));
  expect(() => numbersOf(text)).toThrow('expected a numeric column; got text');
});

it('texts with null for empty cells', () => {
  expect(textsOf(text)).toEqual(['a', null]);
  expect(() => textsOf(numbers)).toThrow('expected a text column; got numbers');
});

it('no name for a code that does not exist', () => {
  expect(() => missingName(29)).toThrow('from 0 to 28; got 29');
});
