import type { Codebook } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { table, textColumn } from '@wavebook/tables';
import { describe, expect, test } from 'vitest';
import { type Cells, type HarmonisedWave, harmonise, reasonCodes, textAt } from '../src/index.ts';

const provinceColumn: Readonly<Record<string, string>> = { 2015: 'F1', 2017: 'C1', 2011: 'ProCODE' };

/** A real file of a wave with the columns given, beside province and weight. */
function read(wave: string, columns: Record<string, (string | null)[]>): HarmonisedWave {
  const rows = Math.max(...Object.values(columns).map((c) => c.length));
  const all: Record<string, (string | null)[]> = {
    [provinceColumn[wave] ?? 'pro_name']: Array(rows).fill('52'),
    w_l: Array(rows).fill('1'),
    ...columns,
  };
  return harmonise(
    table(
      rows,
      Object.entries(all).map(([name, cells]) => [name, textColumn(cells)]),
    ),
    codebooks[`monitoring-${wave}`] as Codebook,
    { synthetic: false },
  );
}
const texts = (cells: Cells | undefined): (string | null)[] =>
  cells ? Array.from(cells.reasons, (_, row) => textAt(cells, row)) : [];
const reasons = (cells: Cells | undefined) => Array.from(cells?.reasons ?? [], (r) => reasonCodes[r]);

describe('real files of every wave', () => {
  test('one name, three waves: q101h1 is hukou type, hukou province, marital status', () => {
    const [y2011, y2015, y2017] = ['2011', '2015', '2017'].map((wave) => read(wave, { q101h1: ['1', '11'] }));
    expect(texts(y2011?.respondents.get('hukou_type'))).toEqual(['agricultural', null]);
    expect(texts(y2015?.respondents.get('hukou_province'))).toEqual([null, '11']);
    expect(texts(y2017?.respondents.get('marital_status'))).toEqual(['never_married', null]);
    for (const wave of [y2015, y2017]) expect(wave?.respondents.has('hukou_type')).toBe(false);
  });

  test('中专 is upper secondary in 2013, and 5 is not junior college; in 2015 it is', () => {
    const wave = read('2013', { edu_status_1: ['中专', '5', '6', '高中', '大学专科'] });
    expect(texts(wave.respondents.get('education'))).toEqual([
      'upper_secondary',
      'upper_secondary',
      'junior_college',
      'upper_secondary',
      'junior_college',
    ]);
    expect(texts(read('2015', { q101e1: ['5'] }).respondents.get('education'))).toEqual(['junior_college']);
  });

  test('hukou as text in 2013: 非农业 holds 农 and is not agricultural; garbled text is invalid', () => {
    const cells = read('2013', { acc_nature_1: ['农业', '非农业', 'ũҵ', ' '] }).respondents.get('hukou_type');
    expect(texts(cells)).toEqual(['agricultural', 'non_agricultural', null, null]);
    expect(reasons(cells)).toEqual([null, null, 'invalid', 'missing']);
  });

  test('insurance that no column holds is not known: no cells, never 0 %', () => {
    const wave = read('2013', { gender_1: ['1', '2'] });
    expect(wave.respondents.has('pension_insured')).toBe(false);
    expect(wave.unmapped).toContain('pension_insured');
    expect(wave.notAsked).not.toContain('pension_insured');
  });

  test('what the wave lacks is not asked in every row', () => {
    const wave = read('2012', { flo_time_1: ['2009', '2011'] });
    expect(texts(wave.respondents.get('arrival_year'))).toEqual(['2009', '2011']);
    expect(reasons(wave.respondents.get('arrival_month'))).toEqual(['not_asked', 'not_asked']);
  });

  test('a column whose codes or form are not known, or known in part, is left alone', () => {
    const y2015 = read('2015', { Q207: ['1'], Q211: ['1'], Q206: ['41'] });
    expect(y2015.respondents.has('industry')).toBe(false);
    expect(y2015.respondents.has('long_term_stay')).toBe(false);
    expect(texts(y2015.respondents.get('occupation'))).toEqual(['41']);
    expect(y2015.recalled).toContain('occupation');
    expect(read('2012', { fir_away: ['200503'] }).unmapped).toContain('first_departure_year');
  });

  test('a guess is not read: Q205, Q208 and Q209 of 2015', () => {
    const wave = read('2015', { Q205: ['1'], Q208: ['6'], Q209: ['8'] });
    for (const name of ['employer_type', 'employment_status', 'days_per_week', 'hours_per_day'])
      expect(wave.respondents.has(name), name).toBe(false);
  });

  test('food of 2012 is the sum of both columns, missing where one is; what employers give stands apart', () => {
    const wave = read('2012', { foodcost_m: ['500', '500', null], foodcost_m2: ['200', null, '200'] });
    expect(texts(wave.respondents.get('food_cost'))).toEqual(['700', null, null]);
    expect(reasons(wave.respondents.get('food_cost'))).toEqual([null, 'missing', 'missing']);
    expect(texts(wave.respondents.get('food_from_employer'))).toEqual(['200', null, '200']);
  });

  test('food of 2012 with one of its columns absent is not known', () => {
    expect(read('2012', { foodcost_m: ['500'] }).unmapped).toContain('food_cost');
  });

  test('interview and hukou of 2017 are not swapped', () => {
    const wave = read('2017', { C1: ['44', '44'], q101j1a: ['520123', '43'] });
    expect(texts(wave.respondents.get('province'))).toEqual(['44', '44']);
    expect(texts(wave.respondents.get('hukou_province'))).toEqual(['52', null]);
    expect(texts(wave.respondents.get('hukou_county'))).toEqual(['520123', null]);
  });

  test('the spouse’s column of 2011 gives nothing', () => {
    const wave = read('2011', { q101k2: ['2'], q101l2: ['1'], q101g2: ['7'] });
    for (const name of ['marital_status', 'employed', 'education'])
      expect(wave.respondents.has(name), name).toBe(false);
  });
});
