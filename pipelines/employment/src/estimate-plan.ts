import { always, type EstimatePlan } from '@wavebook/indicators';
import { indicatorsByTopic } from '@wavebook/schema/indicators';

/** Breakdowns of the figures of people at work. */
const ofJobs = ['industry', 'occupation', 'employer_type', 'employment_status'];

/** Breakdowns of a gap between women and men; a regression is made for everybody alone. */
const ofGaps = ['all', 'age_group', 'birth_cohort', 'province', 'region', 'education', 'industry'];

/** Figures of the spread of incomes; the tails of small groups say nothing. */
const spread = new Set(['monthly_income_p10', 'monthly_income_p90', 'monthly_income_gini', 'low_pay']);

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
      ...(id === 'employed' || measure.kind === 'structure' ? [] : ofJobs),
    ];
  },
};
