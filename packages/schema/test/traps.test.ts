import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Codebook, isUsableOnRealFile, layoutSignature, type Mapping } from '../src/codebook.ts';
import { codebooks, recogniseLayout } from '../src/codebooks/index.ts';
import { codeLists, issueRules, Respondent, schoolingYears } from '../src/index.ts';
import { validateColumns } from '../src/validator/index.ts';
import { memberVariables } from '../src/variables/member.ts';
import { respondentVariables } from '../src/variables/respondent.ts';

const here = 'packages/schema/test/traps.test.ts';
const recognition = 'packages/schema/test/recognise-layout.test.ts';
const harmonise = 'packages/harmonise/test/harmonise.test.ts';
const harmoniseTraps = 'packages/harmonise/test/traps.test.ts';
const trend = 'packages/indicators/test/trend.test.ts';
const evaluate = 'packages/indicators/test/evaluate.test.ts';

/**
 * Every trap across waves (T1 to T14, sections 3.2 of the survey reference) and every error found in public scripts (E1 to E11, section 3.4),
 * with the test that shows it stopped: file, and the title of the test. Most are stopped by the schema; the last column says where not.
 */
const traps: readonly (readonly [id: string, trap: string, file: string, title: string])[] = [
  ['T1', 'same name, other meaning', here, '%s means something else in another wave'],
  [
    'T1',
    'the key is wave and name',
    harmoniseTraps,
    'one name, three waves: q101h1 is hukou type, hukou province, marital status',
  ],
  [
    'T2',
    'education has 8 codes, then 7',
    here,
    'education has eight codes up to 2013, where 5 is vocational secondary, and seven from 2014',
  ],
  ['T3', 'dates in four forms', here, 'dates are read in the form of their wave'],
  [
    'T4',
    'items that a wave lacks',
    here,
    'months of arrival of 2012, reason of 2012 and first departure of 2016 and 2018 are not asked',
  ],
  [
    'T5',
    'age window 15-59, then 15 and over',
    here,
    'every wave has its window of ages, with how sure it is',
  ],
  [
    'T5',
    'trends take the ages that all waves have',
    trend,
    'adding people aged 60 and over changes no trend, and does change levels',
  ],
  [
    'T6',
    'range code 4 is no migrant',
    here,
    'range code 4 has a code of its own, and is never one of the three ranges',
  ],
  [
    'T7',
    'status in employment changed its list',
    here,
    'the two lists of status in employment are told apart by name',
  ],
  ['T7', 'a trend breaks where the question does', trend, 'nothing is compared across a changed question'],
  [
    'T8',
    'yearly and monthly, own and household money',
    here,
    'what is sent home is yuan a year, all other money of the household yuan a month',
  ],
  ['T9', 'food of 2012 in two columns', here, 'food of 2012 stands in two columns that are added'],
  [
    'T10',
    'place names: old, short, cut',
    harmonise,
    'place names: full, short, cut at 20 bytes, garbled, unknown',
  ],
  [
    'T11',
    'counties of municipalities dropped',
    here,
    'the interview code is an identifier, never the source of a place',
  ],
  [
    'T12',
    'a year taken off the year of arrival',
    here,
    'length of stay is counted to the month of interview, without a rule that changes it',
  ],
  [
    'T13',
    'origin and destination',
    here,
    'the place of interview is C1 to C3 and the hukou q101j1a, not the other way round',
  ],
  [
    'T14',
    'a file named 2018 with the layout of 2017',
    recognition,
    'a file of 2017 under the name 2018 is 2017, and that is said',
  ],
  [
    'T14',
    'a file named 2014 of 16,024 rows',
    recognition,
    'the 2014 file of 16,024 rows is called the special sample that it probably is',
  ],
  ['E1', 'education and hukou of the spouse', here, 'the columns of the spouse are never the respondent’s'],
  ['E2', 'marriage and work of the spouse', harmoniseTraps, 'the spouse’s column of 2011 gives nothing'],
  [
    'E3',
    '中专 as junior college',
    harmoniseTraps,
    '中专 is upper secondary in 2013, and 5 is not junior college; in 2015 it is',
  ],
  ['E4', 'ages of 2012 from 2011', here, 'every wave is dated in its own year'],
  ['E5', 'missing filled with 0', here, 'an empty cell is null or a reason, never 0'],
  [
    'E6',
    'an absent column as 0 %',
    here,
    'no real column of insurance is claimed for 2012 to 2015, where no script has one',
  ],
  [
    'E6',
    'an absent column as 0 %',
    harmoniseTraps,
    'insurance that no column holds is not known: no cells, never 0 %',
  ],
  ['E6', 'an absent column as 0 %', evaluate, 'a question that the wave did not ask has no row, never 0 %'],
  ['E7', '非农业 contains 农', here, 'labels are told apart whole: 非农业 is not 农业'],
  [
    'E8',
    'food overwritten after a rename',
    here,
    'one variable has one mapping, and a column that is added is not another variable in place of it',
  ],
  [
    'E9',
    'undecided dropped from the outcome',
    here,
    'undecided is an answer: it has a code and is no missing reason',
  ],
  [
    'E10',
    'those without income dropped',
    here,
    'income has no filter of its own beyond its universe, and an odd one is kept',
  ],
  ['E11', 'origin and destination swapped', harmoniseTraps, 'interview and hukou of 2017 are not swapped'],
];

const all = Object.values(codebooks);
const respondent = new Map(respondentVariables.map((v) => [v.name, v]));
const of = (wave: string): Codebook => codebooks[`monitoring-${wave}`] as Codebook;
const meaning = (wave: string, raw: string): string[] =>
  of(wave)
    .respondent.filter((m) => [m.raw, m.times, m.plus].includes(raw))
    .map((m) => m.variable);
const mapping = (wave: string, variable: string): Mapping | undefined =>
  of(wave).respondent.find((m) => m.variable === variable);

describe('the table of traps', () => {
  test.each(traps)('%s %s has its test', (_, __, file, title) => {
    const text = readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');
    expect(text.replaceAll("\\'", "'")).toContain(title);
  });

  test('names all fourteen and all eleven', () => {
    const ids = new Set(traps.map(([id]) => id));
    for (let n = 1; n <= 14; n++) expect(ids).toContain(`T${n}`);
    for (let n = 1; n <= 11; n++) expect(ids).toContain(`E${n}`);
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
      expect(Object.keys(codes ?? {})).toHaveLength(Number(wave) <= 2013 ? 8 : 7);
      expect(codes?.[5]).toBe(Number(wave) <= 2013 ? 'upper_secondary' : 'junior_college');
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

  test('dates are read in the form of their wave', () => {
    const forms = (variable: string) => all.map(({ wave }) => mapping(wave, variable)?.read ?? null);
    const [yyyymm, number] = ['year_of_yyyymm', 'number'];
    expect(forms('birth_year')).toEqual([yyyymm, yyyymm, number, number, number, number, number, number]);
    expect(forms('arrival_year')).toEqual([yyyymm, ...Array(7).fill(number)]);
    expect(mapping('2017', 'arrival_year')?.raw).toBe('q101m1y');
    expect(mapping('2016', 'arrival_year')?.raw).toBe('Q101M1Y');
  });

  test('every wave has its window of ages, with how sure it is', () => {
    expect(all.map(({ age_window, evidence }) => [...age_window, evidence?.age_window.confidence])).toEqual([
      [16, 59, 'recalled'],
      [15, 59, 'recalled'],
      [15, 59, 'recalled'],
      [15, 59, 'verified'],
      [15, null, 'recalled'],
      [15, null, 'verified'],
      [15, null, 'verified'],
      [15, null, 'verified'],
    ]);
  });

  test('range code 4 has a code of its own, and is never one of the three ranges', () => {
    for (const { wave } of all) {
      const codes = mapping(wave, 'migration_range')?.codes;
      if (codes) expect(codes[4]).toBe('not_migrating');
    }
    expect(codeLists.migration_range?.codes.map(({ code }) => code)).toContain('not_migrating');
  });

  test('the two lists of status in employment are told apart by name', () => {
    expect(
      all.map(
        ({ wave }) => mapping(wave, 'employment_status')?.question ?? mapping(wave, 'employment_status')?.raw,
      ),
    ).toEqual([...Array(4).fill('four_classes'), ...Array(4).fill('x_employment_status')]);
    for (const wave of ['2015', '2016', '2017', '2018'])
      expect(Object.values(mapping(wave, 'employment_status')?.codes ?? {})).not.toContain('family_worker');
  });

  test('the interview code is an identifier, never the source of a place', () => {
    for (const wave of ['2012', '2013', '2014'])
      expect(meaning(wave, 'inte_code')).toEqual(['respondent_id']);
    for (const { wave } of all)
      for (const place of ['province', 'prefecture'])
        expect(mapping(wave, place)?.raw, `${wave} ${place}`).not.toBe('inte_code');
  });

  test('length of stay is counted to the month of interview, without a rule that changes it', () => {
    expect(respondent.get('stay_years')?.derived).toBe('months from arrival to the interview month, over 12');
    for (const { interview } of all) expect(interview.month).toBe(5);
  });

  test('every wave is dated in its own year', () => {
    for (const { wave, interview } of all) expect(String(interview.year)).toBe(wave);
  });

  test('an empty cell is null or a reason, never 0', () => {
    const numbers = respondentVariables.filter((v) => v.kind === 'number' && v.missing?.length !== 0);
    const shape = Respondent.shape as Record<string, { safeParse(value: unknown): { data?: unknown } }>;
    for (const { name } of numbers) expect(shape[name]?.safeParse(null).data, name).toBeNull();
    for (const variable of [...respondentVariables, ...memberVariables])
      expect(variable.missing, variable.name).toBeDefined();
    const verdict = validateColumns(
      { variables: numbers.filter((v) => v.name === 'weekly_hours') },
      { weekly_hours: [null, 0, 40] },
    );
    // an hour at least was worked by whoever is asked: a 0 is a filled-in blank, and is found
    expect(verdict.issues.map(({ code, rows }) => [code, rows])).toEqual([['value_out_of_range', [2]]]);
  });

  test('labels are told apart whole: 非农业 is not 农业', () => {
    const codes = new Map(codeLists.hukou_type?.codes.map(({ code, label }) => [label.zh, code]));
    expect([codes.get('农业'), codes.get('非农业')]).toEqual(['agricultural', 'non_agricultural']);
    for (const list of Object.values(codeLists))
      expect(new Set(list.codes.map(({ label }) => label.zh)).size, list.id).toBe(list.codes.length);
  });

  test('one variable has one mapping, and a column that is added is not another variable in place of it', () => {
    for (const { wave, respondent: mappings } of all)
      expect(new Set(mappings.map((m) => m.variable)).size, wave).toBe(mappings.length);
    expect(meaning('2012', 'foodcost_m2')).toEqual(['food_cost', 'food_from_employer']);
    expect(meaning('2012', 'foodcost_m')).toEqual(['food_cost']);
  });

  test('undecided is an answer: it has a code and is no missing reason', () => {
    expect(mapping('2017', 'stay_intention')?.codes).toEqual({ '1': 'yes', '2': 'no', '3': 'undecided' });
    for (const { respondent: mappings } of all)
      for (const m of mappings.filter(({ variable }) =>
        /intention|destination$|transfer|stay$/.test(variable),
      ))
        expect(Object.values(m.missing ?? {})).toEqual([]);
  });

  test('income has no filter of its own beyond its universe, and an odd one is kept', () => {
    expect(respondent.get('monthly_income')?.universe).toEqual([{ variable: 'employed', in: ['yes'] }]);
    expect(respondent.get('monthly_income')?.missing).toContain('missing');
    expect(issueRules.unusual_value?.action).toBe('keep');
  });

  test('the schooling of 中专 is that of upper secondary', () => {
    expect(
      schoolingYears[of('2011').respondent.find((m) => m.variable === 'education')?.codes?.[5] ?? ''],
    ).toBe(12);
  });

  test('a column of the 2017 layout is no evidence for 2018', () => {
    const found = recogniseLayout(layoutSignature(of('2017')), { wave: '2018' });
    expect(found.best?.codebook.wave).toBe('2017');
    for (const raw of ['q101m1y', 'q101j1a', 'Q314']) expect(meaning('2018', raw)).toEqual([]);
  });

  test('no invented name or code is used on a real file', () => {
    for (const { wave, respondent: mappings } of all)
      for (const m of mappings.filter(({ raw }) => raw.startsWith('x_')))
        expect(isUsableOnRealFile(m), `${wave} ${m.raw}`).toBe(false);
  });
});
