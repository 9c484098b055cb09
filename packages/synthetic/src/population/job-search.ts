import type { Random } from '../random/random.ts';
import type { Work } from './employment.ts';
import type { Migrant } from './migrant.ts';

/** What people without work are asked. */
export interface JobSearch {
  readonly reason_not_working: string | null;
  readonly searched_for_work: 'yes' | 'no' | null;
  readonly available_for_work: 'yes' | 'no' | null;
  readonly months_without_work: number | null;
}

const none: JobSearch = {
  reason_not_working: null,
  searched_for_work: null,
  available_for_work: null,
  months_without_work: null,
};
const codes = [
  'care_for_family',
  'pregnant',
  'retired',
  'studying',
  'lost_job',
  'left_job',
  'cannot_find',
  'disabled',
  'does_not_want',
  'other',
] as const;
const RETIREMENT = 55;
const searching = new Set<string>(['lost_job', 'left_job', 'cannot_find']);
const MOST_MONTHS = 480;

/** Draws why somebody does not work, whether they look for work and could start, and for how many months they have been without. */
export function drawJobSearch(migrant: Migrant, work: Work, random: Random): JobSearch {
  if (work.employed === 'yes') return none;
  const woman = migrant.sex === 'female';
  const young = migrant.age < 20;
  const weights = [
    woman ? 52 : 12,
    woman && migrant.age < 42 ? 14 : 0,
    migrant.age >= RETIREMENT ? 60 : 0,
    young ? 30 : 1,
    8,
    12,
    10,
    4,
    6,
    4,
  ];
  const reason = codes[random.weighted(weights)] as string;
  const searched = random.chance(searching.has(reason) ? 0.72 : 0.06);
  const months = Math.floor(-Math.log(1 - random.uniform()) * (searching.has(reason) ? 5 : 26));
  return {
    reason_not_working: reason,
    searched_for_work: searched ? 'yes' : 'no',
    available_for_work: random.chance(searched ? 0.86 : 0.2) ? 'yes' : 'no',
    months_without_work: Math.min(MOST_MONTHS, months),
  };
}
