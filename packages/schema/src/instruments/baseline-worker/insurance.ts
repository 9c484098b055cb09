import type { Condition } from '../../condition.ts';
import type { Variable } from '../../variable.ts';
import { category, designed, proposed, words } from '../../variables/define.ts';
import { periods } from '../../variables/periods.ts';

/** The five insurances and the housing fund, in the order of the law. */
export const schemes = [
  ['pension', '养老保险', 'pension insurance'],
  ['medical', '医疗保险', 'medical insurance'],
  ['work_injury', '工伤保险', 'work-injury insurance'],
  ['unemployment', '失业保险', 'unemployment insurance'],
  ['maternity', '生育保险', 'maternity insurance'],
  ['housing_fund', '住房公积金', 'housing fund'],
] as const;

/** Schemes that a person can join without an employer, so that everybody is asked. */
const open: readonly string[] = ['pension', 'medical'];
const employee: Condition[] = [
  { variable: 'employed', in: ['yes'] },
  { variable: 'employment_status', in: ['employee'] },
];

function schemeBlock([name, zh, en]: (typeof schemes)[number]): Variable[] {
  const asked = open.includes(name) ? [] : employee;
  const universe = (answer: string): { universe: Condition[] } => ({
    universe: [...asked, { variable: `${name}_insured`, in: [answer] }],
  });
  return [
    category(`${name}_insured`, words(zh, en), 'yes_no_not_sure', {
      ...(asked.length > 0 ? { universe: asked } : {}),
      ...proposed(`您是否参加${zh}？`, `Are you in ${en}?`),
    }),
    category(`${name}_place`, words(`${zh}参保地`, `Place of ${en}`), 'enrolment_place', {
      ...universe('yes'),
      ...proposed(`您在哪里参加${zh}？`, `Where are you enrolled in ${en}?`),
    }),
    category(`${name}_paid_by`, words(`${zh}缴费人`, `Who pays for ${en}`), 'who_pays', {
      ...universe('yes'),
      ...proposed(`${zh}由谁缴费？`, `Who pays for ${en}?`),
    }),
    category(`${name}_why_not`, words(`未参加${zh}的原因`, `Why not in ${en}`), 'reason_not_insured', {
      ...universe('no'),
      ...proposed(`您没有参加${zh}的主要原因是什么？`, `What is the main reason why you are not in ${en}?`),
    }),
  ];
}

/** Six schemes: enrolled, where, who pays, and why not; with the use of medical insurance. */
export const insuranceVariables: readonly Variable[] = designed(
  'outcome 3 of the project document; ILO decent work indicators: social security',
  [
    ...schemes.flatMap(schemeBlock),
    category(
      'pension_transferable',
      words('知道养老保险可转移', 'Knows that pensions can be moved'),
      'true_false',
      {
        ...proposed(
          '下面的说法对不对：换城市工作，养老保险关系可以转移？',
          'True or false: a pension account can be moved to another city?',
        ),
      },
    ),
    category('medical_reimbursed', words('医疗费用报销', 'Medical costs reimbursed'), 'yes_no', {
      universe: [{ variable: 'hospital_stay', in: ['yes'] }],
      ...proposed('住院费用是否得到报销？', 'Were the costs of the hospital stay reimbursed?', {
        reference_period: periods.twelveMonths,
      }),
    }),
  ],
);
