import { hundreds, pick, tenth, truth, yesNo } from './drawn.ts';
import type { Cells, WorkerContext, Yes } from './worker-context.ts';

/** Whether a job exposes to hazards, by industry. */
const hazards: Readonly<Record<string, number>> = { B: 0.9, E: 0.75, C: 0.45, G: 0.35, D: 0.4, A: 0.3 };

/** The job, how it was found, its contract, hours, pay and risks. */
export function work({ base, state, year, random }: WorkerContext, yes: Yes): Cells {
  const industry = String(base.industry);
  const hours = Number(base.weekly_hours);
  const days = Math.min(7, Math.max(1, Number(base.days_a_week ?? 6)));
  const employee = base.employment_status === 'employee';
  const contract = String(base.contract);
  const signed =
    contract === 'none' || contract === 'not_sure'
      ? pick(random, { fixed_term: 7, open_ended: 1.5, one_job: 1, probation: 0.5 })
      : contract;
  const overtime = employee && random.chance(0.55) ? random.between(4, 80) : 0;
  const arrears = state.wage_arrears;
  return {
    employed: base.employed as string,
    searched_for_work: yes(0.6),
    available_for_work: yes(0.8),
    months_without_work: random.between(0, 14),
    reason_not_working: pick(
      random,
      base.sex === 'female'
        ? { care_for_family: 6, pregnant: 2, lost_job: 2, left_job: 2, cannot_find: 2, does_not_want: 1 }
        : { lost_job: 3, left_job: 3, cannot_find: 3, disabled: 1, does_not_want: 1, studying: 1 },
    ),
    employment_status: base.employment_status as string,
    occupation: base.occupation as string,
    industry: base.industry as string,
    employer_type: base.employer_type as string,
    job_start_year: Math.min(year, Number(base.arrival_year) - 2 + random.between(0, 3)),
    job_channel: state.used_to_search_public_service
      ? pick(random, { public_service: 4, kin_or_friends: 3, job_fair: 2, online: 1, direct: 1 })
      : pick(random, {
          kin_or_friends: 8,
          direct: 2.5,
          own_business: 2,
          online: 1.5,
          private_agency: 1.2,
          labour_dispatch: 0.6,
          school: 0.8,
          job_fair: 0.5,
        }),
    used_to_search_public_service: yesNo(state.used_to_search_public_service),
    used_to_search_private_agency: yes(0.14),
    used_to_search_online: yes(0.16),
    used_to_search_job_fair: yes(0.12),
    used_to_search_kin_or_friends: yes(0.66),
    employment_service_known: yesNo(state.employment_service_known),
    employment_service_helped: yes(0.6),
    contract: state.contract_signed ? signed : random.chance(0.06) ? 'not_sure' : 'none',
    contract_understood: yes(0.55),
    days_per_week: days,
    hours_per_day: Number.isNaN(hours) ? 8 : Math.min(20, tenth(hours / days)),
    overtime_hours: overtime,
    overtime_pay: pick(random, {
      at_legal_rate: 3,
      at_lower_rate: 4,
      time_off: 1,
      unpaid: 2.5,
      not_sure: 0.3,
    }),
    pay_basis: pick(random, { month: 6, piece: 2.5, day: 1.5, hour: 0.5, commission: 0.6, job: 0.5 }),
    monthly_income: hundreds(Number(base.monthly_income) * 0.82),
    wage_arrears: yesNo(arrears),
    wage_arrears_amount: hundreds(500 + 9000 * random.uniform() ** 2),
    works_at_hazard: yes(hazards[industry] ?? 0.12),
    safety_training: yesNo(state.safety_training),
    protective_equipment: yesNo(state.protective_equipment),
    work_accident: yesNo(state.work_accident),
    work_accident_paid_by: pick(random, { employer: 4, insurance: 2, worker: 3, nobody: 0.5 }),
    union_member: yes(0.12),
    dispute: yes(0.06),
    knows_work_injury_employer_pays: truth(state.knows_work_injury_employer_pays, random),
    knows_insured_without_local_hukou: truth(state.knows_insured_without_local_hukou, random),
    knows_arbitration_free: truth(random.chance(0.3), random),
  };
}
