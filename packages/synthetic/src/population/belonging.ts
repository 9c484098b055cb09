import { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { FramePoint } from './frame.ts';
import type { Migrant } from './migrant.ts';

type Cuts = readonly [number, number, number];

/** Where the four answers to a statement part on the scale of belonging; the most integrated answer lies above the last cut. */
const cuts = {
  likes_city: [-2.33, -1.64, 0.13],
  follows_changes: [-2.2, -1.55, 0.2],
  wants_to_belong: [-2.05, -1.34, 0.18],
  feels_accepted: [-2.05, -1.34, 0.33],
  feels_local: [-1.64, -0.67, 0.67],
  feels_looked_down_on: [-1.88, -0.84, 0.52],
  keeps_customs: [-1.28, -0.05, 1.28],
  habits_differ: [-1.88, -0.81, 0.55],
} as const satisfies Readonly<Record<string, Cuts>>;
const steps = ['strongly_disagree', 'disagree', 'agree', 'strongly_agree'] as const;
const companions = [
  'fellow_migrants_local_hukou',
  'fellow_migrants',
  'locals',
  'other_migrants',
  'nobody',
] as const;

const PROVINCE_SPREAD = 0.14;
const POINT_SPREAD = 0.22;
const PER_YEAR = 0.015;
const MIDDLE_WAVE = 2014;

/** What people of a point have in common in how they feel about it: of its province, the same in every wave, and its own. */
export function belongingEffect(point: FramePoint, random: Random): number {
  const province = new Random('effects', 'belonging', point.province);
  return PROVINCE_SPREAD * province.normal() + POINT_SPREAD * random.normal();
}

/** Draws agreement with the eight statements, with whom free time is spent, and what people take part in. */
export function drawBelonging(migrant: Migrant, work: Work, effect: number, random: Random) {
  const trait =
    effect +
    0.22 * (Math.log(migrant.stayYears + 0.5) - 1.2) +
    (migrant.familyHere ? 0.08 : -0.16) +
    (migrant.range === 'inter_province' ? -0.14 : 0.14) +
    0.06 * (migrant.education - 2.5) +
    PER_YEAR * (Number(migrant.wave) - MIDDLE_WAVE) +
    0.9 * random.normal();
  const place = (loading: number, parts: Cuts): number => {
    const value = loading * trait + Math.sqrt(1 - loading * loading) * random.normal();
    return parts.filter((cut) => value > cut).length;
  };
  const agrees = (loading: number, parts: Cuts): string => steps[place(loading, parts)] as string;
  const disagrees = (loading: number, parts: Cuts): string => steps[3 - place(loading, parts)] as string;
  const likesCity = agrees(0.7, cuts.likes_city);
  const followsChanges = agrees(0.68, cuts.follows_changes);
  const wantsToBelong = agrees(0.74, cuts.wants_to_belong);
  const feelsAccepted = agrees(0.72, cuts.feels_accepted);
  const feelsLocal = agrees(0.6, cuts.feels_local);
  const lookedDownOn = disagrees(0.5, cuts.feels_looked_down_on);
  const keepsCustoms = disagrees(0.35, cuts.keeps_customs);
  const habitsDiffer = disagrees(0.42, cuts.habits_differ);
  const schooled = Math.exp(0.25 * (migrant.education - 2.5));
  const joins = (share: number, own: number): string =>
    random.chance(Math.min(0.9, share * own * Math.exp(0.25 * trait))) ? 'yes' : 'no';
  const union = joins(0.09, work.status === 'employee' ? 1.4 : 0.3);
  const volunteers = joins(0.08, schooled);
  const schoolmates = joins(0.24, schooled);
  const homePlace = joins(0.22, schooled);
  const chamber = joins(0.03, schooled);
  const near = Math.exp(0.5 * trait + (migrant.range === 'inter_province' ? -0.25 : 0.25));
  return {
    integration_likes_city: likesCity,
    integration_follows_changes: followsChanges,
    integration_wants_to_belong: wantsToBelong,
    integration_feels_accepted: feelsAccepted,
    integration_feels_local: feelsLocal,
    integration_feels_looked_down_on: lookedDownOn,
    integration_keeps_customs: keepsCustoms,
    integration_habits_differ: habitsDiffer,
    takes_part_in_union: union,
    takes_part_in_volunteers: volunteers,
    takes_part_in_schoolmates: schoolmates,
    takes_part_in_home_place: homePlace,
    takes_part_in_chamber: chamber,
    friends: companions[random.weighted([9, 33, 31 * near, 16, 11])] as string,
  };
}
