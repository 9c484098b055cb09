import type { Claim, Codebook } from '../codebook.ts';
import { absent, asked, evidence, inferred, note, notes, verified } from './columns.ts';
import { placeholder } from './placeholder.ts';
import * as recode from './recodes.ts';

const inCopy = (raw: string, variable: string): Claim => ({
  raw,
  variable,
  confidence: 'inferred',
  source: 'S4',
  note: notes.seenIn2017Layout,
});
const marriage = {
  source: 'S1',
  question: 'marriage_or_living_together',
  note: note('题目包括开始同居的时间。', 'The question includes the start of living together.'),
};

/** The national individual file of 2018: little of it is known, and a file that goes by its name has the layout of 2017. */
export const monitoring2018: Codebook = {
  name: 'monitoring-2018',
  instrument: 'monitoring',
  wave: '2018',
  interview: { year: 2018, month: 5 },
  age_window: [15, null],
  usual_rows: 152_000,
  roster_slots: 10,
  evidence: evidence(['recalled', 'R'], ['verified', 'S1'], ['verified', 'S1']),
  note: note(
    '只核实了到达年月和初婚年月。列为 q101m1y、q101j1a 的“2018”文件是2017年版式，很可能是2017年数据：若按2018年计算，年龄差一岁。',
    'Only arrival and first marriage were verified. A “2018” file with columns q101m1y and q101j1a has the layout of 2017 and probably its data: taken for 2018, ages are off by one.',
  ),
  respondent: [
    { ...placeholder('respondent_id'), read: 'text' },
    inferred('province', 'C1', { source: 'S4', read: 'province' }),
    inferred('prefecture', 'C2', { source: 'S4', read: 'prefecture' }),
    inferred('county', 'C3', { source: 'S4', read: 'text' }),
    placeholder('survey_weight'),
    { ...placeholder('sex', recode.sex), raw: 'x_sex_1' },
    { ...placeholder('birth_year'), raw: 'x_birth_year_1' },
    { ...placeholder('birth_month'), raw: 'x_birth_month_1' },
    { ...placeholder('education', recode.education7), raw: 'x_education_1' },
    placeholder('ethnicity', recode.han),
    placeholder('hukou_type', recode.hukouType6),
    placeholder('marital_status', recode.maritalStatus),
    placeholder('migration_range', recode.migrationRange),
    verified('arrival_year', 'Q101MY1', { source: 'S1' }),
    verified('arrival_month', 'Q101MM1', { source: 'S1' }),
    placeholder('employed', recode.yesNo),
    placeholder('employment_status', recode.employmentStatus5),
    {
      ...placeholder('fixed_employer', recode.fixedEmployer5),
      raw: 'x_employment_status',
      missing: recode.otherStatus5,
    },
    placeholder('contract', recode.contract),
    placeholder('weekly_hours'),
    placeholder('monthly_income'),
    placeholder('insurance_rural_cooperative', recode.yesNoNotSure),
    placeholder('insurance_urban_rural_resident', recode.yesNoNotSure),
    placeholder('insurance_urban_resident', recode.yesNoNotSure),
    placeholder('insurance_urban_employee', recode.yesNoNotSure),
    placeholder('insurance_public', recode.yesNoNotSure),
    placeholder('enrolment_place', recode.enrolmentPlace),
    placeholder('social_security_card', recode.socialSecurityCard),
    placeholder('residence_permit', recode.yesNoNotSure),
    placeholder('self_rated_health', recode.selfRatedHealth),
    verified('first_marriage_year', 'Q312Y', marriage),
    verified('first_marriage_month', 'Q312M', marriage),
  ],
  member: [
    { ...placeholder('relation', recode.relation), raw: 'x_relation_{n}' },
    { ...placeholder('sex', recode.sex), raw: 'x_sex_{n}' },
    { ...placeholder('birth_year'), raw: 'x_birth_year_{n}' },
    { ...placeholder('birth_month'), raw: 'x_birth_month_{n}' },
    { ...placeholder('education', recode.education7), raw: 'x_education_{n}' },
    { ...placeholder('residence', recode.residence), raw: 'x_residence_{n}' },
  ],
  not_asked: [
    ...absent('verified', 'S1', ['first_departure_year', 'first_departure_month']),
    ...absent('inferred', 'S1', ['moves']),
    ...['hukou_province', 'hukou_county'].map((variable) => ({
      variable,
      confidence: 'inferred' as const,
      source: 'S1',
      kind: 'not_released' as const,
      note: note(
        '已知的2018年版式没有户籍地列；文件名为2018的另一份有，但它是2017年版式。',
        'The known layout of 2018 has no column for it; another file named 2018 has one, but that is the layout of 2017.',
      ),
    })),
  ],
  asked: [
    ...asked('verified', 'S17', ['family_doctor']),
    ...asked('verified', 'S11,S17', ['self_rated_health', 'illness', 'chronic_disease']),
    ...asked('recalled', 'R', [
      'employment_status',
      'insurance_rural_cooperative',
      'insurance_urban_rural_resident',
      'insurance_urban_resident',
      'insurance_urban_employee',
      'insurance_public',
      'enrolment_place',
      'social_security_card',
      'residence_permit',
    ]),
  ],
  claims: [
    inCopy('ID', 'respondent_id'),
    inCopy('q101a1', 'relation'),
    inCopy('q101b1', 'sex'),
    inCopy('q101e1', 'education'),
    inCopy('q101h1', 'marital_status'),
    inCopy('q101j1a', 'hukou_province'),
    inCopy('q101j1a', 'hukou_county'),
  ],
};
