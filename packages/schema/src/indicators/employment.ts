import type { Indicator } from '../indicator.ts';

const working = { variable: 'employed', in: ['yes'] };
const employees = [working, { variable: 'employment_status', in: ['employee'] }];
const workingLabel = { zh: '调查周就业人员', en: 'people employed in the reference week' };
const employeeLabel = { zh: '调查周就业的雇员', en: 'employees in the reference week' };

/** Employment indicators of the monitoring survey, in book order. */
export const employmentIndicators: readonly Indicator[] = [
  {
    id: 'employed',
    topic: 'employment',
    label: { zh: '就业比例', en: 'Employed' },
    definition: {
      zh: '调查前一周为取得收入工作过一小时及以上的人所占比例',
      en: 'Share who worked for pay or profit for at least one hour in the week before the interview',
    },
    universe: [],
    universe_label: { zh: '全部受访流动人口', en: 'all migrants of the survey population' },
    measure: { kind: 'share', variable: 'employed', codes: ['yes'] },
    unit: 'share',
    direction: 'higher_is_better',
    dont_know: 'not_applicable',
    source: 'ICLS one-hour rule',
  },
  {
    id: 'employment_status_structure',
    topic: 'employment',
    label: { zh: '就业身份构成', en: 'Status in employment' },
    definition: {
      zh: '就业人员中雇员、雇主、自营劳动者和家庭帮工各占比例',
      en: 'Shares of employees, employers, own-account and contributing family workers among the employed',
    },
    universe: [working],
    universe_label: workingLabel,
    measure: { kind: 'structure', variable: 'employment_status' },
    unit: 'share',
    direction: 'neither',
    dont_know: 'not_applicable',
    source: 'ICSE-93',
  },
  {
    id: 'contract_signed',
    topic: 'employment',
    label: { zh: '签订劳动合同比例', en: 'Labour contract signed' },
    definition: {
      zh: '雇员中签订了任何一种劳动合同者所占比例；“不清楚”计入分母',
      en: 'Share of employees with a labour contract of any kind; “not sure” stays in the denominator',
    },
    universe: employees,
    universe_label: employeeLabel,
    measure: {
      kind: 'share',
      variable: 'contract',
      codes: ['fixed_term', 'open_ended', 'one_job', 'probation', 'other'],
    },
    unit: 'share',
    direction: 'higher_is_better',
    dont_know: 'in_denominator',
    source: 'White book; NBS; ILO decent work',
  },
  {
    id: 'weekly_hours_mean',
    topic: 'employment',
    label: { zh: '周平均工作时间', en: 'Weekly hours' },
    definition: {
      zh: '就业人员调查周平均工作小时数',
      en: 'Mean hours worked in the reference week by the employed',
    },
    universe: [working],
    universe_label: workingLabel,
    measure: { kind: 'mean', variable: 'weekly_hours' },
    unit: 'hours_per_week',
    direction: 'lower_is_better',
    dont_know: 'not_applicable',
    source: 'ILO decent work',
  },
  {
    id: 'over_44_hours',
    topic: 'employment',
    label: { zh: '周工作超过44小时比例', en: 'Over 44 hours a week' },
    definition: {
      zh: '就业人员中调查周工作超过44小时者所占比例',
      en: 'Share of the employed who worked more than 44 hours in the reference week',
    },
    universe: [working],
    universe_label: workingLabel,
    measure: { kind: 'share_above', variable: 'weekly_hours', above: 44 },
    unit: 'share',
    direction: 'lower_is_better',
    dont_know: 'not_applicable',
    source: 'NBS; ILO decent work',
  },
  {
    id: 'monthly_income_mean',
    topic: 'employment',
    label: { zh: '月均收入', en: 'Monthly income' },
    definition: {
      zh: '就业人员上月个人收入的平均值，不含包吃包住折算，当年价',
      en: 'Mean own income of the employed last month, food and lodging not counted, in nominal yuan',
    },
    universe: [working],
    universe_label: workingLabel,
    measure: { kind: 'mean', variable: 'monthly_income' },
    unit: 'yuan_per_month',
    direction: 'higher_is_better',
    dont_know: 'not_applicable',
    source: 'White book',
  },
  {
    id: 'hourly_income',
    topic: 'employment',
    label: { zh: '小时收入', en: 'Hourly income' },
    definition: {
      zh: '就业人员月收入总额与月工作小时总数之比（周小时数乘以52/12），当年价',
      en: 'Total monthly income of the employed over their total monthly hours (weekly hours times 52/12), in nominal yuan',
    },
    universe: [working],
    universe_label: workingLabel,
    measure: { kind: 'ratio', variable: 'monthly_income', denominator: 'weekly_hours', scale: 12 / 52 },
    unit: 'yuan_per_hour',
    direction: 'higher_is_better',
    dont_know: 'not_applicable',
    source: 'ILO decent work',
  },
];
