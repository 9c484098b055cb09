import type { Indicator, ManifestWave } from '@wavebook/schema';
import { indicatorsByTopic } from '@wavebook/schema/indicators';
import { surveyDesign, surveyProportion } from '@wavebook/survey-stats';
import { numberColumn, type Table, table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { evaluateIndicators } from '../src/index.ts';

const wave: ManifestWave = {
  instrument: 'monitoring',
  wave: '2017',
  synthetic: true,
  codebook: 'monitoring-2017',
  title: { zh: '合成', en: 'Synthetic' },
  design: 'as_sampled',
  rows_in: 0,
  rows_out: 0,
  issues: {},
  unmapped: [],
  not_asked: [],
  recalled: [],
  questions: {},
  controls: null,
};
const rows = 400;
const every = <T>(make: (i: number) => T): T[] => Array.from({ length: rows }, (_, i) => make(i));
const weight = Float64Array.from(every((i) => 1 + (i % 9)));
const strata = every((i) => (i % 2 === 0 ? '11' : '31'));
const psu = every((i) => `${i % 2}-${Math.floor(i / 20)}`);
const columns: Record<string, (string | null)[]> = {
  province: strata,
  sex: every((i) => (i % 3 === 0 ? 'male' : 'female')),
  employed: every((i) => (i % 10 === 0 ? 'no' : 'yes')),
  employment_status: every((i) => (i % 10 === 0 ? null : i % 4 === 0 ? 'own_account' : 'employee')),
  contract: every((i) =>
    i % 10 === 0 || i % 4 === 0
      ? null
      : i % 17 === 0
        ? null
        : i % 7 === 0
          ? 'not_sure'
          : i % 5 < 3
            ? 'fixed_term'
            : 'none',
  ),
  age_group: every((i) => (i < 3 ? '60+' : '25-34')),
  medical_insured: every((i) => (i === 5 ? 'no' : 'yes')),
};
const records = (extra: Record<string, (string | null)[]> = {}): Table =>
  table(rows, [
    ...Object.entries({ ...columns, ...extra }).map(([name, cells]) => [name, textColumn(cells)] as const),
    [
      'weekly_hours',
      numberColumn(Float64Array.from(every((i) => (i % 10 === 0 ? Number.NaN : 35 + (i % 30))))),
    ],
  ]);
const noMembers = table(0, []);
const design = surveyDesign({ weight, strata, psu });
const unweighted = surveyDesign({ weight: new Float64Array(rows).fill(1), strata, psu });
const indicator = (id: string): Indicator => {
  const found = Object.values(indicatorsByTopic)
    .flat()
    .find((i) => i.id === id);
  if (!found) throw new Error(id);
  return found;
};
const evaluate = (ids: string[], domains: string[], table_ = records()) =>
  evaluateIndicators(
    { wave, records: table_, members: noMembers, design, unweighted },
    ids.map(indicator),
    () => domains,
  ).filter((row) => row.variant === 'level');

describe('evaluateIndicators', () => {
  test('a share is the mean of a 0-1 variable over its universe on the full design', () => {
    const found = evaluate(['contract_signed'], ['all']).find((r) => r.weighting === 'weighted');
    const answered = Float64Array.from(
      every((i) => (columns.contract?.[i] ? (columns.contract[i] === 'fixed_term' ? 1 : 0) : Number.NaN)),
    );
    const [direct] = surveyProportion(design, answered);
    expect(found?.estimate).toBeCloseTo(direct?.estimate as number, 10);
    expect(found?.se).toBeCloseTo(direct?.se as number, 10);
    expect(found?.n).toBe(answered.filter((v) => !Number.isNaN(v)).length);
    expect(found?.missing_share).toBeGreaterThan(0);
    expect(found?.id).toBe('contract_signed.level.monitoring.2017.all.all.weighted');
  });

  test('“not sure” stays in the denominator', () => {
    const all = evaluate(['contract_signed'], ['all'])[0];
    const sure = evaluate(
      ['contract_signed'],
      ['all'],
      records({ contract: (columns.contract ?? []).map((c) => (c === 'not_sure' ? null : c)) }),
    )[0];
    expect(sure?.n).toBeLessThan(all?.n as number);
    expect(sure?.estimate).toBeGreaterThan(all?.estimate as number);
  });

  test('a question that the wave did not ask has no row, never 0 %', () => {
    expect(evaluate(['health_record', 'family_doctor'], ['all', 'sex'])).toEqual([]);
    expect(evaluate(['health_record'], ['all'], records({ health_record: every(() => null) }))).toEqual([]);
  });

  test('a level without respondents in the universe has n = 0 and no estimate', () => {
    const nobody = records({ employed: every((i) => (i < 3 ? 'no' : 'yes')) });
    const old = evaluate(['weekly_hours_mean'], ['age_group'], nobody).find((r) => r.level === '60+');
    expect(old).toMatchObject({ n: 0, estimate: null, se: null, ci_low: null, suppressed: true });
  });

  test('a cell or complement of fewer than ten respondents is confidential and suppressed, and keeps its number here', () => {
    const insured = evaluate(['medical_insured'], ['all'])[0];
    expect(insured).toMatchObject({ confidential: true, suppressed: true });
    expect(insured?.estimate).toBeGreaterThan(0.9);
    const small = evaluate(['weekly_hours_mean'], ['age_group']).find((r) => r.level === '60+');
    expect(small).toMatchObject({ confidential: true, quality: 'unreliable' });
  });

  test('the shares of a structure add up to 1 in every cell', () => {
    const found = evaluate(['employment_status_structure'], ['all', 'sex:province']);
    const sums = new Map<string, number>();
    for (const r of found) {
      const key = [r.domain, r.level, r.weighting].join();
      sums.set(key, (sums.get(key) ?? 0) + (r.estimate ?? 0));
    }
    expect(sums.size).toBe(10);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 10);
  });

  test('the unweighted rows count everybody once', () => {
    const row = evaluate(['employed'], ['all']).find((r) => r.weighting === 'unweighted');
    expect(row?.estimate).toBeCloseTo(0.9, 12);
    expect(row?.n_weighted).toBe(rows);
  });

  test('levels are those of the records, crossed in code-list order', () => {
    const levels = evaluate(['employed'], ['sex:province'])
      .filter((r) => r.weighting === 'weighted')
      .map((r) => r.level);
    expect(levels).toEqual(['male:11', 'male:31', 'female:11', 'female:31']);
  });
});
