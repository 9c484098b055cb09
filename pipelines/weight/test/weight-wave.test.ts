import { calibratedDesign, calibrationColumns } from '@wavebook/indicators';
import type { Snapshot } from '@wavebook/schema';
import { surveyDesign, surveyMean } from '@wavebook/survey-stats';
import { numberColumn, numbersOf, type Table, table, textColumn, textOf } from '@wavebook/tables';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { weightWave } from '../src/weight-wave.ts';

const settings = {
  name: 'as_sampled',
  weight: 'survey_weight',
  strata: ['stratum'],
  psu: ['psu'],
  lonely_psu: 'average',
  controls: { file: 'c.csv', margins: ['province', 'sex'], method: 'rake' },
} as const;
const snapshot = (design: Partial<Snapshot['design']> = {}): Snapshot =>
  ({ synthetic: true, design: { ...settings, ...design } }) as unknown as Snapshot;

const provinces = ['11', '31', '44'];

/** Records of three provinces with four sample points each; `unknown` rows have no sex. */
const records = (weights: readonly number[], unknown: readonly number[] = []): Table => {
  const rows = weights.length;
  const province = (i: number): string => provinces[i % 3] as string;
  return table(rows, [
    ['respondent_id', textColumn(Array.from({ length: rows }, (_, i) => `r${i}`))],
    ['survey_weight', numberColumn(Float64Array.from(weights))],
    ['province', textColumn(Array.from({ length: rows }, (_, i) => province(i)))],
    [
      'sex',
      textColumn(
        Array.from({ length: rows }, (_, i) => (unknown.includes(i) ? null : i % 5 < 2 ? 'male' : 'female')),
      ),
    ],
    ['stratum', textColumn(Array.from({ length: rows }, (_, i) => province(i)))],
    ['psu', textColumn(Array.from({ length: rows }, (_, i) => `${province(i)}-${Math.floor(i / 3) % 4}`))],
  ]);
};
const members = (rows: number): Table =>
  table(rows * 2, [
    ['respondent_id', textColumn(Array.from({ length: rows * 2 }, (_, i) => `r${Math.floor(i / 2)}`))],
    ['member_number', numberColumn(Float64Array.from({ length: rows * 2 }, (_, i) => (i % 2) + 1))],
    ['residence', textColumn(Array.from({ length: rows * 2 }, () => 'here'))],
    [
      'age',
      numberColumn(
        Float64Array.from({ length: rows * 2 }, (_, i) => (i % 2 === 0 ? 30 : i % 4 === 1 ? 28 : 3)),
      ),
    ],
  ]);
const controls = (male = 400) => ({
  file: 'data/controls/monitoring/c.csv',
  margins: [
    {
      name: 'province',
      totals: new Map([
        ['11', 200],
        ['31', 300],
        ['44', 500],
      ]),
    },
    {
      name: 'sex',
      totals: new Map([
        ['male', male],
        ['female', 1000 - male],
      ]),
    },
  ],
});
const sumWhere = (made: Table, column: string, level: string): number => {
  const text = textOf(made, column);
  return numbersOf(made, 'final_weight').reduce(
    (sum, w, row) => sum + (text.levels[text.codes[row] as number] === level ? w : 0),
    0,
  );
};

describe('weightWave', () => {
  test('calibrated weights meet every margin, whatever the base weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 40, noNaN: true }), { minLength: 60, maxLength: 60 }),
        (weights) => {
          const made = weightWave(records(weights), members(60), snapshot(), [15, 59], controls());
          expect(made.diagnostics.largest_discrepancy?.after).toBeLessThan(1e-9);
          expect(sumWhere(made.respondents, 'province', '44')).toBeCloseTo(500, 6);
          expect(sumWhere(made.respondents, 'sex', 'male')).toBeCloseTo(400, 6);
        },
      ),
      { numRuns: 30, seed: 3 },
    );
  });

  test('a row without a level counts once in each margin, by the margin’s shares', () => {
    const made = weightWave(
      records(Array(60).fill(10), [0, 7]),
      members(60),
      snapshot(),
      [15, 59],
      controls(),
    );
    expect(made.calibration.margins[1]?.unknown_rows).toBe(2);
    const columns = calibrationColumns(made.respondents, made.calibration.margins);
    for (let row = 0; row < 60; row++) {
      expect(columns.slice(0, 3).reduce((sum, c) => sum + (c[row] as number), 0)).toBeCloseTo(1, 12);
      expect(columns.slice(3).reduce((sum, c) => sum + (c[row] as number), 0)).toBeCloseTo(1, 12);
    }
    const total = numbersOf(made.respondents, 'final_weight').reduce((a, b) => a + b, 0);
    expect(total).toBeCloseTo(1000, 6);
  });

  test('the design read back has residual variances: a calibrated share has no error', () => {
    const made = weightWave(
      records(Array.from({ length: 60 }, (_, i) => 5 + (i % 7))),
      members(60),
      snapshot(),
      [15, 59],
      controls(),
    );
    const ids = (name: string): string[] => {
      const column = textOf(made.respondents, name);
      return Array.from(column.codes, (code) => column.levels[code] as string);
    };
    const base = surveyDesign({
      weight: numbersOf(made.respondents, 'base_weight'),
      strata: ids('stratum'),
      psu: ids('psu'),
      lonelyPsu: 'average',
    });
    const design = calibratedDesign(base, made.respondents, made.calibration);
    const male = Float64Array.from(ids('sex'), (sex) => (sex === 'male' ? 1 : 0));
    const [share] = surveyMean(design, male);
    expect(share?.estimate).toBeCloseTo(0.4, 9);
    expect(share?.se).toBeLessThan(1e-9);
    expect(surveyMean(base, male)[0]?.se).toBeGreaterThan(0.01);
  });

  test('without controls the base weights stay and no calibration is claimed', () => {
    const made = weightWave(records(Array(60).fill(10)), members(60), snapshot(), [15, 59], undefined);
    expect(made.calibration).toEqual({ method: 'none', controls: null, margins: [] });
    expect([...numbersOf(made.respondents, 'final_weight')]).toEqual(Array(60).fill(10));
  });

  test('household weight is the final weight over the eligible members of the household', () => {
    const made = weightWave(records(Array(60).fill(10)), members(60), snapshot(), [15, 59], undefined);
    expect([...numbersOf(made.members, 'household_weight')].slice(0, 4)).toEqual([5, 5, 10, 10]);
  });

  test.each([
    [
      'a control level that nobody has',
      {
        province: new Map([
          ['11', 200],
          ['31', 300],
          ['44', 400],
          ['65', 100],
        ]),
      },
      /"province": no respondent has "65"/,
    ],
    [
      'a level without a control',
      {
        province: new Map([
          ['11', 400],
          ['31', 600],
        ]),
      },
      /"province": the controls have no total for "44"/,
    ],
  ])('%s is named', (_, margin, message) => {
    const margins = controls().margins.map((m) => ({
      name: m.name,
      totals: (margin as Record<string, Map<string, number>>)[m.name] ?? m.totals,
    }));
    expect(() =>
      weightWave(records(Array(60).fill(1)), members(60), snapshot(), [15, 59], { file: 'c', margins }),
    ).toThrow(message);
  });

  test('an empty sampling unit is refused with its count', () => {
    const broken = table(3, [
      ['survey_weight', numberColumn(Float64Array.of(1, 1, 1))],
      ['stratum', textColumn(['11', '11', '11'])],
      ['psu', textColumn(['a', null, null])],
    ]);
    expect(() => weightWave(broken, members(1), snapshot(), [15, 59], undefined)).toThrow(
      /PSU \(psu\) is empty in 2 of 3 records/,
    );
  });
});
