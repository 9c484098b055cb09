import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Codebook, provinceRegionsThree, type Snapshot } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { writeWave } from '@wavebook/synthetic';
import { numbersOf, readTable, type Table, textOf } from '@wavebook/tables';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleanWave } from '../src/clean-wave.ts';

const textAt = (table: Table, name: string, row: number): string | null => {
  const column = textOf(table, name);
  return column.levels[column.codes[row] as number] ?? null;
};

describe('derived variables of a clean wave', () => {
  let respondents: Table;
  let members: Table;

  beforeAll(async () => {
    const out = mkdtempSync(join(tmpdir(), 'derived-'));
    const { folder } = writeWave({ wave: '2017', out, scale: 1500, twin: 'clean', truth: false });
    const snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8')) as Snapshot;
    const raw = await readTable(join(folder, snapshot.files[0]?.name ?? ''));
    const clean = cleanWave(raw.table, codebooks['monitoring-2017'] as Codebook, {
      synthetic: true,
      instrument: 'monitoring',
      wave: '2017',
    });
    respondents = clean.respondents;
    members = clean.members;
  });

  test('birth cohorts follow the year of birth', () => {
    const born = numbersOf(respondents, 'birth_year');
    const seen = new Set<string | null>();
    for (let row = 0; row < respondents.rows; row++) {
      const cohort = textAt(respondents, 'birth_cohort', row);
      seen.add(cohort);
      const year = born[row] as number;
      expect(cohort).toBe(year < 1980 ? 'before_1980' : year < 1990 ? '1980s' : '1990_on');
    }
    expect(seen.size).toBe(3);
  });

  test('east, centre and west: Liaoning is east, Jilin and Heilongjiang are centre, XPCC is west', () => {
    expect(['21', '22', '23', '66'].map((code) => provinceRegionsThree[code])).toEqual([
      'east',
      'central',
      'central',
      'west',
    ]);
    for (let row = 0; row < respondents.rows; row++)
      expect(textAt(respondents, 'region_three', row)).toBe(
        provinceRegionsThree[textAt(respondents, 'province', row) ?? ''],
      );
  });

  test('a family has a child left behind if one under 16 of its roster lives at the hukou place', () => {
    const children = new Map<string, string[]>();
    const ages = numbersOf(members, 'age');
    for (let i = 0; i < members.rows; i++) {
      if (!((ages[i] as number) < 16)) continue;
      const id = textAt(members, 'respondent_id', i) as string;
      children.set(id, [...(children.get(id) ?? []), textAt(members, 'residence', i) as string]);
    }
    const counts: Record<string, number> = {};
    for (let row = 0; row < respondents.rows; row++) {
      const homes = children.get(textAt(respondents, 'respondent_id', row) as string);
      const expected = homes ? (homes.includes('hukou_place') ? 'yes' : 'no') : 'no_child';
      expect(textAt(respondents, 'left_behind_family', row)).toBe(expected);
      counts[expected] = (counts[expected] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toHaveLength(3);
  });

  test('a fixed employer is asked of employees alone', () => {
    for (let row = 0; row < respondents.rows; row++)
      expect(textAt(respondents, 'fixed_employer', row) !== null).toBe(
        textAt(respondents, 'employment_status', row) === 'employee',
      );
  });

  test('channels of health education are asked of those who had any', () => {
    for (let row = 0; row < respondents.rows; row++) {
      const reason = textAt(respondents, 'health_education_channel_lecture_missing', row);
      if (textAt(respondents, 'health_education_any', row) === 'no') expect(reason).toBe('not_applicable');
    }
  });

  test('five-year ages hold the completed years', () => {
    const ages = numbersOf(respondents, 'age');
    for (let row = 0; row < respondents.rows; row++) {
      const age = ages[row] as number;
      const from = Math.floor(age / 5) * 5;
      expect(textAt(respondents, 'five_year_age', row)).toBe(age >= 70 ? '70+' : `${from}-${from + 4}`);
    }
  });

  test('an employee is of Type II by three of the five traits, of neither where one is not known; others are not asked', () => {
    const traits = ['contract', 'hazard', 'family', 'housing', 'mobility'].map((trait) => `trait_${trait}`);
    const seen = new Set<string | null>();
    for (let row = 0; row < respondents.rows; row++) {
      const types = traits.map((trait) => textAt(respondents, trait, row));
      const modern = types.filter((type) => type === 'type_2').length;
      const expected = types.includes(null) ? null : modern >= 3 ? 'type_2' : 'type_1';
      expect(textAt(respondents, 'migrant_type', row)).toBe(expected);
      seen.add(expected ?? textAt(respondents, 'migrant_type_missing', row));
    }
    expect([...seen].sort()).toEqual(['missing', 'not_applicable', 'type_1', 'type_2']);
  });
});
