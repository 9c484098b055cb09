import type { IndicatorDraft } from './complete.ts';
import { asked, from } from './define.ts';

/** What the list of indicators says of a chapter's indicator beside its definition. */
export type ChapterFacts = Pick<
  IndicatorDraft,
  'instruments' | 'standards' | 'areas' | 'renamed' | 'breakdowns' | 'printed' | 'dont_know'
>;

type Row = readonly [
  ids: string,
  instruments: keyof typeof asked,
  standards: string,
  areas: string,
  more?: Partial<ChapterFacts>,
];

const letters: Readonly<Record<string, (typeof from)[keyof typeof from]>> = {
  WB: from.whiteBook,
  ILO: from.ilo,
  SDG: from.sdg,
  NBS: from.nbs,
  D: from.directives,
  U: from.project,
  Y: from.yem,
  H: from.presentation,
  M: from.survey,
};

const baseline = 'baseline-worker';
/** A figure made from several answers, in which 不清楚 to one of them is no. */
const asNo = { dont_know: 'as_no' } as const;
const byIndustry = { breakdowns: ['industry'] };

const rows: readonly Row[] = [
  ['employed', 'mbr', 'ILO', '3.1'],
  ['employment_status_structure', 'mbr', 'ILO', ''],
  ['employee_fixed_employer', 'm', 'M', '2.1'],
  ['industry_structure occupation_structure employer_type_structure', 'mbr', 'M', ''],
  ['hazardous_industry', 'mbr', 'D', '2.2'],
  ['contract_signed', 'mbr', 'WB NBS ILO', '2.1', byIndustry],
  ['contract_structure', 'mbr', 'ILO', '2.1'],
  ['informal_employment', 'mr', 'SDG', '2.1 4.1', asNo],
  ['weekly_hours_mean weekly_hours_median over_60_hours', 'mbr', 'ILO', '2.2'],
  ['over_44_hours', 'mbr', 'NBS ILO', '2.2'],
  ['monthly_income_mean', 'mbr', 'WB NBS', '1.2', byIndustry],
  ['monthly_income_median monthly_income_p10 monthly_income_p90', 'mbr', 'WB', '1.2'],
  ['hourly_income monthly_income_gini', 'mbr', 'ILO', '1.2'],
  ['low_pay', 'mbr', 'ILO', '1.2'],
  ['gender_pay_gap', 'm', 'ILO SDG', '1.2 2.3'],
  ['gender_pay_gap_adjusted', 'm', 'ILO', '1.2 2.3'],
  [
    'medical_insured',
    'mbr',
    'H',
    '4.3',
    { printed: [{ row: 'presentation-2017-medical-insured', value: 0.914 }] },
  ],
  ['medical_insured_not_sure', 'mbr', 'M', '4.3'],
  [
    'insurance_rural_cooperative insurance_urban_rural_resident insurance_urban_resident insurance_public',
    'mr',
    'M',
    '4.3',
  ],
  ['insurance_urban_employee', 'mr', 'M NBS', '4.3', byIndustry],
  ['two_or_more_schemes', 'mr', 'M', '4.3', asNo],
  ['medical_insured_here', 'm', 'M', '4.3'],
  [
    'enrolled_at_destination enrolment_place_structure',
    'mb',
    'U',
    '4.3',
    { renamed: { [baseline]: { enrolment_place: 'medical_place' } } },
  ],
  ['pension_insured', 'mbr', 'NBS', '4.4', byIndustry],
  ['work_injury_insured', 'mbr', 'U NBS', '4.2', byIndustry],
  ['work_injury_insured_hazardous', 'mbr', 'U D', '4.2'],
  ['unemployment_insured maternity_insured', 'mbr', 'NBS', '4.1', byIndustry],
  ['housing_fund', 'mbr', 'M', '5.5', { renamed: { [baseline]: { housing_fund: 'housing_fund_insured' } } }],
  ['five_insurances_all five_insurances_none', 'mr', 'ILO', '4.1', asNo],
  ['social_security_card', 'm', 'M', '4.1'],
  [
    'health_record',
    'mr',
    'H WB',
    '5.1',
    {
      printed: [
        { row: 'cmds-health-record-2014', value: 0.2299 },
        { row: 'cmds-health-record-2016', value: 0.3844 },
        { row: 'cmds-health-record-2017', value: 0.2729 },
      ],
    },
  ],
  ['health_education_any health_education_topics_mean', 'mr', 'H', '5.3'],
  [
    'health_education_occupational_disease health_education_hiv_std health_education_tuberculosis health_education_smoking health_education_mental_health health_education_chronic_disease health_education_emergency',
    'mr',
    'H',
    '5.3',
  ],
  ['health_education_reproductive_health health_education_maternal_child_health', 'mr', 'H', '5.4'],
  [
    'health_education_channel_lecture health_education_channel_leaflet health_education_channel_board health_education_channel_consultation health_education_channel_message health_education_channel_face_to_face',
    'm',
    'H',
    '5.3',
  ],
  ['public_health_services_heard', 'mr', 'M', '5.1'],
  ['family_doctor', 'mr', 'M', '5.1', { printed: [{ row: 'cmds-family-doctor-2018', value: 0.14 }] }],
  ['self_rated_healthy', 'mbr', 'M', '5.3'],
  ['residence_permit', 'mb', 'M', '5.1 6.2'],
  ['children_in_school children_in_kindergarten', 'm', 'D', '5.2'],
  ['housing_structure own_housing', 'mbr', 'U', '5.5'],
  ['housing_cost_share', 'mr', 'U', '5.5'],
  ['migration_range_structure', 'mb', 'WB', ''],
  ['family_migration', 'm', 'H WB', ''],
  ['left_behind_children left_behind_family', 'm', 'WB H', '5.2'],
  [
    'stay_years_mean',
    'm',
    'WB H',
    '',
    {
      printed: [
        { row: 'white-book-2017-stay-mean-2011', value: 4.8 },
        { row: 'white-book-2017-stay-mean-2016', value: 5.7 },
      ],
    },
  ],
  ['stay_years_median stay_years_p10 stay_years_p90', 'm', 'WB H', ''],
  ['stay_over_5_years stay_over_10_years', 'm', 'WB', ''],
  ['intends_to_stay', 'mb', 'WB', ''],
];

const cut = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** By id: instruments, standards, directive areas, other names, breakdowns and printed figures of the chapters' indicators. */
export const chapterFacts: Readonly<Record<string, ChapterFacts>> = Object.fromEntries(
  rows.flatMap(([ids, instruments, standards, areas, more]) =>
    cut(ids).map((id): [string, ChapterFacts] => [
      id,
      {
        instruments: asked[instruments],
        standards: cut(standards).map((letter) => {
          const standard = letters[letter];
          if (standard === undefined) throw new Error(`chapterFacts: no standard "${letter}"`);
          return standard;
        }),
        areas: cut(areas),
        ...more,
      },
    ]),
  ),
);
