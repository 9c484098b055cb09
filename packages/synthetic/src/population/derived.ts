import type { Benefits } from './benefits.ts';
import type { Work } from './employment.ts';
import type { Insurance } from './insurance.ts';

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
