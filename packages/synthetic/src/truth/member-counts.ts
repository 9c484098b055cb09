import type { Measure } from '@wavebook/schema';
import { levels } from '../population/education.ts';
import type { Member } from '../population/member.ts';
import type { AnsweringHousehold } from '../population/point.ts';
import { relationTo } from '../population/relation.ts';
import { inUniverse } from './condition.ts';

export type MemberShare = Extract<Measure, { kind: 'member_share' }>;

/** What a roster says of a member. */
function memberRecord(
  { household, education, attendance, childCare }: AnsweringHousehold,
  place: number,
  relation: string,
) {
  const { sex, age, birthYear, birthMonth, residence } = household.members[place] as Member;
  return {
    relation,
    sex,
    age,
    birth_year: birthYear,
    birth_month: birthMonth,
    residence,
    education: levels[education[place] as number] as string,
    attends_school: attendance[place] ?? null,
    ...childCare[place],
  };
}

/** Among the members whom one respondent lists: how many meet the conditions and have an answer, and how many of those one of the codes. */
export function memberCounts(
  answering: AnsweringHousehold,
  respondent: number,
  { where, variable, codes }: Pick<MemberShare, 'where' | 'variable' | 'codes'>,
): { counted: number; of: number } {
  const byRelation = where.filter((condition) => condition.variable === 'relation');
  const { household } = answering;
  let counted = 0;
  let of = 0;
  for (let place = 0; place < household.members.length; place++) {
    const relation = relationTo(household, respondent, place);
    if (!inUniverse(byRelation, { relation })) continue;
    const record: Record<string, string | number | null> = memberRecord(answering, place, relation);
    const value = record[variable] ?? null;
    if (value === null || !inUniverse(where, record)) continue;
    of++;
    if (codes.includes(String(value))) counted++;
  }
  return { counted, of };
}
