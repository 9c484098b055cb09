import type { EducationEight, Member, Respondent } from '../../src/index.ts';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(value?: T): T | undefined => value;

holds<Equal<Respondent['sex'], 'male' | 'female' | null>>();
holds<Equal<Respondent['weekly_hours'], number | null>>();
holds<Equal<Respondent['county'], string | null>>();
holds<Equal<Respondent['respondent_id'], string>>();
holds<Equal<Member['member_number'], number>>();
holds<Equal<EducationEight, '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8'>>();

export function wrongCodesDoNotCompile(person: Respondent): boolean {
  // @ts-expect-error a raw code is no canonical code
  if (person.sex === '1') return true;
  // @ts-expect-error 中专 is no class of the canonical list
  if (person.education === 'vocational_secondary') return true;
  // @ts-expect-error no such variable
  if (person.gender === 'male') return true;
  // @ts-expect-error an empty cell is null, never NaN or 0 without a check
  const hours: number = person.weekly_hours;
  // @ts-expect-error a province is a two-digit code, not a name
  const province: Respondent['province'] = '广东';
  // @ts-expect-error an identifier is never empty
  const id: Respondent['respondent_id'] = null;
  return hours > 0 && province === null && id === null;
}
