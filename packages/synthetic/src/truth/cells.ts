import { codeLists, surveyedProvinces } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';

const sexes = (codeLists.sex?.codes ?? []).map(({ code }) => code);
const ageGroups = (codeLists.age_group?.codes ?? []).map(({ code }) => code);

const provinceNumber = new Map(surveyedProvinces.map((code, i) => [code, i]));
const sexNumber = new Map(sexes.map((code, i) => [code, i]));
const ageNumber = new Map(ageGroups.map((code, i) => [code, i]));

/** People are counted in cells of province, sex and age group; every published domain is a union of cells. */
export const cellCount = surveyedProvinces.length * sexes.length * ageGroups.length;

/** The cell of a person. */
function cellOf(province: string, sex: string, ageGroup: string): number {
  const place = provinceNumber.get(province) as number;
  return (
    (place * sexes.length + (sexNumber.get(sex) as number)) * ageGroups.length +
    (ageNumber.get(ageGroup) as number)
  );
}

/** The cell of a person with answers. */
export const cellOfAnswers = (answers: Answers): number =>
  cellOf(answers.province as string, answers.sex as string, answers.age_group as string);

/** A domain's level and the cells of which it is made. */
export interface DomainLevel {
  readonly domain: string;
  readonly level: string;
  readonly cells: readonly number[];
}

/** All, each province, each sex and age group. */
export const domainLevels: readonly DomainLevel[] = [
  { domain: 'all', level: 'all', cells: Array.from({ length: cellCount }, (_, i) => i) },
  ...surveyedProvinces.map((province) => ({
    domain: 'province',
    level: province,
    cells: sexes.flatMap((sex) => ageGroups.map((group) => cellOf(province, sex, group))),
  })),
  ...sexes.flatMap((sex) =>
    ageGroups.map((group) => ({
      domain: 'sex:age_group',
      level: `${sex}:${group}`,
      cells: surveyedProvinces.map((province) => cellOf(province, sex, group)),
    })),
  ),
];

/** The sum over cells. */
export const sumCells = (values: Float64Array, cells: readonly number[]): number =>
  cells.reduce((sum, cell) => sum + (values[cell] as number), 0);
