import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Breakdowns of the figures of people at work. */
const ofJobs = ['industry', 'occupation', 'employer_type', 'employment_status'];

/** Breakdowns of a gap between women and men; a regression is made for everybody alone. */
const ofGaps = ['all', 'age_group', 'birth_cohort', 'province', 'region', 'education', 'industry'];

/** Figures of the spread of incomes; the tails of small groups say nothing. */
const spread = new Set(['monthly_income_p10', 'monthly_income_p90', 'monthly_income_gini', 'low_pay']);

/** Figures that are set side by side for Type I and Type II. */
const byType = new Set([
  'monthly_income_mean',
  'monthly_income_median',
  'weekly_hours_mean',
  'over_44_hours',
]);

/** What the employment chapter estimates, and in which breakdowns. */
export const estimatePlan: EstimatePlan = {
  instrument: 'monitoring',
  indicators: indicatorsByTopic.employment,
  breakdownsOf: ({ id, measure }) => {
    if (measure.kind === 'gap') return measure.controls ? ['all'] : ofGaps;
    if (spread.has(id)) return [...always, 'education', 'industry'];
    return [
      ...always,
      'education',
      'hukou_type',
      'migration_range',
      'length_of_stay',
      ...(byType.has(id) ? ['migrant_type'] : []),
      ...(id === 'employed' || measure.kind === 'structure' ? [] : ofJobs),
    ];
  },
  contrasts: [
    { indicator: 'employed', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'contract_signed', domain: 'industry', extremes: true },
    { indicator: 'contract_signed', domain: 'education', from: 'lower_secondary', to: 'bachelor' },
    { indicator: 'over_44_hours', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'monthly_income_mean', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'contract_signed', domain: 'age_group', from: '25-34', to: '15-24' },
    { indicator: 'out_of_work_family_care', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'contract_signed', domain: 'province', extremes: true },
    { indicator: 'contract_signed', domain: 'education', extremes: true },
    { indicator: 'monthly_income_mean', domain: 'province', extremes: true },
    { indicator: 'over_44_hours', domain: 'industry', extremes: true },
    { indicator: 'low_pay', domain: 'education', extremes: true },
    { indicator: 'migrant_type_2_share_monitoring', domain: 'sex', from: 'male', to: 'female' },
    { indicator: 'migrant_type_2_share_monitoring', domain: 'age_group', from: '45-59', to: '15-24' },
    { indicator: 'migrant_type_2_share_monitoring', domain: 'industry', extremes: true },
    { indicator: 'monthly_income_mean', domain: 'migrant_type', from: 'type_1', to: 'type_2' },
  ],
};
