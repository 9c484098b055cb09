import type { Codebook } from '../codebook.ts';
import { absent, asked, evidence, inferred, note, notes, verified } from './columns.ts';
import { placeholder } from './placeholder.ts';
import * as recode from './recodes.ts';

const script = { source: 'S6b' };
const marital = {
  source: 'S1,S1b,S7',
  codes: recode.maritalStatus,
  codes_confidence: 'inferred' as const,
  note: notes.maritalCodes,
};
const agreement = { ...script, codes: recode.agreement, codes_confidence: 'inferred' as const };

/** The national individual file of 2012: mnemonic names, birth as YYYYMM, arrival by year alone, education in eight codes. */
export const monitoring2012: Codebook = {
  name: 'monitoring-2012',
  instrument: 'monitoring',
  wave: '2012',
  interview: { year: 2012, month: 5 },
  age_window: [15, 59],
  usual_rows: 158_556,
  roster_slots: 10,
  evidence: evidence(['recalled', 'R'], ['recalled', 'R'], ['verified', 'S1,S20']),
  note: note(
    '到达月份和流动原因本轮没有；伙食支出分两列，需相加。一份公开脚本用2011年计算本轮年龄。',
    'Month of arrival and reason for moving are absent; food stands in two columns that are to be added. One public script computes ages of this wave from 2011.',
  ),
  respondent: [
    inferred('respondent_id', 'inte_code', { source: 'S2', read: 'text', note: notes.locationCode }),
    verified('province', 'pro_name', { source: 'S2', read: 'province' }),
    verified('prefecture', 'city_name', { source: 'S2', read: 'prefecture' }),
    verified('survey_weight', 'w_l', { source: 'S2' }),
    verified('sex', 'gender_1', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'birt_date_1', { source: 'S2', read: 'year_of_yyyymm' }),
    verified('birth_month', 'birt_date_1', { source: 'S2', read: 'month_of_yyyymm' }),
    verified('ethnicity', 'nation_1', {
      source: 'S2,S7',
      codes: recode.han,
      texts: { 汉: 'han' },
      codes_confidence: 'recalled',
    }),
    verified('education', 'edu_status_1', {
      source: 'S2',
      codes: recode.education8,
      texts: recode.education8Texts,
    }),
    verified('hukou_type', 'acc_nature_1', { source: 'S2,S5', codes: recode.hukouType2 }),
    verified('hukou_province', 'resi_place_1', { source: 'S1,S2', read: 'province' }),
    verified('marital_status', 'mar_status_1', marital),
    verified('migration_range', 'flo_rage_1', {
      source: 'S2,S3',
      codes: recode.migrationRange,
      note: notes.rangeFour,
    }),
    verified('arrival_year', 'flo_time_1', { source: 'S1,S2' }),
    verified('first_departure_year', 'fir_away', {
      source: 'S1',
      read: 'not_known',
      note: notes.formNotSeen,
    }),
    inferred('employed', 'employment', { ...script, codes: recode.yesNo, codes_confidence: 'recalled' }),
    inferred('employment_status', 'emly_ident', {
      ...script,
      codes: recode.employmentStatus4,
      codes_confidence: 'placeholder',
      question: 'four_classes',
      note: notes.codesNotSeen,
    }),
    inferred('industry', 'industry', {
      ...script,
      codes: recode.industry,
      codes_confidence: 'placeholder',
      note: notes.codesNotSeen,
    }),
    inferred('employer_type', 'unit_quality', {
      ...script,
      codes: recode.employerType12,
      codes_confidence: 'placeholder',
      note: notes.codesNotSeen,
    }),
    placeholder('contract', recode.contract),
    placeholder('monthly_income'),
    inferred('weekly_hours', 'aver_days', { ...script, times: 'aver_hours' }),
    verified('months_without_work', 'time_unemploy', {
      ...script,
      read: 'not_known',
      note: notes.formNotSeen,
    }),
    verified('food_cost', 'foodcost_m', {
      ...script,
      plus: 'foodcost_m2',
      note: note('自付与单位提供两列相加。', 'Own cost and what the employer gives, added.'),
    }),
    verified('food_from_employer', 'foodcost_m2', script),
    verified('housing_cost', 'rent_m', script),
    verified('household_expenditure', 'cost_m', script),
    verified('household_income', 'famincom_m', script),
    verified('remittance', 'money_home', { ...script, note: notes.yearly }),
    verified('housing', 'housetype', {
      ...script,
      codes: recode.housing,
      codes_confidence: 'placeholder',
      note: notes.codesNotSeen,
    }),
    verified('first_marriage_year', 'firmarr_time', {
      source: 'S1',
      read: 'not_known',
      note: notes.formNotSeen,
    }),
    inferred('children_born', 'fer_numb', { source: 'S1' }),
    inferred('integration_likes_city', 'love_city', agreement),
    inferred('integration_follows_changes', 'atte_change', agreement),
    inferred('integration_wants_to_belong', 'loca_integrate', agreement),
    inferred('integration_feels_accepted', 'loca_accept', agreement),
    inferred('integration_feels_looked_down_on', 'loca_despise', { ...agreement, note: notes.reversed }),
  ],
  member: [
    { ...placeholder('relation', recode.relation), raw: 'x_relation_{n}' },
    { ...placeholder('residence', recode.residence), raw: 'x_residence_{n}' },
    verified('sex', 'gender_{n}', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'birt_date_{n}', { source: 'S2', read: 'year_of_yyyymm' }),
    verified('birth_month', 'birt_date_{n}', { source: 'S2', read: 'month_of_yyyymm' }),
    verified('education', 'edu_status_{n}', {
      source: 'S2',
      codes: recode.education8,
      texts: recode.education8Texts,
    }),
    verified('marital_status', 'mar_status_{n}', marital),
    verified('employed', 'emp_status_{n}', {
      ...script,
      codes: { '1': 'yes' },
      codes_partial: true,
      note: note(
        '在第2人（配偶）处见到；不是被访者本人的就业。',
        'Seen for person 2, the spouse; it is not the respondent’s own employment.',
      ),
    }),
  ],
  not_asked: [
    ...absent('verified', 'S1', ['arrival_month', 'migration_reason']),
    ...absent('verified', 'S1,S2', ['hukou_county']),
    ...absent('inferred', 'S2', ['county']),
    ...absent('inferred', 'S1', ['moves']),
  ],
  asked: [
    ...asked('verified', 'S20', ['pregnancy_place', 'childbirth_place']),
    ...asked('recalled', 'R', ['contract', 'monthly_income']),
  ],
  parts: [
    inferred('days_per_week', 'aver_days', { source: 'S6b', note: notes.partOfHours }),
    inferred('hours_per_day', 'aver_hours', { source: 'S6b', note: notes.partOfHours }),
  ],
  other_columns: [
    {
      raw: 'bir_place_1',
      meaning: { zh: '第一个子女出生地', en: 'place of birth of the first child' },
      confidence: 'inferred',
      source: 'S1',
    },
  ],
};
