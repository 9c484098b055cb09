import { falsehood, pick, truth, yesNo } from './drawn.ts';
import type { Cells, WorkerContext, Yes } from './worker-context.ts';

const feelings = ['nervous', 'hopeless', 'restless', 'depressed', 'effort', 'worthless'] as const;

/** Health, care, what is known of health, and mental stress. */
export function health({ base, state, random }: WorkerContext, yes: Yes): Cells {
  const strain = random.normal();
  const felt = (): string => {
    const level = strain + random.normal() * 0.8;
    return level < -0.4
      ? 'never'
      : level < 0.6
        ? 'seldom'
        : level < 1.6
          ? 'sometimes'
          : level < 2.5
            ? 'often'
            : 'always';
  };
  const age = Number(base.age);
  return {
    self_rated_health: pick(
      random,
      age < 40
        ? { healthy: 8, mostly_healthy: 2, unhealthy: 0.2 }
        : { healthy: 5, mostly_healthy: 4, unhealthy: 1 },
    ),
    illness: pick(random, { two_weeks: 1.5, year: 3.5, none: 6 }),
    care_place: pick(random, {
      community_health: 2,
      private_clinic: 3,
      hospital: 3,
      pharmacy: 2.5,
      hukou_place: 0.4,
      none: 1.6,
    }),
    reason_no_care: pick(random, { not_serious: 6, cost: 3, no_time: 2, far: 0.5, no_insurance: 1 }),
    unmet_need: yes(0.16),
    hospital_stay: yes(0.05),
    health_education: yesNo(state.health_education),
    health_fact_hiv_condom: truth(random.chance(0.66), random),
    health_fact_hiv_meal: falsehood(state.health_fact_hiv_meal, random),
    health_fact_hiv_looks_healthy: truth(random.chance(0.5), random),
    health_fact_tb_cough: truth(random.chance(0.48), random),
    health_fact_tb_free: truth(state.health_fact_tb_free, random),
    health_fact_antenatal_free: truth(random.chance(0.4), random),
    health_fact_contraceptives_free: truth(random.chance(0.6), random),
    ...Object.fromEntries(feelings.map((feeling) => [`felt_${feeling}`, felt()])),
  };
}
