import { type Condition, surveyedProvinces } from '@wavebook/schema';
import { levels } from '../population/education.ts';
import type { Member } from '../population/member.ts';
import type { AnsweringHousehold } from '../population/point.ts';
import { relationTo } from '../population/relation.ts';
import { inUniverse } from './condition.ts';
import type { TruthRow } from './indicator-truth.ts';

interface MemberDefinition {
  readonly id: string;
  readonly measure: {
    readonly where: readonly Condition[];
    readonly variable: string;
    readonly codes: readonly string[];
  };
}

/** Collects one figure of household members, household by household. */
export interface MemberCollector {
  addHousehold(household: AnsweringHousehold, province: string): void;
  rows(): TruthRow[];
}

type MemberRecord = Record<string, string | number | null>;

/** What a roster says of a member, besides the relation to the respondent. */
export function memberRecord({ household, education, attendance }: AnsweringHousehold, place: number) {
  const { sex, age, birthYear, birthMonth, residence } = household.members[place] as Member;
  return {
    sex,
    age,
    birth_year: birthYear,
    birth_month: birthMonth,
    residence,
    education: levels[education[place] as number] as string,
    attends_school: attendance[place] ?? null,
  };
}

/**
 * Collects the true share of household members. Each member counts once: where the relation to the respondent decides, with the part of
 * the household's eligible people as whose roster the member would count, which is what the household weight estimates.
 */
export function memberTruth({ id, measure }: MemberDefinition): MemberCollector {
  const { where, variable, codes } = measure;
  const byRelation = where.filter((condition) => condition.variable === 'relation');
  const byMember = where.filter((condition) => condition.variable !== 'relation');
  const top = new Map<string, number>();
  const bottom = new Map<string, number>();
  const add = (sums: Map<string, number>, level: string, part: number) =>
    sums.set(level, (sums.get(level) ?? 0) + part);
  return {
    addHousehold(answering, province) {
      const { household } = answering;
      for (let place = 0; place < household.members.length; place++) {
        const record: MemberRecord = memberRecord(answering, place);
        if (!inUniverse(byMember, record)) continue;
        let part = 0;
        for (const respondent of household.eligible) {
          const relation = relationTo(household, respondent, place);
          if (inUniverse(byRelation, { relation })) part += 1 / household.eligible.length;
        }
        const value = record[variable] ?? null;
        if (part === 0 || value === null) continue;
        for (const level of ['all', province]) {
          add(bottom, level, part);
          if (codes.includes(String(value))) add(top, level, part);
        }
      }
    },
    rows: () =>
      ['all', ...surveyedProvinces].flatMap((level) => {
        const population = bottom.get(level);
        if (population === undefined) return [];
        const domain = level === 'all' ? 'all' : 'province';
        const value = (top.get(level) ?? 0) / population;
        return [{ indicator: id, domain, level, category: '', value, population }];
      }),
  };
}
