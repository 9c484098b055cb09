import { expect, test } from 'vitest';
import { cleanMade, madeWave, textsOf } from './made-wave.ts';

test('a member who is no child of school age is not asked for school: the blank does not count as a missing answer', () => {
  const made = madeWave('2017');
  const { members } = cleanMade(made, made.twin);
  const [ages, school, reasons, kinds, kindReasons] = [
    'age',
    'attends_school',
    'attends_school_missing',
    'school_kind',
    'school_kind_missing',
  ].map((name) => textsOf(members, name)) as (string | null)[][];
  const seen = new Set<string>();
  ages?.forEach((age, i) => {
    const isAsked = Number(age) >= 3 && Number(age) <= 15;
    seen.add(String(isAsked));
    if (!isAsked) expect([age, school?.[i], reasons?.[i]]).toEqual([age, null, 'not_applicable']);
    else expect(reasons?.[i]).not.toBe('not_applicable');
    if (school?.[i] === 'no') expect(kindReasons?.[i]).toBe('not_applicable');
    if (kinds?.[i] !== null) expect(school?.[i]).toBe('yes');
  });
  expect(seen).toEqual(new Set(['true', 'false']));
});
