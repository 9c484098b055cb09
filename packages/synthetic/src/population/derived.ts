import type { Benefits } from './benefits.ts';
import type { Work } from './employment.ts';
import type { Insurance } from './insurance.ts';
import type { Household } from './member.ts';

const ageGroups = [
  [15, 24],
  [25, 34],
  [35, 44],
  [45, 59],
] as const;

/** The class of the schema's age groups. */
export function ageGroup(age: number): string {
  const group = ageGroups.find(([, high]) => age <= high);
  return group ? `${group[0]}-${group[1]}` : '60+';
}

const stayClasses = [
  [12, 'under_1'],
  [60, '1-4'],
  [120, '5-9'],
] as const;

/** The class of the schema's lengths of stay. */
export const lengthOfStay = (months: number): string =>
  stayClasses.find(([below]) => months < below)?.[1] ?? '10+';

/** All, some or none of pension, employee medical, work-injury, unemployment and maternity insurance; null unless an employee. */
export function fiveInsurances(work: Work, insurance: Insurance, benefits: Benefits): string | null {
  if (work.status !== 'employee') return null;
  const { pension, schemes, workInjury } = insurance;
  const answers = [pension, schemes[3], workInjury, benefits.unemployment, benefits.maternity];
  const enrolled = answers.filter((answer) => answer === 'yes').length;
  return enrolled === answers.length ? 'all' : enrolled === 0 ? 'none' : 'some';
}

/** The class of the schema's birth cohorts. */
export const birthCohort = (year: number): string =>
  year < 1980 ? 'before_1980' : year < 1990 ? '1980s' : '1990_on';

const CHILD_BELOW = 16;

/** Whether a child under 16 of the household lives at the hukou place. */
export function leftBehindFamily({ members }: Household): 'yes' | 'no' | 'no_child' {
  const children = members.filter(({ age }) => age < CHILD_BELOW);
  if (children.length === 0) return 'no_child';
  return children.some(({ residence }) => residence === 'hukou_place') ? 'yes' : 'no';
}
