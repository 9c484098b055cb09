import { codeLists } from '@wavebook/schema';
import { logistic } from '../../random/logistic.ts';
import { hundreds, pick, yesNo } from './drawn.ts';
import type { Cells, WorkerContext } from './worker-context.ts';

const serviceChances: Readonly<Record<string, number>> = {
  vaccination: 0.45,
  child_health: 0.3,
  maternal_health: 0.28,
  health_education: 0.4,
  chinese_medicine: 0.12,
  chronic_disease: 0.1,
  elderly_health: 0.06,
  tuberculosis: 0.04,
  mental_disorder: 0.03,
  infectious_disease: 0.15,
  sanitation: 0.12,
};

/** Housing, services reached, rights, participation and integration. */
export function living({ base, state, random }: WorkerContext): Cells {
  const use = (received: boolean): string =>
    received ? 'received' : pick(random, { not_received: 5, not_wanted: 3, not_heard: 3 });
  const attention = 0.7 * random.normal();
  const reached = (chance: number): boolean =>
    random.chance(logistic(Math.log(chance / (1 - chance)) + attention));
  const agree = (usual: number): string => {
    const level = usual + 0.5 * attention + random.normal();
    return level < -1.4
      ? 'strongly_disagree'
      : level < -0.4
        ? 'disagree'
        : level < 1.1
          ? 'agree'
          : 'strongly_agree';
  };
  const area = Math.max(2, 6 + 8 * random.uniform() + 3 * random.normal());
  return {
    residence_permit: yesNo(state.residence_permit),
    housing: base.housing as string,
    housing_area: Math.round(area),
    housing_cost: hundreds(Number(base.housing_cost) * 0.8),
    ...Object.fromEntries(
      (codeLists.public_health_service?.codes ?? []).map(({ code }) => [
        `service_${code}`,
        use(code === 'health_record' ? state.service_health_record : reached(serviceChances[code] ?? 0.1)),
      ]),
    ),
    service_why_not: pick(random, {
      did_not_know: 6,
      no_time: 2,
      not_entitled: 2.5,
      cost: 1,
      far: 0.7,
      refused: 0.4,
    }),
    used_hotline: use(random.chance(0.05)),
    used_legal_aid: use(random.chance(0.03)),
    used_library: use(random.chance(0.12)),
    used_community_centre: use(random.chance(0.2)),
    legal_aid_known: yesNo(state.legal_aid_known),
    discriminated: yesNo(state.discriminated),
    discrimination_place: pick(random, {
      job_search: 3,
      work: 3,
      housing: 1,
      school: 1,
      daily_life: 2,
      office: 0.8,
    }),
    takes_part: yesNo(state.takes_part),
    integration_likes_city: agree(0.9),
    integration_follows_changes: agree(0.7),
    integration_wants_to_belong: agree(0.7),
    integration_feels_accepted: agree(0.5),
    integration_feels_looked_down_on: agree(-0.7),
    integration_keeps_customs: agree(0.1),
    integration_habits_differ: agree(-0.1),
    integration_feels_local: agree(-0.3),
  };
}
