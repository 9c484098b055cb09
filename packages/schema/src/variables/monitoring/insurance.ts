import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, recalled, words } from '../define.ts';
import { periods } from '../periods.ts';

/** The schemes whose place of enrolment is asked one by one. */
const schemes = [
  ['insurance_rural_cooperative', '新农合', 'Rural cooperative medical scheme'],
  ['insurance_urban_rural_resident', '城乡居民医保', 'Urban-rural resident medical insurance'],
  ['insurance_urban_resident', '城镇居民医保', 'Urban resident medical insurance'],
  ['insurance_urban_employee', '城镇职工医保', 'Urban employee medical insurance'],
  ['insurance_public', '公费医疗', 'Publicly funded medical care'],
] as const;

const hospitalised: Condition = { variable: 'hospital_stay', in: ['yes'] };

/** Where each scheme is held, the kind of pension, and the latest hospital stay with its reimbursement. */
export const insuranceVariables: readonly Variable[] = [
  ...schemes.map(([name, zh, en]) =>
    category(`${name}_place`, words(`${zh}参保地`, `${en}, place of enrolment`), 'enrolment_place', {
      universe: [{ variable: name, in: ['yes'] }],
      ...recalled(`您在何处参加${zh}？`, `Where are you enrolled: ${en.toLowerCase()}?`),
    }),
  ),
  category('pension_kind', words('养老保险种类', 'Kind of pension'), 'pension_kind', {
    universe: [{ variable: 'pension_insured', in: ['yes'] }],
    ...recalled('您参加的是哪种养老保险？', 'In which pension scheme are you?'),
  }),
  category('pension_place', words('养老保险参保地', 'Place of pension enrolment'), 'enrolment_place', {
    universe: [{ variable: 'pension_insured', in: ['yes'] }],
    ...recalled('您在何处参加养老保险？', 'Where are you enrolled in a pension?'),
  }),
  category(
    'hospital_stay',
    words('过去一年住过院', 'Hospital stay in the last 12 months'),
    'yes_no',
    recalled(
      '最近一年内，您本人是否有医生诊断需要住院而住院的情况？',
      'In the last 12 months, did you stay in hospital on a doctor’s advice?',
      { reference_period: periods.twelveMonths },
    ),
  ),
  category('hospital_here', words('在本地住院', 'Hospital stay was here'), 'yes_no', {
    universe: [hospitalised],
    ...recalled('您最近一次住院是在本地吗？', 'Was your latest hospital stay here?', {
      reference_period: periods.twelveMonths,
    }),
  }),
  category('hospital_reimbursed', words('住院费用报销', 'Hospital costs reimbursed'), 'yes_no_not_sure', {
    universe: [hospitalised],
    ...recalled(
      '您最近一次住院的医疗费用是否报销？',
      'Were the costs of your latest hospital stay reimbursed?',
      {
        reference_period: periods.twelveMonths,
      },
    ),
  }),
  category('reimbursed_place', words('报销地点', 'Place of reimbursement'), 'enrolment_place', {
    universe: [hospitalised, { variable: 'hospital_reimbursed', in: ['yes'] }],
    ...recalled('在哪里报销的？', 'Where were they reimbursed?', { reference_period: periods.twelveMonths }),
  }),
];
