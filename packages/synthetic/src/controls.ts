import { codeLists, surveyedProvinces } from '@wavebook/schema';
import { ageGroup } from './population/derived.ts';
import type { Frame } from './population/frame.ts';
import type { Member } from './population/member.ts';
import { householdsOf } from './population/point.ts';

/** A row of the control totals: eligible people of the population in one level of a margin. */
export interface ControlRow {
  readonly margin: 'province' | 'sex:age_group';
  readonly level: string;
  readonly total: number;
}

export const controlMargins = ['province', 'sex:age_group'] as const;

/** Counts the eligible people of the population by province and by sex and age group, in code-list order. */
export function populationControls(frame: Frame): ControlRow[] {
  const counts = new Map<string, number>();
  const count = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const point of frame.points)
    for (const household of householdsOf(frame, point))
      for (const i of household.eligible) {
        const { sex, age } = household.members[i] as Member;
        count(point.province);
        count(`${sex}:${ageGroup(age)}`);
      }
  const sexByAge = (codeLists.sex?.codes ?? []).flatMap((sex) =>
    (codeLists.age_group?.codes ?? []).map((group) => `${sex.code}:${group.code}`),
  );
  const rows = (margin: ControlRow['margin'], levels: readonly string[]): ControlRow[] =>
    levels.flatMap((level) => {
      const total = counts.get(level);
      return total === undefined ? [] : [{ margin, level, total }];
    });
  return [...rows('province', surveyedProvinces), ...rows('sex:age_group', sexByAge)];
}
