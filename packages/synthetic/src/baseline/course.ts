import type { Random } from '../random/random.ts';
import { type Course, changeProbability } from './effects.ts';

const LARGEST = 0.95;

/** The answer after the rounds' time, from the answer before. */
export function later(before: boolean, course: Course, exposure: number, random: Random): boolean {
  const changes = random.chance(Math.min(LARGEST, changeProbability(course, before, exposure)));
  return before !== changes;
}
