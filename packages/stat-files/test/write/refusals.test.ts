import { expect, it } from 'vitest';
import {
  readDta,
  readSav,
  type StatTable,
  type WrittenVariable,
  writeDta,
  writeSav,
} from '../../src/index.ts';

const numbers = (
  variable: Partial<WrittenVariable>,
  values: ArrayLike<number>,
  missing?: Uint8Array,
): StatTable => {
  const name = variable.name ?? 'x';
  const column = {
    kind: 'number' as const,
    values: Float64Array.from(values),
    ...(missing ? { missing } : {}),
  };
  return { rows: values.length, variables: [{ ...variable, name }], columns: new Map([[name, column]]) };
};
const texts = (levels: string[], variable: Partial<WrittenVariable> = {}): StatTable => ({
  rows: levels.length,
  variables: [{ ...variable, name: 'x' }],
  columns: new Map([['x', { kind: 'text', codes: Int32Array.from(levels, (_, i) => i), levels }]]),
});

it.each([
  ['a name with a blank', numbers({ name: 'a b' }, [1]), 'no reserved word; got "a b"'],
  ['a reserved name', numbers({ name: 'double' }, [1]), 'got "double"'],
  ['a long name', numbers({ name: 'x'.repeat(33) }, [1]), 'up to 32 letters'],
  ['a long label', numbers({ label: '长'.repeat(81) }, [1]), 'up to 80 characters; "x" has 81'],
  [
    'labels of fractions',
    numbers({ valueLabels: new Map([[1.5, 'half']]) }, [1]),
    'whole numbers of 32 bits only; got 1.5 of "x"',
  ],
  ['labels of text', texts(['a'], { valueLabels: new Map([['a', 'letter']]) }), 'got "a" of "x"'],
  [
    'labels of no missing code',
    numbers({ missingLabels: new Map([[28, 'user']]) }, [1]),
    'codes 1 to 27; got 28',
  ],
  ['numbers too large', numbers({}, [1e308]), 'Stata holds numbers up to'],
  ['text with NUL', texts(['a\0b']), 'must not hold the character NUL'],
  [
    'a variable without column',
    { rows: 1, variables: [{ name: 'y' }], columns: new Map() } satisfies StatTable,
    '"y" has none',
  ],
  ['a name twice', { ...numbers({}, [1]), variables: [{ name: 'x' }, { name: 'x' }] }, 'got "x" twice'],
  [
    'a long data label',
    { ...numbers({}, [1]), label: '长'.repeat(81) },
    'the data label has up to 80 characters',
  ],
  ['a column of another length', { ...numbers({}, [1]), rows: 2 }, 'must have 2 rows; got 1'],
] as [string, StatTable, string][])('writeDta refuses %s', (_, table, message) => {
  expect(() => writeDta(table)).toThrow(message);
});

it('writeDta refuses GB18030 in release 118, and labels that are too long in its bytes', () => {
  expect(() => writeDta(numbers({}, [1]), { encoding: 'gb18030' })).toThrow('release 118 is UTF-8');
  expect(() => writeDta(numbers({ label: '长'.repeat(50) }, [1]), { release: 117 })).toThrow(
    'must have fewer than 81 bytes; got 100',
  );
});

it.each([
  ['a name with a blank', numbers({ name: 'a b' }, [1]), 'got "a b"'],
  ['a reserved name', numbers({ name: 'with' }, [1]), 'no reserved word, each once; got "with"'],
  ['a long label', numbers({ label: '长'.repeat(90) }, [1]), 'at most 255 bytes; "x" has 270'],
  ['long value labels', numbers({ valueLabels: new Map([[1, '长'.repeat(50)]]) }, [1]), 'at most 120 bytes'],
  [
    '.a',
    numbers({}, [0, 1], Uint8Array.of(2, 0)),
    'SPSS has no .a to .z, which "x" has in row 1; give extendedMissing: \'system\'',
  ],
  ['infinity', numbers({}, [1, Number.POSITIVE_INFINITY]), 'must be finite; "x" has Infinity in row 2'],
  ['four missing values', numbers({ userMissing: { values: [1, 2, 3, 4] } }, [1]), 'up to 3 values'],
  ['text too long', texts(['x'.repeat(32_768)]), 'at most 32767 bytes'],
  ['a weight that is not there', { ...numbers({}, [1]), weight: 'w' }, '"w" is none'],
  [
    'a set of variables that are not there',
    {
      ...numbers({}, [1]),
      multipleResponseSets: [{ name: '$a', label: '', kind: 'categories', variables: ['y'] }],
    },
    '"y" is none',
  ],
] as [string, StatTable, string][])('writeSav refuses %s', (_, table, message) => {
  expect(() => writeSav(table)).toThrow(message);
});

it('writeDta takes a time stamp of the form of Stata only', () => {
  const timestamp = '01 May 2017 08:30';
  expect(readDta(writeDta(numbers({}, [1]), { timestamp })).timestamp).toBe(timestamp);
  expect(() => writeDta(numbers({}, [1]), { timestamp: '2017' })).toThrow('a time stamp has 17 letters');
});

it('writeSav writes .a as system-missing where that was asked for', () => {
  const bytes = writeSav(numbers({}, [0, 1], Uint8Array.of(2, 0)), { extendedMissing: 'system' });
  expect([...(readSav(bytes).columns().get('x')?.missing ?? [])]).toEqual([1, 0]);
});

it('declared missing values become the numbers they are in Stata', () => {
  const table = numbers({ userMissing: { values: [99] } }, [1, 99], Uint8Array.of(0, 28));
  expect(readDta(writeDta(table)).columns().get('x')).toEqual({
    kind: 'number',
    values: Int8Array.of(1, 99),
    missing: Uint8Array.of(0, 0),
  });
});

it('variables that share their labels share one set', () => {
  const valueLabels = new Map([[1, 'yes']]);
  const column = { kind: 'number' as const, values: Int8Array.of(1) };
  const bytes = writeDta({
    rows: 1,
    variables: [
      { name: 'a', valueLabels },
      { name: 'b', valueLabels },
    ],
    columns: new Map([
      ['a', column],
      ['b', column],
    ]),
  });
  expect(String.fromCharCode(...bytes).split('<lbl>').length).toBe(2);
  expect(readDta(bytes).variables[1]?.valueLabels).toEqual(valueLabels);
});

it('takes columns without missing codes, where NaN and −1 are empty', () => {
  const table: StatTable = {
    rows: 2,
    variables: [{ name: 'a' }, { name: 'b' }],
    columns: new Map([
      ['a', { kind: 'number', values: Float64Array.of(Number.NaN, 2) }],
      ['b', { kind: 'text', codes: Int32Array.of(0, -1), levels: ['x'] }],
    ]),
  };
  for (const columns of [readDta(writeDta(table)).columns(), readSav(writeSav(table)).columns()]) {
    expect([...(columns.get('a')?.missing ?? [])]).toEqual([1, 0]);
    expect([...(columns.get('b')?.missing ?? [])]).toEqual([0, 1]);
  }
});
