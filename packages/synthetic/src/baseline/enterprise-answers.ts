import { provinceProfile } from '../population/province-profiles.ts';
import type { Random } from '../random/random.ts';
import type { Cells } from './answers/worker-context.ts';
import type { Enterprise } from './enterprises.ts';

const pick = (random: Random, weights: Readonly<Record<string, number>>): string =>
  Object.keys(weights)[random.weighted(Object.values(weights))] as string;
const yesNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no');

const schemes = ['pension', 'medical', 'work_injury', 'unemployment', 'maternity', 'housing_fund'] as const;
/** Employer's rates of 2009 in per cent of the base, as general knowledge has them; work injury differs by industry. */
const rates: Readonly<Record<(typeof schemes)[number], number>> = {
  pension: 20,
  medical: 8,
  work_injury: 1,
  unemployment: 2,
  maternity: 0.8,
  housing_fund: 8,
};
const relative: Readonly<Record<(typeof schemes)[number], number>> = {
  pension: 0.75,
  medical: 0.8,
  work_injury: 1,
  unemployment: 0.6,
  maternity: 0.5,
  housing_fund: 0.35,
};

const skillsByIndustry: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  C: { machine_operation: 6, electronics: 3, garment: 2, computer: 1 },
  E: { construction: 7, machine_operation: 2 },
  H: { catering: 7, language: 1 },
  F: { sales: 6, computer: 1 },
  O: { domestic_work: 3, beauty: 4 },
  G: { driving: 8 },
};

/** All answers of an enterprise at a round (0 or 1). */
export function enterpriseAnswers(enterprise: Enterprise, round: 0 | 1, random: Random): Cells {
  const year = round === 0 ? 2009 : 2011;
  const staff = Math.max(
    3,
    Math.round(enterprise.staff * (round === 0 ? 1 : Math.exp(0.06 + 0.12 * random.normal()))),
  );
  const part = (of: number, portion: number): number =>
    Math.min(of, Math.round(of * Math.min(1, Math.max(0, portion))));
  const women = part(
    staff,
    enterprise.industry === 'E' || enterprise.industry === 'B' ? 0.12 : 0.35 + 0.25 * random.uniform(),
  );
  const men = staff - women;
  const migrantShare = 0.35 + 0.45 * random.uniform();
  const [migrantMen, migrantWomen] = [part(men, migrantShare), part(women, migrantShare)];
  const migrants = migrantMen + migrantWomen;
  const left = part(staff, 0.1 + 0.35 * random.uniform());
  const cover = enterprise.workInjury[round];
  const wage =
    Math.round(
      ((1500 + 350 * provinceProfile(enterprise.site.province).prosperity + 250 * random.normal()) *
        (round === 0 ? 1 : 1.23)) /
        10,
    ) * 10;
  const safe = part(staff, 0.3 + 0.3 * random.uniform());
  const accidents = part(
    staff,
    (enterprise.industry === 'E' || enterprise.industry === 'B' ? 0.03 : 0.012) * 2 * random.uniform(),
  );
  const recruiting = random.chance(0.6);
  const trains = enterprise.trains[round];
  const trained = part(staff, 0.2 + 0.4 * random.uniform());
  return {
    enterprise_id: enterprise.id,
    site: enterprise.site.code,
    province: enterprise.site.province,
    interview_year: year,
    interview_month: 10,
    industry: enterprise.industry,
    employer_type: pick(random, {
      private: 7,
      overseas: 1.5,
      state_owned: 0.8,
      household_business: 1.5,
      joint_stock: 0.8,
    }),
    start_year: 2008 - random.integer(15),
    revenue: staff * wage * 12 * 3,
    labour_cost: Math.round(staff * wage * 12 * 1.2),
    profit_change: pick(random, { rose: 4, same: 3, fell: 3 }),
    staff_men: men,
    staff_women: women,
    staff_migrant_men: migrantMen,
    staff_migrant_women: migrantWomen,
    staff_under_18: part(staff, 0.02 * random.uniform()),
    staff_dispatched: part(staff, random.chance(0.3) ? 0.15 * random.uniform() : 0),
    hired: part(staff, 0.12 + 0.35 * random.uniform()),
    left,
    left_migrant: part(left, Math.min(1, migrantShare + 0.1)),
    recruiting: yesNo(recruiting),
    recruitment_channel: pick(random, {
      kin_or_friends: 4,
      direct: 2,
      job_fair: 2,
      public_service: 1.5,
      private_agency: 1,
      online: 1,
      school: 0.7,
    }),
    recruitment_obstacle: pick(random, {
      few_applicants: 3,
      lack_of_skill: 4,
      lack_of_experience: 1.5,
      wage_expectation: 3,
      working_conditions: 1,
      high_turnover: 2,
      none: 2,
    }),
    employment_service_used: yesNo(enterprise.usesService[round]),
    main_challenge: pick(random, {
      finding_workers: 3,
      finding_skills: 4,
      keeping_workers: 3,
      labour_cost: 3,
      social_contributions: 1.5,
      none: 1,
    }),
    seeks_education: pick(random, { not_important: 2, somewhat: 4, important: 3, decisive: 0.5 }),
    seeks_vocational_skill: pick(random, { not_important: 1, somewhat: 2, important: 5, decisive: 2 }),
    seeks_certificate: pick(random, { not_important: 3, somewhat: 4, important: 2, decisive: 0.5 }),
    seeks_experience: pick(random, { not_important: 1, somewhat: 3, important: 4, decisive: 1.5 }),
    seeks_discipline: pick(random, { not_important: 0.3, somewhat: 2, important: 5, decisive: 3 }),
    contract_share: Math.round(100 * enterprise.contract[round]),
    contract_share_migrant: Math.round(100 * Math.max(0, enterprise.contract[round] - 0.06)),
    mean_wage: Math.max(800, wage),
    mean_wage_migrant: Math.max(750, wage - 120),
    weekly_hours: 44 + random.integer(22),
    union: yesNo(random.chance(0.25 + 0.1 * Math.log10(staff))),
    contract_law_known: yesNo(random.chance(0.6 + 0.1 * round)),
    dormitory: yesNo(random.chance(0.5)),
    dormitory_residents: part(staff, 0.4),
    persons_per_room: random.between(2, 10),
    ...Object.fromEntries(
      schemes.flatMap((scheme) => {
        const portion = cover * relative[scheme];
        const scope =
          portion < 0.06
            ? 'nobody'
            : portion > 0.85
              ? 'all'
              : pick(random, { all_with_contract: 5, managers: 1.5, local_hukou: 1.5, on_request: 1 });
        const enrolled = part(staff, portion);
        const rate = scheme === 'work_injury' && ['B', 'E'].includes(enterprise.industry) ? 2 : rates[scheme];
        return [
          [`${scheme}_scope`, scope],
          [`${scheme}_enrolled`, enrolled],
          [`${scheme}_enrolled_migrant`, Math.min(migrants, enrolled, part(migrants, portion * 0.9))],
          [`${scheme}_rate`, rate],
          [
            `${scheme}_base`,
            pick(random, { minimum_base: 5, actual_wage: 3, average_wage: 2, not_sure: 0.4 }),
          ],
        ];
      }),
    ),
    accidents,
    accidents_migrant: part(accidents, migrantShare + 0.15),
    accidents_fatal: accidents > 0 && random.chance(0.01) ? 1 : 0,
    occupational_diseases: random.chance(0.05) ? 1 : 0,
    safety_trained: safe,
    gives_training: yesNo(trains),
    trained,
    trained_migrant: Math.min(migrants, part(trained, migrantShare)),
    training_days: random.between(1, 15),
    training_paid_by: pick(random, { employer: 8, government: 1.5, worker: 1 }),
    training_topic_needed: pick(
      random,
      skillsByIndustry[enterprise.industry] ?? { computer: 2, management: 2, sales: 1 },
    ),
    training_satisfied: pick(random, { strongly_disagree: 1, disagree: 4, agree: 4, strongly_agree: 0.7 }),
    pilot_willing: pick(random, { yes: 4, no: 3, undecided: 3 }),
    pilot_contribution: pick(random, { time: 4, place: 2, trainer: 1, money: 1, nothing: 1 }),
    pilot_places: part(staff, 0.15),
  };
}

const occupationOf: Readonly<Record<string, readonly string[]>> = {
  C: ['64', '20', '62'],
  E: ['63', '20'],
  B: ['61', '64'],
  H: ['43', '44'],
  F: ['41', '42'],
  G: ['49', '45'],
};

/** The open posts of an enterprise that recruits. */
export function vacanciesOf(enterprise: Enterprise, wage: number, random: Random): Cells[] {
  const occupations = occupationOf[enterprise.industry] ?? ['30', '50'];
  return occupations.slice(0, random.between(1, occupations.length)).map((occupation, i) => ({
    enterprise_id: enterprise.id,
    vacancy_number: i + 1,
    occupation,
    vacancies: Math.max(1, Math.round(enterprise.staff * 0.08 * random.uniform())),
    months_unfilled: random.between(0, 9),
    wage_offered: Math.round((wage * (0.9 + 0.3 * random.uniform())) / 50) * 50,
    education_required: pick(random, {
      primary: 1,
      lower_secondary: 5,
      upper_secondary: 3,
      junior_college: 0.8,
    }),
    obstacle: pick(random, {
      few_applicants: 3,
      lack_of_skill: 4,
      wage_expectation: 3,
      working_conditions: 1,
      lack_of_experience: 1.5,
      none: 1,
    }),
  }));
}
