import { memberVariables } from '@wavebook/schema';
import { logistic } from '../random/logistic.ts';
import { Random } from '../random/random.ts';
import type { FramePoint } from './frame.ts';
import type { Intercepts } from './intercepts.ts';
import type { Member } from './member.ts';

const PROVINCE_SPREAD = 0.35;
const POINT_SPREAD = 0.45;
const LEFT_BEHIND = -0.45;
/** Kindergarten fills up with age; the oldest leave school. */
const PER_KINDERGARTEN_YEAR = 0.8;
const LAST_YEARS = -1.1;
const SCHOOL_FROM = 6;
const LAST_YEARS_FROM = 13;

const universe = memberVariables.find(({ name }) => name === 'attends_school')?.universe?.[0];
const [youngest, oldest] =
  universe && 'min' in universe ? [universe.min ?? 0, universe.max ?? 0] : [Number.NaN, Number.NaN];

/** What the children of a point have in common: of its province, the same in every wave, and its own. */
export function attendanceEffect(point: FramePoint, random: Random): number {
  const province = new Random('effects', 'attendance', point.province);
  return PROVINCE_SPREAD * province.normal() + POINT_SPREAD * random.normal();
}

/** Draws whether a child is in kindergarten or school; null outside the ages that are asked. */
export function drawAttendance(
  { age, residence }: Member,
  effect: number,
  constants: Intercepts,
  random: Random,
): 'yes' | 'no' | null {
  if (age < youngest || age > oldest) return null;
  const own =
    age < SCHOOL_FROM
      ? constants.kindergarten + PER_KINDERGARTEN_YEAR * (age - (youngest + SCHOOL_FROM - 1) / 2)
      : constants.school + (age >= LAST_YEARS_FROM ? LAST_YEARS : 0);
  const attends = logistic(own + effect + (residence === 'here' ? 0 : LEFT_BEHIND));
  return random.chance(attends) ? 'yes' : 'no';
}
