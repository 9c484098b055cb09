import type { Random } from '../random/random.ts';
import type { Member } from './member.ts';

/** Levels of schooling from the lowest; a place in this list is used in the models. */
export const levels = [
  'no_schooling',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'junior_college',
  'bachelor',
  'postgraduate',
] as const;

/** Years of schooling of each level (surveys.md 2.1a). */
export const yearsOfSchooling: readonly number[] = [0, 6, 9, 12, 15, 16, 19];

const THRESHOLDS: readonly number[] = [-2.05, -1.05, 0.25, 0.93, 1.5, 2.4];
const PER_YEAR_OF_AGE = -0.042;
const FEMALE = -0.1;
const PROSPERITY = 0.25;
const YEARS_SINCE_2014 = 0.02;
/** The least age at which a level can be reached. */
const leastAges: readonly number[] = [0, 6, 12, 15, 18, 18, 22];

/** Draws the level of schooling (place in `levels`); children get what their age allows. */
export function drawEducation(
  member: Member,
  context: {
    readonly effect: number;
    readonly prosperity: number;
    readonly household: number;
    readonly wave: string;
  },
  random: Random,
): number {
  const { age } = member;
  if (age < 6) return 0;
  if (age < 16) return age < 13 ? 1 : 2;
  const latent =
    PER_YEAR_OF_AGE * (Math.max(age, 20) - 36) +
    (member.sex === 'female' ? FEMALE : 0) +
    PROSPERITY * context.prosperity +
    YEARS_SINCE_2014 * (Number(context.wave) - 2014) +
    context.effect +
    0.45 * context.household +
    0.85 * random.normal();
  let level = 0;
  while (level < THRESHOLDS.length && latent > (THRESHOLDS[level] as number)) level++;
  while (age < (leastAges[level] as number)) level--;
  return level;
}
