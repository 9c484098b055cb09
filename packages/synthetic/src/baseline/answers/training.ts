import { hundreds, pick, yesNo } from './drawn.ts';
import type { Cells, WorkerContext, Yes } from './worker-context.ts';

const topicsByIndustry: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  C: { machine_operation: 4, electronics: 3, garment: 2, computer: 2, management: 1 },
  E: { construction: 5, machine_operation: 2, driving: 2, management: 1 },
  B: { machine_operation: 4, construction: 2, driving: 2 },
  H: { catering: 5, management: 1, start_up: 2, computer: 1 },
  F: { sales: 4, computer: 2, start_up: 2, driving: 1 },
  G: { driving: 6, computer: 1 },
  O: { domestic_work: 3, beauty: 3, start_up: 2, computer: 1 },
};
const usualTopics = { computer: 4, management: 2, language: 1, driving: 2, start_up: 2, other: 1 };

/** Training had and wanted, and the wish to start a business. */
export function training({ base, state, random }: WorkerContext, yes: Yes): Cells {
  const topics = topicsByIndustry[String(base.industry)] ?? usualTopics;
  const young = Number(base.age) < 35;
  return {
    trained: yesNo(state.trained),
    training_kind: pick(random, {
      vocational: 4,
      safety: 3,
      pre_employment: 2,
      life_skills: 1,
      start_up: 0.6,
      farming: 0.5,
    }),
    training_topic: pick(random, topics),
    training_days: random.between(1, 30),
    training_paid_by: pick(random, { employer: 5, government: 2.5, worker: 2.5 }),
    training_certificate: yes(0.35),
    training_wanted: yes(young ? 0.62 : 0.42),
    training_wanted_topic: pick(random, { ...topics, computer: 2, start_up: 1.2 }),
    training_wanted_time: pick(random, {
      evening: 4,
      rest_day: 4,
      working_hours: 1.5,
      slack_season: 1,
      any: 1,
    }),
    training_wanted_place: pick(random, { destination: 8, origin: 2, elsewhere: 0.5 }),
    training_willing_to_pay: random.chance(0.4) ? 0 : hundreds(1500 * random.uniform()),
    start_up_wish: yes(young ? 0.3 : 0.2),
    start_up_place: pick(random, { destination: 4, origin: 5, elsewhere: 0.7 }),
    start_up_industry: pick(random, { F: 4, H: 3, O: 2, C: 1, A: 1, G: 0.7 }),
    start_up_obstacle: pick(random, {
      money: 6,
      skill: 2,
      information: 1.5,
      licence: 0.8,
      place: 1,
      family: 0.7,
    }),
    start_up_training: yes(0.08),
  };
}
