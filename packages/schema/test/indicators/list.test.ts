import { describe, expect, test } from 'vitest';
import { medicalSchemes, publicHealthServiceEditions } from '../../src/index.ts';
import { allIndicators } from '../../src/indicators/index.ts';

const topics = [
  'occupational_disease',
  'hiv_std',
  'reproductive_health',
  'tuberculosis',
  'smoking',
  'mental_health',
  'chronic_disease',
  'maternal_child_health',
  'emergency',
];
const channels = ['lecture', 'leaflet', 'board', 'consultation', 'message', 'face_to_face'];
const schemes = ['pension', 'medical', 'work_injury', 'unemployment', 'maternity', 'housing_fund'];
const twelve = [
  'health_record',
  'health_education',
  'vaccination',
  'child_health',
  'maternal_health',
  'elderly_health',
  'chronic_disease',
  'mental_disorder',
  'tuberculosis',
  'chinese_medicine',
  'infectious_disease',
  'sanitation',
];
const items = [
  'likes_city',
  'follows_changes',
  'wants_to_belong',
  'feels_accepted',
  'feels_looked_down_on',
  'keeps_customs',
  'habits_differ',
  'feels_local',
];

/** The project's list, bullet by bullet: what it asks for, and the indicators that answer it. */
const list: Readonly<Record<string, readonly (readonly [bullet: string, ids: readonly string[]])[]>> = {
  employment: [
    ['employed in the reference week', ['employed']],
    ['unemployed, time without work', ['unemployment_rate', 'months_without_work_mean']],
    ['out of work for family care', ['out_of_work_family_care']],
    ['four statuses', ['employment_status_structure']],
    ['fixed employer', ['employee_fixed_employer']],
    ['construction or mining', ['hazardous_industry', 'exposed_to_hazards']],
    ['industry', ['industry_structure']],
    ['occupation', ['occupation_structure']],
    ['employer type', ['employer_type_structure']],
    ['contract signed', ['contract_signed']],
    ['permanent or fixed-term', ['contract_structure', 'contract_open_ended', 'contract_fixed_term']],
    ['no contract, by industry', ['no_contract']],
    ['weekly hours', ['weekly_hours_mean', 'weekly_hours_median']],
    ['over 44, over 60 hours', ['over_44_hours', 'over_60_hours']],
    [
      'monthly own income',
      [
        'monthly_income_mean',
        'monthly_income_median',
        'monthly_income_p10',
        'monthly_income_p90',
        'monthly_income_gini',
      ],
    ],
    ['hourly income', ['hourly_income']],
    ['income relative to local mean', ['income_below_half_local_mean', 'income_to_local_mean']],
    ['low pay', ['low_pay']],
    ['gender pay gap', ['gender_pay_gap', 'gender_pay_gap_adjusted']],
    ['wage arrears', ['wage_arrears', 'wage_arrears_amount_mean', 'wage_arrears_monitoring']],
    ['overtime paid', ['overtime_paid', 'overtime_at_legal_rate']],
    ['informal employment', ['informal_employment', 'informal_employment_any_medical']],
    ['how the job was found', ['job_channel_structure']],
    ['public employment service', ['public_employment_service_used']],
    [
      'trained, by whom paid, certificate',
      ['trained_last_year', 'trained_here', 'training_paid_by_structure', 'training_certificate'],
    ],
    ['training wanted and not had', ['training_wanted_not_had']],
    ['start a business, obstacle', ['start_up_wish', 'start_up_obstacle_structure']],
    ['union member', ['union_member']],
    [
      'accident or disease, paid by whom',
      [
        'work_accident',
        'work_accident_paid_by_structure',
        'enterprise_injury_rate',
        'enterprise_injury_rate_migrant',
        'enterprise_fatal_injury_rate',
      ],
    ],
    ['safety training and equipment', ['safety_training', 'protective_equipment']],
    ['dispute, legal aid known, used', ['labour_dispute', 'legal_aid_known', 'legal_aid_used']],
    [
      'vacancies, months unfilled, turnover, migrants, contract',
      [
        'enterprise_recruiting',
        'enterprise_vacancy_rate',
        'enterprise_vacancies_mean',
        'enterprise_months_unfilled_mean',
        'enterprise_turnover',
        'enterprise_migrant_share',
        'enterprise_contract_share',
        'enterprise_contract_share_migrant',
      ],
    ],
  ],
  insurance: [
    ['at least one medical insurance', ['medical_insured', 'medical_insured_not_sure']],
    ['each medical scheme', [...medicalSchemes]],
    [
      'enrolled where',
      [
        'enrolled_at_destination',
        'enrolment_place_structure',
        'medical_insured_here',
        'pension_place_structure',
      ],
    ],
    ['two or more', ['two_or_more_schemes']],
    ['pension', ['pension_insured', 'pension_urban_employee', 'pension_resident']],
    ['work injury', ['work_injury_insured']],
    ['work injury in construction and mining', ['work_injury_insured_hazardous']],
    ['unemployment', ['unemployment_insured']],
    ['maternity', ['maternity_insured']],
    ['housing fund', ['housing_fund']],
    ['all five', ['five_insurances_all', 'five_insurances_all_any_medical']],
    ['none of the five', ['five_insurances_none', 'five_insurances_none_any_medical']],
    [
      'by industry beside NBS',
      [
        'pension_insured',
        'work_injury_insured',
        'insurance_urban_employee',
        'unemployment_insured',
        'maternity_insured',
      ],
    ],
    ['social security card', ['social_security_card']],
    ['reason not insured', schemes.map((scheme) => `${scheme}_why_not_structure`)],
    [
      'knows own rights on work injury',
      ['knows_work_injury_employer_pays', 'knows_insured_without_local_hukou'],
    ],
    [
      'hospital stay, reimbursed, at destination',
      ['hospital_stay', 'hospital_reimbursed', 'hospital_reimbursed_at_destination'],
    ],
    [
      'contributions by scheme and base',
      schemes.flatMap((scheme) =>
        ['scope_structure', 'enrolled_share', 'enrolled_share_migrant', 'rate_mean', 'base_structure'].map(
          (what) => `enterprise_${scheme}_${what}`,
        ),
      ),
    ],
  ],
  services: [
    ['health record', ['health_record']],
    [
      'health education: any, nine topics, channels',
      [
        'health_education_any',
        'health_education_topics_mean',
        ...topics.map((topic) => `health_education_${topic}`),
        ...channels.map((channel) => `health_education_channel_${channel}`),
      ],
    ],
    ['heard of the national services', ['public_health_services_heard']],
    ['family doctor', ['family_doctor']],
    [
      'self-rated health, ill, sought care, reason not',
      [
        'self_rated_healthy',
        'ill_in_year',
        'sought_care',
        'care_place_structure',
        'reason_no_care_structure',
      ],
    ],
    ['chronic disease', ['hypertension_diagnosed', 'diabetes_diagnosed', 'chronic_followed_up']],
    [
      'maternal care',
      [
        'first_trimester_check',
        'antenatal_visits_five',
        'hospital_birth',
        'postnatal_visit',
        'maternal_record',
      ],
    ],
    ['contraception service', ['contraception_service_here']],
    ['screening', ['cervical_screening', 'breast_screening']],
    [
      'HIV and TB knowledge, test, treatment',
      [
        'tuberculosis_heard',
        'hiv_knowledge',
        'tuberculosis_knowledge',
        'hiv_tested',
        'tuberculosis_tested',
        'tuberculosis_treated',
      ],
    ],
    ['elderly check-up', ['elderly_check_up_60', 'elderly_check_up_65']],
    [
      'child record, vaccination, check-up',
      ['child_health_record', 'vaccination_complete', 'child_check_up', 'workers_children_vaccinated'],
    ],
    ['mental stress short scale', ['mental_stress_mean', 'mental_stress_high']],
    ['distance to the nearest facility', ['nearest_facility_structure', 'nearest_facility_under_15']],
    [
      'kindergarten, school, public school, fees',
      [
        'children_in_kindergarten',
        'children_in_school',
        'children_in_public_school',
        'school_fees_mean',
        'workers_children_in_kindergarten',
        'workers_children_in_school',
        'workers_children_in_public_school',
        'workers_children_school_fees_mean',
        'workers_children_extra_fee',
      ],
    ],
    ['children registered', ['children_registered', 'workers_children_registered']],
    ['left-behind children', ['left_behind_children', 'left_behind_family', 'workers_children_left_behind']],
    [
      'housing',
      [
        'housing_structure',
        'own_housing',
        'housing_public_rental',
        'housing_private_rent',
        'housing_employer',
        'housing_workplace',
        'floor_area_mean',
        'housing_cost_share',
        'housing_cost_share_own_income',
      ],
    ],
    ['residence permit', ['residence_permit']],
    [
      'the 12 services reached',
      [
        'public_health_services_reached_mean',
        'public_health_services_reached_monitoring',
        ...twelve.map((service) => `service_${service}_received`),
      ],
    ],
    [
      'wanted and not reached, why',
      [
        'services_not_reached_any',
        'services_not_reached_mean',
        ...twelve.map((service) => `service_${service}_not_reached`),
        'service_why_not_structure',
      ],
    ],
    [
      'community service, legal aid, library',
      ['community_centre_used', 'legal_aid_used', 'library_used', 'hotline_used'],
    ],
  ],
  mobility: [
    ['migration range', ['migration_range_structure']],
    ['reason', ['migration_reason_structure', 'migration_reason_work_or_business']],
    [
      'stay, three definitions',
      [
        'stay_years_mean',
        'stay_years_median',
        'stay_years_p10',
        'stay_years_p90',
        'years_since_first_leaving_mean',
        'years_since_first_leaving_median',
        'stay_at_place_mean',
        'stay_at_place_median',
        'years_away_mean',
      ],
    ],
    ['over 5, over 10 years', ['stay_over_5_years', 'stay_over_10_years']],
    ['times moved, cities', ['moves_mean', 'cities_lived_in_mean']],
    ['age at first departure', ['age_at_first_departure_mean']],
    ['family migration', ['family_migration']],
    ['whole core family', ['core_family_here']],
    ['household size', ['household_size_here_mean']],
    ['spouse here', ['spouse_here', 'spouse_here_reported']],
    ['children here, at home', ['children_here', 'children_at_home']],
    [
      'age, cohorts',
      [
        'age_mean',
        'age_structure',
        'five_year_age_structure',
        'born_1980_on',
        'born_1980_on_working_age',
        'born_1990_on',
        'born_1990_on_working_age',
      ],
    ],
    ['years of schooling', ['schooling_years_mean']],
    ['origin by destination', ['origin_destination_matrix']],
    ['inter-provincial by region', ['inter_provincial_share', 'inter_provincial_region_structure']],
    ['regions and clusters', ['region_structure', 'region_three_structure', 'city_cluster_structure']],
    [
      'border counties or provinces',
      [
        'border_province',
        'border_province_range_structure',
        'border_province_reason_structure',
        'border_county',
      ],
    ],
    ['elderly migrants', ['elderly_share', 'elderly_reason_structure', 'elderly_sought_care']],
    [
      'stay, settle, return, undecided',
      [
        'intends_to_stay',
        'intends_to_settle',
        'intends_to_return',
        'stay_undecided',
        'intends_long_term_stay',
      ],
    ],
    ['would move hukou', ['would_move_hukou']],
    ['remittances', ['remittance_mean', 'remits']],
    ['farm land', ['farm_land_kept']],
  ],
  integration: [
    [
      'economic, cultural, acceptance, identity, index, alpha',
      [
        ...items.flatMap((item) => [
          `integration_${item}_mean`,
          `integration_${item}_top`,
          `integration_${item}_structure`,
        ]),
        ...['economic', 'cultural', 'acceptance', 'identity'].map((part) => `integration_${part}_index`),
        'integration_index',
        'integration_items_alpha',
        ...['colleague', 'neighbour', 'friend', 'school', 'family'].map((who) => `residents_accept_${who}`),
      ],
    ],
    [
      'takes part',
      [
        ...['union', 'volunteers', 'schoolmates', 'home_place', 'chamber', 'any', 'community'].map(
          (what) => `takes_part_in_${what}`,
        ),
        'takes_part_in_school_meetings',
      ],
    ],
    ['friends among locals', ['friends_locals']],
    ['discrimination', ['discriminated', 'discrimination_place_structure']],
  ],
  programme: [
    [
      'Type I and II',
      [
        'migrant_type_score',
        'migrant_type_2_share',
        'migrant_type_score_monitoring',
        'migrant_type_2_share_monitoring',
        'migrant_type_2_share_four_traits',
        ...['contract', 'hazard', 'family', 'housing', 'mobility'].map(
          (trait) => `migrant_type_trait_${trait}`,
        ),
        'migrant_type_score_eight_traits',
      ],
    ],
    [
      'gap to residents, raw and at equal characteristics',
      [
        'employed',
        'contract_signed',
        'informal_employment',
        'weekly_hours_mean',
        'over_44_hours',
        'monthly_income_mean',
        'medical_insured',
        'pension_insured',
        'work_injury_insured',
        'unemployment_insured',
        'maternity_insured',
        'housing_fund',
        'five_insurances_all',
        'health_record',
        'health_education_any',
        'public_health_services_heard',
        'family_doctor',
        'self_rated_healthy',
        'own_housing',
        'housing_cost_share',
      ].flatMap((id) => [`gap_${id}`, `gap_${id}_adjusted`]),
    ],
    ['per head indices', ['public_services_per_registered_head', 'public_services_per_resident_head']],
    ['population change', ['population_change']],
    [
      'number uninsured, cost of cover',
      [
        ...['medical', 'pension', 'work_injury', 'unemployment', 'maternity'].map(
          (scheme) => `uninsured_${scheme}_number`,
        ),
        'cost_of_cover',
      ],
    ],
  ],
};

const byId = new Map(allIndicators.map((indicator) => [indicator.id, indicator]));

describe('the list of indicators', () => {
  test('has its bullets, group by group', () => {
    expect(
      Object.fromEntries(Object.entries(list).map(([group, bullets]) => [group, bullets.length])),
    ).toEqual({
      employment: 32,
      insurance: 18,
      services: 22,
      mobility: 22,
      integration: 4,
      programme: 5,
    });
  });

  test.each(Object.entries(list))('%s: every bullet is answered by indicators that exist', (_, bullets) => {
    for (const [bullet, ids] of bullets) {
      expect(ids.length, bullet).toBeGreaterThan(0);
      for (const id of ids) expect(byId.has(id), `${bullet}: ${id}`).toBe(true);
    }
  });

  test('has no indicator that no bullet asks for, and each id once', () => {
    const listed = new Set(Object.values(list).flatMap((bullets) => bullets.flatMap(([, ids]) => ids)));
    expect(allIndicators.map(({ id }) => id).filter((id) => !listed.has(id))).toEqual([]);
    expect(byId.size).toBe(allIndicators.length);
  });

  test('counts per group', () => {
    const counts: Record<string, number> = {};
    for (const { topic } of allIndicators) counts[topic] = (counts[topic] ?? 0) + 1;
    expect(counts).toEqual({
      employment: 73,
      insurance: 66,
      services: 107,
      mobility: 56,
      integration: 46,
      programme: 52,
    });
  });

  test('the twelve services are those of the edition of twelve', () => {
    expect(publicHealthServiceEditions.find(({ count }) => count === 12)?.items).toEqual(twelve);
  });
});
