import type { Variable } from '../variable.ts';
import { rosterVariables } from './monitoring/roster.ts';
import { withWording } from './monitoring/wordings.ts';
import { monitoringReasons, withMissing } from './with-missing.ts';

const measured: readonly Variable[] = [
  { name: 'respondent_id', label: { zh: '被访者编码', en: 'Respondent identifier' }, kind: 'text' },
  {
    name: 'member_number',
    label: { zh: '成员序号', en: 'Member number' },
    kind: 'number',
    unit: 'slot of the roster, 1 is the respondent',
  },
  {
    name: 'relation',
    label: { zh: '与被访者关系', en: 'Relation to the respondent' },
    kind: 'category',
    codes: 'relation',
  },
  { name: 'sex', label: { zh: '性别', en: 'Sex' }, kind: 'category', codes: 'sex' },
  {
    name: 'birth_year',
    label: { zh: '出生年', en: 'Year of birth' },
    kind: 'number',
    unit: 'year',
    range: [1900, 2020],
  },
  {
    name: 'birth_month',
    label: { zh: '出生月', en: 'Month of birth' },
    kind: 'number',
    unit: 'month',
    range: [1, 12],
  },
  {
    name: 'education',
    label: { zh: '受教育程度', en: 'Education' },
    kind: 'category',
    codes: 'education',
  },
  {
    name: 'residence',
    label: { zh: '现居住地', en: 'Present residence' },
    kind: 'category',
    codes: 'residence',
  },
  {
    name: 'attends_school',
    label: { zh: '在园或在校', en: 'In kindergarten or school' },
    kind: 'category',
    codes: 'yes_no',
    universe: [{ variable: 'age', min: 3, max: 15 }],
  },
  {
    name: 'age',
    label: { zh: '年龄', en: 'Age' },
    kind: 'number',
    unit: 'years',
    derived: 'completed years at the interview month, from birth year and month',
    source: 'surveys 8.9; the month of interview is that of the codebook',
  },
];

/** Canonical variables of a household member: one row for each filled slot of the roster. */
export const memberVariables: readonly Variable[] = withMissing(
  [...measured, ...rosterVariables].map(withWording),
  ['respondent_id', 'member_number'],
  monitoringReasons,
);
