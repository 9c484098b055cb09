import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { codeLists } from '../src/code-lists/index.ts';
import { indicatorsByTopic } from '../src/indicators/index.ts';
import {
  ProvincePopulation,
  PublishedSourceKey,
  PublishedValue,
  provincePopulationColumns,
  publishedColumns,
} from '../src/published-value.ts';

const folder = new URL('../../../data/published/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** Splits RFC 4180 text whose quotes are closed into records of fields. */
function splitCsv(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') records.push([]);
  }
  return records.slice(0, -1);
}

const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);

function objects(file: string, numbers: readonly string[]): Record<string, unknown>[] {
  const [header = [], ...records] = splitCsv(read(file));
  return records.map((fields) => {
    expect(fields, `${file}: ${fields[0]}`).toHaveLength(header.length);
    return Object.fromEntries(
      header.map((name, i) => [name, numbers.includes(name) ? numberOf(fields[i]) : fields[i]]),
    );
  });
}

const files = readdirSync(folder).filter((f) => f.endsWith('.csv') && f !== 'province-population.csv');
const rows = files.flatMap((file) =>
  objects(file, ['value', 'tolerance']).map((row) => PublishedValue.parse(row)),
);
const byId = new Map(rows.map((row) => [row.id, row]));
const figure = (id: string): number => byId.get(id)?.value ?? Number.NaN;

const [sample] = rows;
const broken = (change: Record<string, unknown>): string[] =>
  PublishedValue.safeParse({ ...sample, ...change }).error?.issues.map((issue) => issue.path.join()) ?? [];

describe('published values', () => {
  test('every file has the columns of the row type, LF and no byte-order mark', () => {
    expectTypeOf<PublishedValue['value']>().toEqualTypeOf<number>();
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const text = read(file);
      expect(splitCsv(text)[0], file).toEqual(publishedColumns);
      expect(text, file).not.toMatch(/\r|\uFEFF/);
      expect(text.endsWith('\n'), file).toBe(true);
    }
  });

  test('ids are unique, and no figure stands twice', () => {
    expect(byId.size).toBe(rows.length);
    const what = rows.map((r) =>
      [
        r.measure,
        r.statistic,
        r.category,
        r.relation,
        r.year,
        r.domain,
        r.level,
        r.population_en,
        r.source_key,
      ].join('|'),
    );
    expect(what.filter((w, i) => what.indexOf(w) !== i)).toEqual([]);
  });

  test('the value is the printed text: per cent as a share, tolerance half a unit of the last digit', () => {
    for (const row of rows.filter((r) => r.printed === 'printed' && r.relation === 'equal')) {
      const digits = /-?[\d,]*\.?\d+/.exec(row.printed_value)?.[0].replaceAll(',', '') ?? '';
      const scale = row.printed_value.includes('%') ? 100 : 1;
      expect(row.value * scale, row.id).toBeCloseTo(Number(digits), 9);
      const decimals = digits.split('.')[1]?.length ?? 0;
      expect((row.tolerance ?? 0) * scale, row.id).toBeCloseTo(0.5 / 10 ** decimals, 9);
    }
  });

  test('indicators, provinces, industries and classes are those of the schema', () => {
    const indicators = new Map(
      Object.values(indicatorsByTopic).flatMap((list) => list.map((i) => [i.id, i] as const)),
    );
    const codes = (list: string): string[] => codeLists[list]?.codes.map((c) => c.code) ?? [];
    const levels: Record<string, readonly string[]> = {
      all: ['all'],
      sex: codes('sex'),
      industry: codes('industry'),
      migration_range: codes('migration_range'),
      region_three: ['east', 'central', 'west'],
      city: ['beijing_shanghai_guangzhou_shenzhen'],
    };
    for (const row of rows) {
      expect(levels[row.domain], row.id).toContain(row.level);
      if (row.indicator === '') continue;
      const indicator = indicators.get(row.indicator);
      expect(row.unit, row.id).toBe(indicator?.unit);
      if (row.indicator === 'employment_status_structure')
        expect(codes('employment_status'), row.id).toContain(row.category);
    }
  });

  test('every listed source is used, and a source is worded one way', () => {
    const keys = new Set(rows.flatMap((row) => row.source_key.split(';')));
    expect([...keys].sort()).toEqual([...PublishedSourceKey.options].sort());
    const wording = new Map<string, string>();
    for (const { source_key, source_zh, source_en } of rows) {
      const text = `${source_zh}|${source_en}`;
      expect(wording.get(source_key) ?? text, source_key).toBe(text);
      wording.set(source_key, text);
    }
  });

  test('Chinese columns are Chinese and English columns are not', () => {
    const han = /\p{Script=Han}/u;
    for (const row of rows)
      for (const name of ['population', 'definition', 'comparable_note', 'source'] as const) {
        expect(row[`${name}_zh`], `${row.id} ${name}`).toMatch(han);
        expect(row[`${name}_en`], `${row.id} ${name}`).not.toMatch(han);
      }
  });

  test('a row that breaks a rule is refused at the column to blame', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ unit: 'share', value: 91.4 })).toEqual(['value']);
    expect(broken({ comparable: 'no', indicator: 'employed' })).toEqual(['indicator']);
    expect(broken({ comparable: 'near', indicator: '' })).toEqual(['indicator']);
    expect(broken({ printed: 'printed', printed_value: '' })).toEqual(['printed_value']);
    expect(broken({ relation: 'under' })).toEqual(['tolerance']);
    expect(broken({ source_key: 'S12;S999' })).toEqual(['source_key']);
    expect(broken({ year: '16' })).toEqual(['year']);
    expect(broken({ extra: 1 })).toHaveLength(1);
  });
});

describe('figures that check each other', () => {
  test('the health-record rates of three waves pool unweighted to the published 29.18 %', () => {
    const waves = [2014, 2016, 2017];
    const sizes = waves.map((wave) => figure(`cmds-sample-size-${wave}`));
    const all = sizes.reduce((sum, n) => sum + n, 0);
    expect(all).toBe(539_926);
    expect(all).toBe(figure('cmds-sample-size-pooled'));
    const holders = waves.map((wave, i) => figure(`cmds-health-record-${wave}`) * (sizes[i] ?? 0));
    const pooled = holders.reduce((sum, n) => sum + n, 0) / all;
    expect((100 * pooled).toFixed(2)).toBe('29.18');
    expect(Math.abs(pooled - figure('cmds-health-record-pooled'))).toBeLessThan(0.00005);
  });

  test('structures that are printed in full sum to one', () => {
    const sums: Record<string, number> = {};
    for (const row of rows.filter(
      (r) => r.measure.endsWith('_structure') || r.measure.endsWith('_two_sides'),
    ))
      sums[`${row.measure} ${row.year}`] = (sums[`${row.measure} ${row.year}`] ?? 0) + row.value;
    for (const name of ['housing_structure 2011', 'housing_structure 2013', 'pension_structure 2011'])
      expect(sums[name], name).toBeCloseTo(1, 9);
    expect(sums['employment_status_structure ']).toBeCloseTo(1, 9);
    expect(sums['employment_two_sides ']).toBeCloseTo(1, 9);
  });

  test('with and without a contract are complements, and so are in any pension and in none', () => {
    for (const row of rows.filter((r) => r.measure === 'contract_not_signed'))
      expect(row.value + figure(row.id.replace('nbs-no-contract', 'nbs-contract'))).toBeCloseTo(1, 9);
    expect(figure('cmds-pension-insured-2011') + figure('cmds-pension-none-2011')).toBeCloseTo(1, 9);
  });

  test('out-going migrant workers are part of all, every year', () => {
    for (const row of rows.filter((r) => r.measure === 'outgoing_migrant_workers_total'))
      expect(row.value, row.id).toBeLessThan(figure(`nbs-total-${row.year}`));
  });
});

describe('province population', () => {
  const provinces = objects('province-population.csv', [
    'population_2000',
    'population_2010',
    'growth_printed',
  ]).map((row) => ProvincePopulation.parse(row));

  test('is the table of 14 provinces and the country, named as in the schema', () => {
    expect(splitCsv(read('province-population.csv'))[0]).toEqual(provincePopulationColumns);
    expect(provinces).toHaveLength(15);
    for (const { province_code, name_zh, name_en } of provinces.filter((p) => p.province_code !== 'all'))
      expect(codeLists.province?.codes).toContainEqual({
        code: province_code,
        label: { zh: name_zh, en: name_en },
      });
  });

  test('growth recomputes within 0.05 points: the source rounded population after computing it', () => {
    for (const { name_en, population_2000, population_2010, growth_printed } of provinces) {
      const growth = 100 * (population_2010 / population_2000 - 1);
      expect(Math.abs(growth - growth_printed), name_en).toBeLessThan(0.05);
    }
  });
});
