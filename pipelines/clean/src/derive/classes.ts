import { categoryCells, textAt } from '@wavebook/harmonise';
import { codeLists } from '@wavebook/schema';
import { cellsOf, type Derivation } from './context.ts';
import { levelsOf } from './levels-of.ts';
import { numberAt } from './number-at.ts';

type Bounds = readonly (readonly [from: number, code: string])[];

const ageClasses: Bounds = [
  [15, '15-24'],
  [25, '25-34'],
  [35, '35-44'],
  [45, '45-59'],
  [60, '60+'],
];
const fiveYearClasses: Bounds = (codeLists.five_year_age?.codes ?? []).map(({ code }) => [
  Number.parseInt(code, 10),
  code,
]);
const cohortClasses: Bounds = [
  [0, 'before_1980'],
  [1980, '1980s'],
  [1990, '1990_on'],
];
const stayClasses: Bounds = [
  [0, 'under_1'],
  [1, '1-4'],
  [5, '5-9'],
  [10, '10+'],
];

/** The class of a number: that of the last bound it reaches. */
const classesOf = (source: string, bounds: Bounds): Derivation => ({
  needs: [source],
  compute: (context, variable) => {
    const cells = cellsOf(context, source);
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const value = numberAt(cells, row);
      const code = bounds.findLast(([from]) => value >= from)?.[1];
      return code === undefined ? { missing: 'missing' } : { code };
    });
  },
});

/** The code that another category's code stands for. */
export const codesFrom = (source: string, codes: Readonly<Record<string, string>>): Derivation => ({
  needs: [source],
  compute: (context, variable) => {
    const cells = cellsOf(context, source);
    return categoryCells(context.rows, levelsOf(variable), (row) => {
      const code = codes[textAt(cells, row) ?? ''];
      return code === undefined ? { missing: 'missing' } : { code };
    });
  },
});

export const ageGroup = classesOf('age', ageClasses);
export const fiveYearAge = classesOf('age', fiveYearClasses);
export const birthCohort = classesOf('birth_year', cohortClasses);
export const lengthOfStay = classesOf('stay_years', stayClasses);
