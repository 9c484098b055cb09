import { levels } from '../population/education.ts';
import type { Frame } from '../population/frame.ts';
import { generatePoint } from '../population/point.ts';
import { Random } from '../random/random.ts';
import { drawPersons } from '../sample/draw-persons.ts';
import { drawPoints } from '../sample/draw-points.ts';
import { leaveBlanks } from './blank-items.ts';
import type { RawRespondent } from './respondent.ts';
import { rosterOf } from './roster.ts';

/** Draws a sample and interviews it: points are made again one by one, so that the population is never held. */
export function* interview(frame: Frame, seed: number): Generator<RawRespondent> {
  for (const drawn of drawPoints(frame, seed)) {
    const { point } = drawn;
    const people = generatePoint(frame, point);
    const blanks = new Random(seed, frame.wave, 'blanks', point.id);
    const eligibleIn = (place: number) => people[place]?.answers.length ?? 0;
    let numberInPoint = 0;
    for (const { household: place, eligible, weight } of drawPersons(drawn, eligibleIn, { frame, seed })) {
      const { household, traits, education, attendance, childCare, answers } = people[
        place
      ] as (typeof people)[number];
      const roster = rosterOf(household, household.eligible[eligible] as number);
      yield {
        point,
        numberInPoint: ++numberInPoint,
        weight,
        answers: leaveBlanks(answers[eligible] as (typeof answers)[number], blanks),
        hukouCounty: traits.origin.hukouCounty,
        roster,
        schooling: roster.map((entry) => levels[education[entry.place] as number] as string),
        attendance: roster.map((entry) => attendance[entry.place] ?? null),
        childCare: roster.map((entry) => childCare[entry.place]),
        here: household.here,
      };
    }
  }
}
