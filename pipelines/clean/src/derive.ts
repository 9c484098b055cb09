import { type Cells, categoryCells, numberCells, textAt } from '@wavebook/harmonise';
import {
  codeLists,
  healthEducationItems,
  type MissingReason,
  medicalSchemes,
  provinceRegions,
  provinceRegionsThree,
} from '@wavebook/schema';
import { monthIndex } from './edit-rules.ts';

type Respondents = Map<string, Cells>;
type Interview = { readonly year: number; readonly month: number };

const levelsOf = (list: string): string[] => (codeLists[list]?.codes ?? []).map((c) => c.code);

const numberAt = (cells: Cells | undefined, row: number): number =>
  cells?.kind === 'number' ? (cells.values[row] as number) : Number.NaN;

/** Completed years at the interview month; NaN when year or month of birth is empty. */
export function ageAt(interview: Interview, birthYear: number, birthMonth: number): number {
  return Math.floor((monthIndex(interview.year, interview.month) - monthIndex(birthYear, birthMonth)) / 12);
}

const classOf = (
  value: number,
  bounds: readonly (readonly [from: number, code: string])[],
): string | undefined => bounds.findLast(([from]) => value >= from)?.[1];

const ageClasses = [
  [15, '15-24'],
  [25, '25-34'],
  [35, '35-44'],
  [45, '45-59'],
  [60, '60+'],
] as const;

const cohortClasses = [
  [0, 'before_1980'],
  [1980, '1980s'],
  [1990, '1990_on'],
] as const;

const stayClasses = [
  [0, 'under_1'],
  [1, '1-4'],
  [5, '5-9'],
  [10, '10+'],
] as const;

const classCells = (
  rows: number,
  list: string,
  source: Cells,
  bounds: readonly (readonly [number, string])[],
): Cells =>
  categoryCells(rows, levelsOf(list), (row) => {
    const code = classOf(numberAt(source, row), bounds);
    return code === undefined ? { missing: 'missing' } : { code };
  });

/** Adds `age`, which edit rules need. */
export function deriveAge(rows: number, respondents: Respondents, interview: Interview): void {
  const year = respondents.get('birth_year');
  const month = respondents.get('birth_month');
  if (year)
    respondents.set(
      'age',
      numberCells(rows, (row) => ageAt(interview, numberAt(year, row), numberAt(month, row))),
    );
}

/** The answer to a battery of which any yes counts: yes, no, not sure, or missing when an item is empty and none is yes. */
const anyOf = (items: readonly Cells[], row: number): { code: string } | { missing: MissingReason } => {
  const answers = items.map((cells) => textAt(cells, row));
  if (answers.includes('yes')) return { code: 'yes' };
  if (answers.includes(null)) return { missing: 'missing' };
  return { code: answers.includes('not_sure') ? 'not_sure' : 'no' };
};

/** How many items of a battery are answered yes; NaN when one is empty. */
const countOfYes = (items: readonly Cells[], row: number): number => {
  const answers = items.map((cells) => textAt(cells, row));
  return answers.includes(null) ? Number.NaN : answers.filter((a) => a === 'yes').length;
};

/** The five insurances of employees: pension, medical, work injury, unemployment, maternity. */
const fiveInsurances = [
  'pension_insured',
  'insurance_urban_employee',
  'work_injury_insured',
  'unemployment_insured',
  'maternity_insured',
];

/** Why a question to employees has no answer of somebody who is none, or may be none; undefined for an employee. */
const notAnEmployee = (employed: Cells, status: Cells, row: number): MissingReason | undefined => {
  const work = textAt(employed, row);
  const kind = textAt(status, row);
  if (work === 'no' || (kind !== null && kind !== 'employee')) return 'not_applicable';
  return work === null || kind === null ? 'missing' : undefined;
};

/**
 * Adds every derived variable whose sources the wave has: age group, region, stay, medical insurance and health education. A variable whose
 * source was not asked or is not mapped is not made.
 */
export function deriveVariables(rows: number, respondents: Respondents, interview: Interview): void {
  const asked = (name: string): Cells | undefined => {
    const cells = respondents.get(name);
    return cells && !(cells.kind !== 'number' && cells.levels.length === 0) ? cells : undefined;
  };
  const allAsked = (names: readonly string[]): Cells[] | undefined => {
    const cells = names.map(asked);
    return cells.every((c) => c !== undefined) ? cells : undefined;
  };
  const age = asked('age');
  if (age) respondents.set('age_group', classCells(rows, 'age_group', age, ageClasses));
  const born = asked('birth_year');
  if (born) respondents.set('birth_cohort', classCells(rows, 'birth_cohort', born, cohortClasses));
  const province = asked('province');
  if (province)
    respondents.set(
      'region',
      categoryCells(rows, levelsOf('region'), (row) => {
        const code = provinceRegions[textAt(province, row) ?? ''];
        return code === undefined ? { missing: 'missing' } : { code };
      }),
    );
  if (province)
    respondents.set(
      'region_three',
      categoryCells(rows, levelsOf('region_three'), (row) => {
        const code = provinceRegionsThree[textAt(province, row) ?? ''];
        return code === undefined ? { missing: 'missing' } : { code };
      }),
    );
  const arrival = allAsked(['arrival_year', 'arrival_month']);
  if (arrival) {
    const [year, month] = arrival;
    const now = monthIndex(interview.year, interview.month);
    const stay = numberCells(
      rows,
      (row) => (now - monthIndex(numberAt(year, row), numberAt(month, row))) / 12,
    );
    respondents.set('stay_years', stay);
    respondents.set('length_of_stay', classCells(rows, 'length_of_stay', stay, stayClasses));
  }
  const schemes = allAsked(medicalSchemes);
  if (schemes)
    respondents.set(
      'medical_insured',
      categoryCells(rows, levelsOf('yes_no_not_sure'), (row) => anyOf(schemes, row)),
    );
  if (schemes)
    respondents.set(
      'medical_schemes',
      numberCells(rows, (row) => countOfYes(schemes, row)),
    );
  const five = allAsked(fiveInsurances);
  const employed = asked('employed');
  const status = asked('employment_status');
  if (five && employed && status) {
    const insurances = categoryCells(rows, levelsOf('five_insurances'), (row) => {
      const unasked = notAnEmployee(employed, status, row);
      if (unasked) return { missing: unasked };
      const count = countOfYes(five, row);
      if (Number.isNaN(count)) return { missing: 'missing' };
      return { code: count === five.length ? 'all' : count === 0 ? 'none' : 'some' };
    });
    respondents.set('five_insurances', insurances);
    const contract = asked('contract');
    if (contract)
      respondents.set(
        'informal_employment',
        categoryCells(rows, levelsOf('yes_no'), (row) => {
          const unasked = notAnEmployee(employed, status, row);
          if (unasked) return { missing: unasked };
          const [signed, covered] = [textAt(contract, row), textAt(insurances, row)];
          if (signed === null || covered === null) return { missing: 'missing' };
          return { code: signed === 'none' && covered === 'none' ? 'yes' : 'no' };
        }),
      );
  }
  const topics = allAsked(healthEducationItems);
  if (topics) {
    respondents.set(
      'health_education_any',
      categoryCells(rows, levelsOf('yes_no'), (row) => anyOf(topics, row)),
    );
    respondents.set(
      'health_education_count',
      numberCells(rows, (row) => countOfYes(topics, row)),
    );
  }
}
