import { codeLists, respondentVariables } from '@wavebook/schema';
import { expect, test } from 'vitest';
import { buildFrame, type FramePoint } from '../../src/population/frame.ts';
import { generatePoint } from '../../src/population/point.ts';
import { codebookOf, waves } from '../../src/population/waves.ts';
import { inUniverse } from '../../src/truth/condition.ts';

const asked = respondentVariables.filter(({ kind }) => kind !== 'text');

for (const wave of waves) {
  const frame = buildFrame({ wave, seed: 11, samplePoints: 192 });
  const points = frame.points.filter((_, i) => i % 180 === 0);
  const households = points.flatMap((point) => generatePoint(frame, point));
  const people = households.flatMap(({ answers }) => answers);

  test(`${wave}: who is asked answers, who is routed past does not`, () => {
    for (const { name, universe = [] } of asked) {
      if (!people.some((person) => name in person)) continue;
      const wrong = people.filter((person) => (person[name] !== null) !== inUniverse(universe, person));
      expect([name, wrong]).toEqual([name, []]);
    }
  });

  test(`${wave}: every answer is in its code list or range`, () => {
    for (const { name, codes, range, usual } of asked) {
      const given = people.flatMap((person) => person[name] ?? []);
      const list = codeLists[codes ?? '']?.codes.map(({ code }) => code);
      const outside = (value: string | number) =>
        list
          ? !list.includes(String(value))
          : [range, usual].some(
              (limits) => limits && (Number(value) < limits[0] || Number(value) > limits[1]),
            );
      expect([name, given.filter(outside)]).toEqual([name, []]);
    }
  });

  test(`${wave}: ages and dates hold together`, () => {
    const { interview, age_window } = codebookOf(wave);
    for (const person of people) {
      const now = interview.year * 12 + interview.month;
      const born = Number(person.birth_year) * 12 + Number(person.birth_month);
      const arrived = Number(person.arrival_year) * 12 + Number(person.arrival_month);
      expect(Math.floor((now - born) / 12)).toBe(person.age);
      expect(person.age).toBeGreaterThanOrEqual(age_window[0]);
      expect(person.age).toBeLessThanOrEqual(age_window[1] ?? 120);
      expect(arrived).toBeLessThan(now);
      expect(arrived).toBeGreaterThanOrEqual(born);
      expect((now - arrived) / 12).toBeCloseTo(Number(person.stay_years), 9);
    }
  });

  test(`${wave}: range agrees with the place of hukou`, () => {
    for (const { traits, answers } of households)
      for (const person of answers) {
        const { hukouProvince, hukouCounty } = traits.origin;
        expect(hukouCounty.slice(0, 2)).toBe(hukouProvince);
        expect(hukouCounty).not.toBe(person.county);
        expect(person.migration_range === 'inter_province').toBe(hukouProvince !== person.province);
        if (person.migration_range === 'inter_county')
          expect(hukouCounty.slice(0, 4)).toBe(person.prefecture);
      }
  });
}

test('a point is made again from its name alone', () => {
  const frame = buildFrame({ wave: '2017', seed: 3, samplePoints: 192 });
  const point = frame.points[100] as FramePoint;
  const before = generatePoint(frame, point);
  generatePoint(frame, frame.points[101] as FramePoint);
  expect(generatePoint(frame, point)).toEqual(before);
});
