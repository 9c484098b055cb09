/**
 * What happens between the rounds to an answer that is yes or no: `trend` everywhere, `effect` on top in the pilot communities (both as
 * changes of the share), `usual` the share about which people come and go, and `churn` the share who change either way at any rate.
 */
export interface Course {
  readonly trend: number;
  readonly effect: number;
  readonly usual: number;
  readonly churn: number;
}

const course = (usual: number, trend: number, effect: number, churn = 0.05): Course => ({
  trend,
  effect,
  usual,
  churn,
});

/** The courses of the answers that the programmes work on; two of them (`medical_insured`, `work_accident`) are left alone by both. */
export const courses = {
  contract_signed: course(0.5, 0.04, 0.09),
  work_injury_insured: course(0.3, 0.04, 0.1),
  medical_insured: course(0.85, 0.03, 0),
  pension_insured: course(0.3, 0.04, 0.03),
  safety_training: course(0.4, 0.03, 0.09),
  protective_equipment: course(0.45, 0.03, 0.06),
  wage_arrears: course(0.12, -0.01, -0.03, 0.04),
  work_accident: course(0.06, 0, 0, 0.03),
  trained: course(0.28, 0.02, 0.12),
  used_to_search_public_service: course(0.15, 0.01, 0.07),
  employment_service_known: course(0.4, 0.03, 0.12),
  legal_aid_known: course(0.35, 0.03, 0.09),
  knows_work_injury_employer_pays: course(0.45, 0.03, 0.12),
  knows_insured_without_local_hukou: course(0.4, 0.03, 0.1),
  health_education: course(0.35, 0.03, 0.1),
  health_fact_hiv_meal: course(0.5, 0.03, 0.09),
  health_fact_tb_free: course(0.4, 0.03, 0.09),
  service_health_record: course(0.2, 0.05, 0.08),
  residence_permit: course(0.6, 0.04, 0.03),
  takes_part: course(0.25, 0.01, 0.06),
  discriminated: course(0.25, -0.02, -0.04),
} as const satisfies Readonly<Record<string, Course>>;
export type Outcome = keyof typeof courses;
export const outcomes = Object.keys(courses) as readonly Outcome[];

/** The same for children under 16 who live with their parents. */
export const childCourses = {
  registered: course(0.35, 0.05, 0.22),
  vaccination_complete: course(0.8, 0.02, 0.05),
} as const satisfies Readonly<Record<string, Course>>;

/** Growth of pay between the rounds, everywhere and on top in pilot communities. */
export const incomeGrowth = { trend: 0.2, effect: 0.03 } as const;

/** People who moved to another site get this share of the effect. */
export const EXPOSURE_OF_MOVERS = 0.3;

/** The probability with which an answer becomes yes where it was no, or no where it was yes. */
export function changeProbability(
  { trend, effect, usual, churn }: Course,
  before: boolean,
  exposure: number,
): number {
  const shift = trend + effect * exposure;
  return before ? (churn + Math.max(0, -shift)) / usual : (churn + Math.max(0, shift)) / (1 - usual);
}
