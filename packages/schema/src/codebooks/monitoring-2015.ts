import type { Claim, Codebook } from '../codebook.ts';
import { healthEducationItems } from '../variables/respondent.ts';
import { absent, asked, evidence, inferred, note, notes, recalled, verified } from './columns.ts';
import { placeholder } from './placeholder.ts';
import * as recode from './recodes.ts';

const guess = { source: 'S6', note: notes.nameFromGuess };

/** Where one script guesses names (S6) and another ran regressions on the real file (S7), the second is believed. */
const conflict = (raw: string, variable: string, en: string, zh: string): Claim => ({
  raw,
  variable,
  confidence: 'inferred',
  source: 'S6',
  note: { zh, en },
});

/** The national individual file of 2015: lower-case roster, upper-case questions, places in `F1` to `F3`. */
export const monitoring2015: Codebook = {
  name: 'monitoring-2015',
  instrument: 'monitoring',
  wave: '2015',
  interview: { year: 2015, month: 5 },
  age_window: [15, null],
  usual_rows: 206_000,
  roster_slots: 10,
  evidence: evidence(['recalled', 'R'], ['recalled', 'R'], ['verified', 'S1']),
  note: note(
    '两份脚本对就业部分题号说法不同（S6 与 S7）；采用在真实文件上做过回归的 S7。',
    'Two scripts disagree on the numbers of the employment block (S6 and S7); S7, which ran regressions on the real file, is followed.',
  ),
  respondent: [
    verified('respondent_id', 'ID', {
      source: 'S1,S4,S7',
      read: 'text',
      aliases: [{ raw: 'newID', confidence: 'verified', source: 'S1,S4,S7' }],
    }),
    verified('province', 'F1', {
      source: 'S7',
      read: 'province',
      aliases: [{ raw: 'pro', confidence: 'inferred', source: 'S2' }],
    }),
    verified('prefecture', 'F2', { source: 'S7', read: 'prefecture' }),
    verified('county', 'F3', { source: 'S7', read: 'text' }),
    verified('survey_weight', 'w_l', { source: 'S2' }),
    verified('sex', 'q101b1', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'q101c1y', { source: 'S2,S7' }),
    verified('birth_month', 'q101c1m', { source: 'S2,S7' }),
    verified('ethnicity', 'q101d1', {
      source: 'S2,S7',
      codes: recode.han,
      texts: { 汉: 'han' },
      codes_confidence: 'recalled',
    }),
    verified('education', 'q101e1', { source: 'S2,S7', codes: recode.education7 }),
    verified('hukou_type', 'q101f1', {
      source: 'S2,S7',
      codes: recode.hukouType6,
      codes_confidence: 'recalled',
    }),
    verified('hukou_province', 'q101h1', { source: 'S1,S2', read: 'province' }),
    verified('marital_status', 'q101g1', { source: 'S1b,S7', codes: recode.maritalStatus }),
    verified('migration_range', 'q101j1', {
      source: 'S2,S3',
      codes: recode.migrationRange,
      note: notes.rangeFour,
    }),
    verified('arrival_year', 'q101k1y', { source: 'S1' }),
    verified('arrival_month', 'q101k1m', { source: 'S1' }),
    verified('first_departure_year', 'Q201Y', { source: 'S1' }),
    verified('first_departure_month', 'Q201M', { source: 'S1' }),
    verified('weekly_hours', 'Q203X', { source: 'S7' }),
    verified('occupation', 'Q206', {
      source: 'S7',
      codes: recode.occupation,
      codes_confidence: 'recalled',
    }),
    verified('industry', 'Q207', {
      source: 'S7',
      codes: recode.industry,
      codes_confidence: 'placeholder',
      note: notes.codesNotSeen,
    }),
    placeholder('employed', recode.yesNo),
    placeholder('employment_status', recode.employmentStatus5),
    {
      ...placeholder('fixed_employer', recode.fixedEmployer5),
      raw: 'x_employment_status',
      missing: recode.otherStatus5,
    },
    placeholder('contract', recode.contract),
    placeholder('health_record', recode.healthRecord),
    verified('monthly_income', 'Q210', { source: 'S7' }),
    verified('long_term_stay', 'Q211', {
      source: 'S7',
      codes: { '1': 'yes' },
      codes_partial: true,
      note: note(
        '只知1为打算长期居住；其余编码未见，因此不读取。',
        'Only 1, a long stay, is known; the other codes were not seen, so it is not read.',
      ),
    }),
    inferred('food_cost', 'Q102', {
      ...guess,
      aliases: [
        { raw: 'Q1021', confidence: 'inferred', source: 'S6' },
        { raw: 'Q1022', confidence: 'inferred', source: 'S6' },
      ],
    }),
    inferred('household_expenditure', 'Q103', guess),
    inferred('housing_cost', 'Q104', guess),
    inferred('household_income', 'Q105', guess),
    ...healthEducationItems.map((variable, i) =>
      recalled(variable, `Q303${'ABCDEFGHI'[i]}`, {
        source: 'S7',
        codes: recode.yesNo,
        codes_confidence: 'verified',
        note: notes.itemOrder,
      }),
    ),
    verified('first_marriage_year', 'Q305Y', { source: 'S1' }),
    verified('first_marriage_month', 'Q305M', { source: 'S1' }),
  ],
  member: [
    verified('relation', 'q101a{n}', {
      source: 'S1',
      codes: recode.relation,
      codes_confidence: 'recalled',
      aliases: [{ raw: 'q101id{n}', confidence: 'verified', source: 'S1' }],
    }),
    { ...placeholder('residence', recode.residence), raw: 'x_residence_{n}' },
    verified('sex', 'q101b{n}', { source: 'S2,S7', codes: recode.sex }),
    verified('birth_year', 'q101c{n}y', { source: 'S2,S7' }),
    verified('birth_month', 'q101c{n}m', { source: 'S2,S7' }),
    verified('education', 'q101e{n}', { source: 'S2,S7', codes: recode.education7 }),
  ],
  not_asked: [...absent('verified', 'S1,S2', ['hukou_county']), ...absent('inferred', 'S1', ['moves'])],
  not_asked_of_members: absent('inferred', 'S6', ['employed']),
  asked: [
    ...asked('verified', 'S18', ['health_record']),
    ...asked('verified', 'S1', ['pregnancy_place']),
    ...asked('recalled', 'R', ['contract']),
  ],
  claims: [
    conflict(
      'Q205',
      'employer_type',
      'One script’s guess; no other source.',
      '一份脚本的猜测；没有其他来源。',
    ),
    conflict(
      'Q206',
      'employment_status',
      'Contradicted: S7 has occupation here.',
      '与 S7 矛盾：该列是职业。',
    ),
    conflict(
      'Q208',
      'days_per_week',
      'Contradicted: S7 has hours a week in Q203X.',
      '与 S7 矛盾：周工时在 Q203X。',
    ),
    conflict(
      'Q209',
      'hours_per_day',
      'Contradicted: S7 has hours a week in Q203X.',
      '与 S7 矛盾：周工时在 Q203X。',
    ),
    { raw: 'Q202', variable: 'employed', confidence: 'recalled', source: 'R' },
    { raw: 'Q208', variable: 'employer_type', confidence: 'recalled', source: 'R' },
    { raw: 'Q209', variable: 'employment_status', confidence: 'recalled', source: 'R' },
    { raw: 'q101i1', variable: 'migration_reason', confidence: 'recalled', source: 'R' },
    { raw: 'q101l1', variable: 'migration_reason', confidence: 'recalled', source: 'R' },
  ],
  other_columns: [
    {
      raw: 'city_40',
      meaning: { zh: '四十个城市标识', en: 'mark of forty cities' },
      confidence: 'inferred',
      source: 'S7',
    },
    ...[1, 2, 3, 4, 5].map((child) => ({
      raw: `q307e${child}`,
      meaning: { zh: `第${child}个子女的孕期地点`, en: `place during the pregnancy with child ${child}` },
      confidence: 'verified' as const,
      source: 'S1',
    })),
  ],
};
