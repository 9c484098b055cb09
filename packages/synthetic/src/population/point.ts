import { Random } from '../random/random.ts';
import {
  type Answers,
  drawAnswers,
  drawMemberEducation,
  drawTraits,
  type HouseholdTraits,
} from './answers.ts';
import { attendanceEffect, drawAttendance } from './attendance.ts';
import { type ChildCare, drawChildCare } from './children.ts';
import { effectOf, effectsOf } from './effects.ts';
import type { Frame, FramePoint } from './frame.ts';
import { furtherStreams } from './further.ts';
import { drawHousehold } from './household.ts';
import { intercepts } from './intercepts.ts';
import type { Household, Member } from './member.ts';

/** A household with what its people answer: `education` and `attendance` by member, `answers` by eligible member (in the order of `eligible`). */
export interface AnsweringHousehold {
  readonly household: Household;
  readonly traits: HouseholdTraits;
  readonly education: readonly number[];
  /** In kindergarten or school; null outside the ages that are asked. */
  readonly attendance: readonly ('yes' | 'no' | null)[];
  readonly childCare: readonly ChildCare[];
  readonly answers: readonly Answers[];
}

/** The households of a point without their answers: enough for counts by sex and age. */
export function householdsOf(frame: Frame, point: FramePoint): Household[] {
  const random = new Random(frame.seed, frame.wave, 'households', point.id);
  const together = effectOf('family', point, random);
  return Array.from({ length: point.households }, () => drawHousehold(frame.wave, together, random));
}

/** Makes a point again from its name alone: all households, all members, all answers; the same whenever it is asked. */
export function generatePoint(frame: Frame, point: FramePoint): AnsweringHousehold[] {
  const random = new Random(frame.seed, frame.wave, 'answers', point.id);
  const context = {
    wave: frame.wave,
    point,
    effects: effectsOf(point, random),
    benefits: new Random(frame.seed, frame.wave, 'benefits', point.id),
    living: new Random(frame.seed, frame.wave, 'living', point.id),
    departures: new Random(frame.seed, frame.wave, 'departures', point.id),
    further: furtherStreams(frame, point),
  };
  const school = new Random(frame.seed, frame.wave, 'school', point.id);
  const attendanceHere = attendanceEffect(point, school);
  const children = new Random(frame.seed, frame.wave, 'children', point.id);
  return householdsOf(frame, point).map((household) => {
    const traits = drawTraits(household, context, random);
    const education: number[] = [];
    const answers: Answers[] = [];
    for (const member of household.members)
      education.push(drawMemberEducation(member, traits, context, random));
    for (const i of household.eligible)
      answers.push(
        drawAnswers(
          household.members[i] as Member,
          education[i] as number,
          household,
          traits,
          context,
          random,
        ),
      );
    const attendance = household.members.map((member) =>
      drawAttendance(member, attendanceHere, intercepts[frame.wave], school),
    );
    const childCare = household.members.map((member, i) =>
      drawChildCare(member, attendance[i] ?? null, attendanceHere, children),
    );
    return { household, traits, education, attendance, childCare, answers };
  });
}
