import { describe, expect, test } from 'vitest';
import {
  type Codebook,
  isReadable,
  isUsableOnRealFile,
  layoutSignature,
  type Mapping,
} from '../../src/codebook.ts';
import { codebooks, sourceKeys, sourceLabel, sources, specialFiles } from '../../src/codebooks/index.ts';
import { memberVariables } from '../../src/variables/member.ts';
import { respondentVariables } from '../../src/variables/respondent.ts';

const all = Object.values(codebooks);
const respondent = new Map(respondentVariables.map((v) => [v.name, v]));
const member = new Map(memberVariables.map((v) => [v.name, v]));
const of = (wave: string): Codebook => codebooks[`monitoring-${wave}`] as Codebook;
const mappingsOf = (c: Codebook): Mapping[] => [...c.respondent, ...c.member, ...(c.parts ?? [])];
const meaning = (wave: string, raw: string): string[] =>
  of(wave)
    .respondent.filter((m) => [m.raw, m.times, m.plus].includes(raw))
    .map((m) => m.variable);

describe('every codebook', () => {
  test('there is one for each wave from 2011 to 2018', () => {
    expect(all.map((c) => c.wave)).toEqual(['2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018']);
  });

  test.each(all)('$wave: every name that is not a placeholder has sources of the list', (codebook) => {
    const cited = [
      ...mappingsOf(codebook),
      ...mappingsOf(codebook).flatMap((m) => m.aliases ?? []),
      ...codebook.not_asked,
      ...(codebook.not_asked_of_members ?? []),
      ...(codebook.asked ?? []),
      ...(codebook.claims ?? []),
      ...(codebook.other_columns ?? []),
      ...Object.values(codebook.evidence ?? {}),
    ];
    for (const { confidence, source } of cited) {
      for (const key of sourceKeys(source)) expect(sourceLabel(key), `"${key}" in ${source}`).toBeDefined();
      if (confidence === 'verified' || confidence === 'inferred')
        for (const key of sourceKeys(source)) expect(Object.keys(sources)).toContain(key);
      expect(source === 'invented for synthetic files').toBe(confidence === 'placeholder');
    }
    expect(codebook.evidence).toBeDefined();
  });

  test.each(all)(
    '$wave: maps, claims and denies only variables that exist and are not derived',
    (codebook) => {
      for (const m of codebook.respondent) {
        expect(respondent.has(m.variable), m.variable).toBe(true);
        expect(respondent.get(m.variable)?.derived, m.variable).toBeUndefined();
      }
      for (const m of codebook.member) expect(member.has(m.variable), m.variable).toBe(true);
      for (const { variable } of codebook.not_asked_of_members ?? [])
        expect(member.has(variable), variable).toBe(true);
      for (const { variable } of codebook.not_asked) expect(respondent.has(variable), variable).toBe(true);
      for (const { variable } of [...(codebook.asked ?? []), ...(codebook.claims ?? [])])
        expect(respondent.has(variable) || member.has(variable), variable).toBe(true);
    },
  );

  test.each(all)('$wave: says one thing of a variable', (codebook) => {
    const known = codebook.respondent.filter((m) => m.confidence !== 'placeholder').map((m) => m.variable);
    const denied = codebook.not_asked.map((a) => a.variable);
    const asked = (codebook.asked ?? []).map((a) => a.variable);
    for (const list of [codebook.respondent.map((m) => m.variable), denied, asked])
      expect(new Set(list).size).toBe(list.length);
    expect(known.filter((v) => denied.includes(v) || asked.includes(v))).toEqual([]);
    expect(asked.filter((v) => denied.includes(v))).toEqual([]);
  });

  test.each(all)('$wave: a category is read as codes, a number as a number', (codebook) => {
    const check = (m: Mapping, kind: string | undefined): void => {
      if (m.read === 'not_known') return;
      if (kind === 'number')
        expect(['number', 'year_of_yyyymm', 'month_of_yyyymm'], m.variable).toContain(m.read);
      if (kind === 'category') expect(['code', 'province', 'province_of_code'], m.variable).toContain(m.read);
      expect(m.read === 'code' ? kind : 'category', m.variable).toBe('category');
    };
    for (const m of codebook.respondent.filter((c) => c.read === 'code' || c.read === 'number'))
      if (m.read === 'code') check(m, respondent.get(m.variable)?.kind);
      else expect(respondent.get(m.variable)?.kind, m.variable).toBe('number');
    for (const m of codebook.member.filter((c) => c.read === 'code')) check(m, member.get(m.variable)?.kind);
  });

  test('placeholders stand in the waves that have synthetic files, and in no other', () => {
    const invented = all.filter((c) => mappingsOf(c).some((m) => m.confidence === 'placeholder'));
    expect(invented.map((c) => c.wave)).toEqual(['2011', '2014', '2016', '2017']);
  });

  test('a column whose form or codes are not known, or known in part, is not read from a real file', () => {
    const find = (wave: string, raw: string) => of(wave).respondent.find((m) => m.raw === raw) as Mapping;
    for (const [wave, raw] of [
      ['2012', 'fir_away'],
      ['2012', 'unit_quality'],
      ['2015', 'Q207'],
      ['2015', 'Q211'],
      ['2017', 'Q318'],
      ['2011', 'q207'],
    ] as const)
      expect(isUsableOnRealFile(find(wave, raw)), `${wave} ${raw}`).toBe(false);
    expect(isReadable(find('2015', 'Q211'))).toBe(true);
    expect(isReadable(find('2012', 'fir_away'))).toBe(false);
    expect(isUsableOnRealFile(find('2015', 'Q206'))).toBe(true);
  });

  test('what one source claims and another contradicts is never a mapping', () => {
    for (const raw of ['Q202', 'Q205', 'Q208', 'Q209', 'q101i1', 'q101l1'])
      expect(meaning('2015', raw)).toEqual([]);
    const said = of('2015').claims?.filter((c) => c.raw === 'Q206');
    expect(said?.map((c) => [c.variable, c.source])).toEqual([['employment_status', 'S6']]);
    expect(meaning('2015', 'Q206')).toEqual(['occupation']);
  });

  test('special files have names of their own and the sizes of the sources', () => {
    expect(new Set(specialFiles.map((f) => f.id)).size).toBe(specialFiles.length);
    const rows = Object.fromEntries(specialFiles.map((f) => [f.id, f.rows]));
    expect(rows).toMatchObject({
      '2014-8-cities': 16_024,
      '2017-8-cities-migrants': 13_998,
      '2017-8-cities-residents': 14_000,
      '2010-6-cities-migrants': 8_200,
      '2010-6-cities-residents': 8_200,
    });
    for (const file of specialFiles)
      for (const key of sourceKeys(file.source)) expect(sources[key], key).toBeDefined();
  });
});

describe('traps', () => {
  test.each([
    ['q101e1', { 2011: 'hukou_province', 2015: 'education', 2017: 'education' }],
    ['q101f1', { 2011: 'ethnicity', 2015: 'hukou_type', 2017: 'hukou_type' }],
    ['q101g1', { 2011: 'education', 2015: 'marital_status' }],
    ['q101h1', { 2011: 'hukou_type', 2015: 'hukou_province', 2017: 'marital_status' }],
    ['q101i1', { 2011: 'migration_range', 2017: 'local_hukou' }],
    ['q101l1', { 2017: 'migration_range' }],
    ['Q201', { 2016: 'moves', 2017: 'employed' }],
  ])('%s means something else in another wave', (raw, byWave) => {
    for (const [wave, variable] of Object.entries(byWave)) expect(meaning(wave, raw)).toEqual([variable]);
  });

  test('q101j1 is the date of arrival in 2011 and the range in 2015', () => {
    expect(meaning('2011', 'q101j1')).toEqual(['arrival_year', 'arrival_month']);
    expect(meaning('2015', 'q101j1')).toEqual(['migration_range']);
  });

  test('the columns of the spouse are never the respondent’s', () => {
    for (const codebook of all)
      for (const raw of ['q101g2', 'q101h2', 'q101k2', 'q101l2', 'mar_status_2', 'emp_status_2'])
        expect(meaning(codebook.wave, raw)).toEqual([]);
  });

  test('education has eight codes up to 2013, where 5 is vocational secondary, and seven from 2014', () => {
    for (const { wave, respondent: mappings } of all) {
      const codes = mappings.find((m) => m.variable === 'education')?.codes;
      if (wave === '2018') expect(codes).toBeUndefined();
      else {
        expect(Object.keys(codes ?? {})).toHaveLength(Number(wave) <= 2013 ? 8 : 7);
        expect(codes?.[5]).toBe(Number(wave) <= 2013 ? 'upper_secondary' : 'junior_college');
      }
    }
  });

  test('the place of interview is C1 to C3 and the hukou q101j1a, not the other way round', () => {
    expect(['C1', 'C2', 'C3'].flatMap((raw) => meaning('2017', raw))).toEqual([
      'province',
      'prefecture',
      'county',
    ]);
    expect(meaning('2017', 'q101j1a')).toEqual(['hukou_province', 'hukou_county']);
  });

  test('what is sent home is yuan a year, all other money of the household yuan a month', () => {
    expect(respondent.get('remittance')?.unit).toBe('yuan per year');
    for (const name of ['food_cost', 'housing_cost', 'household_expenditure', 'household_income'])
      expect(respondent.get(name)?.unit).toBe('yuan per month');
    for (const wave of ['2011', '2012', '2013'])
      expect(of(wave).respondent.find((m) => m.variable === 'remittance')?.note?.en).toMatch(/yuan a year/i);
  });

  test('food of 2012 stands in two columns that are added', () => {
    const food = of('2012').respondent.find((m) => m.variable === 'food_cost');
    expect([food?.raw, food?.plus]).toEqual(['foodcost_m', 'foodcost_m2']);
  });

  test('no real column of insurance is claimed for 2012 to 2015, where no script has one', () => {
    for (const wave of ['2012', '2013', '2014', '2015'])
      for (const m of of(wave).respondent)
        if (/insur|housing_fund/.test(m.variable)) expect(m.confidence, m.variable).toBe('placeholder');
  });

  test('months of arrival of 2012, reason of 2012 and first departure of 2016 and 2018 are not asked', () => {
    const denied = (wave: string) => of(wave).not_asked.map((a) => a.variable);
    expect(denied('2012')).toEqual(expect.arrayContaining(['arrival_month', 'migration_reason']));
    for (const wave of ['2016', '2018'])
      expect(denied(wave)).toEqual(expect.arrayContaining(['first_departure_year', 'first_departure_month']));
    expect(of('2017').not_asked.find((a) => a.variable === 'first_marriage_year')?.kind).toBe('not_released');
    expect(of('2018').not_asked.find((a) => a.variable === 'hukou_province')?.kind).toBe('not_released');
  });

  test('2013 and 2014 are told apart by the spelling of education and hukou', () => {
    const [earlier, later] = ['2013', '2014'].map((wave) => layoutSignature(of(wave)));
    expect(earlier?.filter((name) => !later?.includes(name))).toEqual(['edu_status_1', 'acc_nature_1']);
    expect(later?.filter((name) => !earlier?.includes(name))).toEqual(['edu_stat_1', 'acc_nat_1']);
    const alias = of('2014').respondent.find((m) => m.variable === 'education')?.aliases?.[0];
    expect([alias?.raw, alias?.confidence]).toEqual(['edu_status_1', 'inferred']);
  });
});
