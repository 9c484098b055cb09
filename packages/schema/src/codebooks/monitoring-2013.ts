import type { Codebook } from '../codebook.ts';
import { absent, asked, evidence, inferred, note, notes, verified } from './columns.ts';
import { placeholder } from './placeholder.ts';
import * as recode from './recodes.ts';

const script = { source: 'S5' };
const marital = {
  source: 'S1,S1b,S7',
  codes: recode.maritalStatus,
  codes_confidence: 'inferred' as const,
  note: notes.maritalCodes,
};
const agreement = { ...script, codes: recode.agreement, codes_confidence: 'inferred' as const };
const text = note(
  '一份文件中为中文文字而非编码，部分字节乱码。',
  'One copy holds Chinese text instead of codes, some of it garbled.',
);
const birthAlias = { raw: 'a101c1', confidence: 'inferred' as const, source: 'S2' };

/** The national individual file of 2013: the mnemonics of 2014 with other spellings, education still in eight codes. */
export const monitoring2013: Codebook = {
  name: 'monitoring-2013',
  instrument: 'monitoring',
  wave: '2013',
  interview: { year: 2013, month: 5 },
  age_window: [15, 59],
  usual_rows: 198_795,
  roster_slots: 10,
  evidence: evidence(['recalled', 'R'], ['recalled', 'R'], ['verified', 'S1']),
  note: note(
    '与2014年只差拼写（edu_status_1 / edu_stat_1，acc_nature_1 / acc_nat_1）和受教育程度编码（8 / 7类）。',
    'Differs from 2014 in spelling (edu_status_1 / edu_stat_1, acc_nature_1 / acc_nat_1) and in the codes of education (8 / 7).',
  ),
  respondent: [
    inferred('respondent_id', 'inte_code', { source: 'S2', read: 'text', note: notes.locationCode }),
    verified('province', 'pro_name', { source: 'S2', read: 'province' }),
    verified('prefecture', 'city_name', { source: 'S2', read: 'prefecture' }),
    verified('survey_weight', 'w_l', { source: 'S2' }),
    verified('sex', 'gender_1', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'birt_y_1', { source: 'S2', aliases: [birthAlias] }),
    verified('birth_month', 'birt_m_1', { source: 'S2', aliases: [birthAlias] }),
    verified('ethnicity', 'nation_1', {
      source: 'S2,S5',
      codes: recode.han,
      texts: recode.ethnicityTexts,
      codes_confidence: 'recalled',
      note: text,
    }),
    verified('education', 'edu_status_1', {
      source: 'S2,S5',
      codes: recode.education8,
      texts: recode.education8Texts,
      note: text,
    }),
    verified('hukou_type', 'acc_nature_1', { source: 'S2,S5', codes: recode.hukouType2, note: text }),
    verified('hukou_province', 'resi_place_1', { source: 'S1,S2', read: 'province' }),
    verified('marital_status', 'mar_status_1', marital),
    verified('migration_range', 'flo_rage_1', {
      source: 'S2,S3',
      codes: recode.migrationRange,
      note: notes.rangeFour,
    }),
    verified('arrival_year', 'floyear_1', { source: 'S1,S2' }),
    verified('arrival_month', 'flomon_1', { source: 'S1,S2' }),
    verified('first_departure_year', 'fir_away_Y', { source: 'S1' }),
    verified('first_departure_month', 'fir_away_M', { source: 'S1' }),
    inferred('employment_status', 'emly_ident', {
      ...script,
      codes: recode.employmentStatus4,
      codes_confidence: 'placeholder',
      question: 'four_classes',
      note: notes.codesNotSeen,
    }),
    inferred('employer_type', 'unit_quality', {
      ...script,
      codes: recode.employerType12,
      codes_confidence: 'placeholder',
      note: notes.codesNotSeen,
    }),
    placeholder('employed', recode.yesNo),
    placeholder('contract', recode.contract),
    placeholder('monthly_income'),
    inferred('weekly_hours', 'aver_days', { ...script, times: 'aver_hours' }),
    inferred('months_without_work', 'time_unemploy', {
      source: 'S6b',
      read: 'not_known',
      note: notes.formNotSeen,
    }),
    verified('food_cost', 'foodcost_m', script),
    verified('housing_cost', 'rent_m', script),
    verified('household_expenditure', 'cost_m', script),
    verified('household_income', 'famincom_m', script),
    inferred('remittance', 'money_home', {
      ...script,
      note: note('只在部分文件中；元/年。', 'In some copies only; yuan a year.'),
    }),
    verified('first_marriage_year', 'firmarr_y', { source: 'S1' }),
    verified('first_marriage_month', 'firmarr_m', { source: 'S1' }),
    inferred('integration_likes_city', 'love_city', agreement),
    inferred('integration_follows_changes', 'atte_change', agreement),
    inferred('integration_wants_to_belong', 'loca_integrate', agreement),
    inferred('integration_feels_accepted', 'loca_accept', agreement),
    inferred('integration_feels_looked_down_on', 'loca_despise', { ...agreement, note: notes.reversed }),
  ],
  member: [
    { ...placeholder('relation', recode.relation), raw: 'x_relation_{n}' },
    verified('sex', 'gender_{n}', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'birt_y_{n}', { source: 'S2' }),
    verified('birth_month', 'birt_m_{n}', { source: 'S2' }),
    verified('education', 'edu_status_{n}', {
      source: 'S2',
      codes: recode.education8,
      texts: recode.education8Texts,
    }),
    verified('marital_status', 'mar_status_{n}', marital),
    inferred('residence', 'cur_place_{n}', {
      source: 'S2',
      codes: recode.residence,
      codes_confidence: 'recalled',
    }),
  ],
  not_asked: [
    ...absent('verified', 'S1,S2', ['hukou_county']),
    ...absent('inferred', 'S2', ['county']),
    ...absent('inferred', 'S1', ['moves']),
  ],
  not_asked_of_members: absent('inferred', 'S5', ['employed']),
  asked: asked('recalled', 'R', ['migration_reason', 'contract', 'monthly_income']),
  parts: [
    inferred('days_per_week', 'aver_days', { source: 'S5', note: notes.partOfHours }),
    inferred('hours_per_day', 'aver_hours', { source: 'S5', note: notes.partOfHours }),
  ],
};
