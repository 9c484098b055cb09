import { Random } from '../random/random.ts';
import {
  type Answers,
  drawAnswers,
  drawMemberEducation,
  drawTraits,
  type HouseholdTraits,
} from './answers.ts';
import { effectOf, effectsOf } from './effects.ts';
import type { Frame, FramePoint } from './frame.ts';
import { drawHousehold } from './household.ts';
import type { Household, Member } from './member.ts';

/** A household with what its people answer: `education` by member, `answers` by eligible member (in the order of `eligible`). */
export interface AnsweringHousehold {
  readonly household: Household;
  readonly traits: HouseholdTraits;
  readonly education: readonly number[];
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
  const context = { wave: frame.wave, point, effects: effectsOf(point, random) };
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
    return { household, traits, education, answers };
  });
}
