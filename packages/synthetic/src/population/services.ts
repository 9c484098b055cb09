import { healthEducationItems } from '@wavebook/schema';
import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { Intercepts } from './intercepts.ts';
import type { Migrant } from './migrant.ts';

export interface Services {
  readonly record: string;
  /** The nine health-education items in the schema's order. */
  readonly topics: readonly boolean[];
  readonly heard: 'yes' | 'no';
  readonly permit: 'yes' | 'no' | 'not_sure';
}

/** How often each of the nine topics is met, on the logit scale, before the person's own propensity. */
const topicIntercepts: readonly number[] = [-0.9, -0.75, -0.1, -1.1, -0.05, -0.9, -0.8, 0, -0.7];
const OCCUPATIONAL = 0;
const REPRODUCTIVE = 2;
const MATERNAL = 7;
/** Construction and mining. */
const hazardous = new Set<string | null>(['B', 'E']);
const TOPIC_SPREAD = 1.7;
if (topicIntercepts.length !== healthEducationItems.length)
  throw new Error('services: one intercept is needed for each health-education topic of the schema');

const SERVICES_TO_TOPICS = 0.9;

function drawRecord(migrant: Migrant, constants: Intercepts, random: Random): string {
  const established = logistic(
    constants.record +
      (migrant.range === 'inter_province' ? -0.25 : 0.1) +
      (migrant.sex === 'female' ? 0.12 : 0) +
      (migrant.childHere ? 0.25 : 0) +
      0.025 * (Math.min(migrant.stayYears, 15) - 5) +
      0.05 * (migrant.education - 2.5) +
      migrant.effects.services +
      0.8 * migrant.care,
  );
  if (random.chance(established)) return 'established';
  const u = random.uniform();
  return u < 0.48 ? 'not_heard' : u < 0.81 ? 'heard' : 'not_sure';
}

function drawTopics(migrant: Migrant, work: Work, constants: Intercepts, random: Random): boolean[] {
  const propensity =
    constants.healthEducation +
    SERVICES_TO_TOPICS * migrant.effects.services +
    0.12 * (migrant.education - 2.5) +
    (migrant.sex === 'female' ? 0.1 : 0) +
    0.5 * migrant.care +
    TOPIC_SPREAD * random.normal();
  const mother = migrant.sex === 'female' && migrant.childHere;
  return topicIntercepts.map((intercept, topic) => {
    const own =
      topic === OCCUPATIONAL
        ? (work.employed === 'yes' ? 0.3 : -0.5) + (hazardous.has(work.industry) ? 0.5 : 0)
        : topic === REPRODUCTIVE || topic === MATERNAL
          ? (mother ? 0.6 : 0) + (migrant.age > 45 ? -0.6 : 0)
          : 0;
    return random.chance(logistic(intercept + propensity + own));
  });
}

/** Draws health record, health education, whether the public services were heard of, and residence permit. */
export function drawServices(migrant: Migrant, work: Work, constants: Intercepts, random: Random): Services {
  const record = drawRecord(migrant, constants, random);
  const topics = drawTopics(migrant, work, constants, random);
  const received = topics.reduce((sum, yes) => sum + (yes ? 1 : 0), 0);
  const heard = random.chance(
    logistic(
      constants.heard +
        0.25 * (migrant.education - 2.5) +
        0.12 * (received - 3.5) +
        (record === 'established' ? 0.9 : -0.3) +
        0.6 * migrant.effects.services,
    ),
  );
  const permit = random.chance(
    logistic(
      constants.permit +
        (migrant.range === 'inter_province' ? 0.85 : -0.5) +
        0.3 * Math.log(migrant.stayYears + 0.5) +
        (work.employed === 'yes' ? 0.25 : -0.25) +
        0.08 * (migrant.education - 2.5) +
        migrant.effects.permit +
        0.6 * migrant.care,
    ),
  );
  return {
    record,
    topics,
    heard: heard ? 'yes' : 'no',
    permit: permit ? 'yes' : random.chance(0.07) ? 'not_sure' : 'no',
  };
}
