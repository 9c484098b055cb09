import { expect, it } from 'vitest';
import { bytesSource } from '../../src/byte-source.ts';
import { Cursor } from '../../src/cursor.ts';
import { readMultipleResponseSets } from '../../src/sav/multiple-response.ts';
import { FileText } from '../../src/text/text-decoder.ts';

const setsOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const cursor = new Cursor(bytesSource(bytes, 'x.sav'), true);
  const extensions = new Map([[19, { at: 0, bytes }]]);
  const records = { variables: [], slots: 0, valueLabels: [], documents: [], extensions, dataAt: 0 };
  const variableNamed = (short: string) => (short === 'k' ? 'Kind' : undefined);
  return readMultipleResponseSets(cursor, records, { decoder: new FileText('utf-8'), variableNamed });
};

it('reads the examples of the description of the format', () => {
  const text =
    '$a=C 10 my mcgroup a b c\n$b=D2 55 0  g e f d\n$c=D3 Yes 10 mdgroup #2 h i j\n$d=E 1 2 34 13 third mdgroup k l m\n';
  expect(setsOf(text)).toEqual([
    { name: '$a', label: 'my mcgroup', kind: 'categories', variables: ['a', 'b', 'c'] },
    { name: '$b', label: '', kind: 'dichotomies', countedValue: '55', variables: ['g', 'e', 'f', 'd'] },
    { name: '$c', label: 'mdgroup #2', kind: 'dichotomies', countedValue: 'Yes', variables: ['h', 'i', 'j'] },
    {
      name: '$d',
      label: 'third mdgroup',
      kind: 'dichotomies',
      countedValue: '34',
      variables: ['Kind', 'l', 'm'],
    },
  ]);
});

it('lengths are bytes', () => {
  expect(setsOf('$a=C 6 保险 a\n')[0]).toMatchObject({ label: '保险', variables: ['a'] });
});

it.each([
  ['$a=X 1', 'expected C, D or E as the kind of a set; got "X"'],
  ['$a=C ten label', 'expected the length of a text; got something else'],
  ['$a=C 99 label', 'expected 99 bytes of text of a multiple-response set'],
])('refuses %s', (text, message) => {
  expect(() => setsOf(text)).toThrow(message);
});
