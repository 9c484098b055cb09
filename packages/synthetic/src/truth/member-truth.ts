import { surveyedProvinces } from '@wavebook/schema';
import type { AnsweringHousehold } from '../population/point.ts';
import type { TruthRow } from './indicator-truth.ts';
import { type MemberShare, memberCounts } from './member-counts.ts';

interface MemberDefinition {
  readonly id: string;
  readonly measure: Pick<MemberShare, 'where' | 'variable' | 'codes'>;
}

/** Collects one figure of household members, household by household. */
export interface MemberCollector {
  addHousehold(household: AnsweringHousehold, province: string): void;
  rows(): TruthRow[];
}

/**
 * Collects the true share of household members. Each member counts once: the rosters of the household's eligible people count by equal
 * parts that sum to one, as the household weight has it. They differ in the relations only.
 */
export function memberTruth({ id, measure }: MemberDefinition): MemberCollector {
  const top = new Map<string, number>();
  const bottom = new Map<string, number>();
  const add = (sums: Map<string, number>, level: string, part: number) =>
    sums.set(level, (sums.get(level) ?? 0) + part);
  return {
    addHousehold(answering, province) {
      const { eligible } = answering.household;
      let all = 0;
      let some = 0;
      for (const respondent of eligible) {
        const { counted, of } = memberCounts(answering, respondent, measure);
        all += of;
        some += counted;
      }
      if (all === 0) return;
      for (const level of ['all', province]) {
        add(bottom, level, all / eligible.length);
        add(top, level, some / eligible.length);
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
