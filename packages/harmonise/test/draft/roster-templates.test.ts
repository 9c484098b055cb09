import { table, textColumn } from '@wavebook/tables';
import { expect, test } from 'vitest';
import { profileColumn } from '../../src/draft/column-profile.ts';
import { rosterTemplates } from '../../src/draft/roster-templates.ts';

const found = (filled: Record<string, number>): string[] => {
  const rows = 100;
  const columns = Object.entries(filled).map(
    ([name, count]) =>
      [name, textColumn(Array.from({ length: rows }, (_, row) => (row < count ? '1' : null)))] as const,
  );
  const raw = table(rows, columns);
  return rosterTemplates(Object.keys(filled).map((name) => profileColumn(raw, name))).map(
    ({ template, slots }) => `${template} ${[...slots.keys()].join()}`,
  );
};

test('a roster thins out from person to person; a battery of items does not', () => {
  expect(found({ q101b1: 100, q101b2: 80, q101b3: 60, q101b4: 20, q501: 100, q502: 100, q503: 100 })).toEqual(
    ['q101b{n} 1,2,3,4'],
  );
  expect(found({ item1: 100, item2: 98, item3: 97, item4: 99 })).toEqual([]);
});

test('a question on children, filled for the third person most, goes with a roster of the same length', () => {
  const roster = { a1: 100, a2: 80, a3: 60, a4: 20 };
  expect(found({ ...roster, school_1: 2, school_2: 1, school_3: 40, school_4: 10 })).toEqual([
    'a{n} 1,2,3,4',
    'school_{n} 1,2,3,4',
  ]);
});

test('the number may stand within the name, the person be left out, and 01 is no number of a person', () => {
  expect(found({ x1y: 100, x2y: 50, x3y: 10 })).toEqual(['x{n}y 1,2,3']);
  expect(found({ s2: 70, s3: 40, s4: 10 })).toEqual(['s{n} 2,3,4']);
  expect(found({ x01: 100, x02: 50, x03: 10 })).toEqual([]);
});
