import { Random } from '../random/random.ts';
import type { FramePoint } from './frame.ts';

/**
 * Standard deviations of what people of a province, county or point have in common, on the scale of the linear predictor of each
 * domain. On a logit scale 0.25 and 0.35 for county and point give an intra-point correlation of about 0.05.
 */
const spreads = {
  family: [0.2, 0.3, 0.65],
  education: [0.1, 0.12, 0.22],
  range: [0, 0.2, 0.45],
  stay: [0.08, 0.1, 0.14],
  employed: [0.15, 0.2, 0.4],
  industry: [0.25, 0.3, 0.45],
  formality: [0.2, 0.25, 0.4],
  hours: [0.15, 0.15, 0.25],
  income: [0.04, 0.06, 0.1],
  insurance: [0.22, 0.32, 0.55],
  enrolment: [0.3, 0.25, 0.3],
  pension: [0.25, 0.25, 0.42],
  services: [0.35, 0.35, 0.5],
  permit: [0.3, 0.25, 0.4],
  intention: [0.15, 0.15, 0.25],
} as const;

export type Effect = keyof typeof spreads;
export type Effects = Readonly<Record<Effect, number>>;

const names = Object.keys(spreads) as Effect[];

function deviates(random: Random, level: 0 | 1 | 2): Effects {
  return Object.fromEntries(names.map((name) => [name, spreads[name][level] * random.normal()])) as Effects;
}

/** What a province's people have in common; the same in every wave, so that provinces keep their places. */
const provinceEffects = new Map<string, Effects>();
const countyEffects = new Map<string, Effects>();

function remembered(cache: Map<string, Effects>, name: string, level: 0 | 1): Effects {
  const known = cache.get(name);
  if (known) return known;
  const made = deviates(new Random('effects', level, name), level);
  cache.set(name, made);
  return made;
}

/** One effect of a point alone, for a stream that needs no other. */
export function effectOf(name: Effect, point: FramePoint, random: Random): number {
  const province = remembered(provinceEffects, point.province, 0);
  const county = remembered(countyEffects, point.county, 1);
  return province[name] + county[name] + spreads[name][2] * random.normal();
}

/** Province, county and point effects of a point, added up. */
export function effectsOf(point: FramePoint, random: Random): Effects {
  const province = remembered(provinceEffects, point.province, 0);
  const county = remembered(countyEffects, point.county, 1);
  const own = deviates(random, 2);
  return Object.fromEntries(
    names.map((name) => [name, province[name] + county[name] + own[name]]),
  ) as Effects;
}
