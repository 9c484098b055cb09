import { schemes } from '../../instruments/baseline-worker/insurance.ts';
import type { IndicatorDraft } from '../complete.ts';
import { among, asked, from, is, people, words } from '../define.ts';

const hospital = among(
  people.everyone,
  '过去一年住过院者',
  'migrants with a hospital stay in the last 12 months',
  is('hospital_stay', 'yes'),
);

const five = ['pension', 'medical', 'work_injury', 'unemployment', 'maternity'].map(
  (scheme) => `${scheme}_insured`,
);

const hired: ReadonlySet<string> = new Set(['work_injury', 'unemployment', 'maternity', 'housing_fund']);

/** Insurance indicators beside those of the chapter: kinds of pension, portability, reasons, knowledge, use of hospital cover. */
export const furtherInsurance: readonly IndicatorDraft[] = [
  {
    id: 'pension_place_structure',
    label: words('养老保险参保地', 'Place of pension enrolment'),
    universe: among(people.everyone, '参加养老保险者', 'migrants in a pension', is('pension_insured', 'yes')),
    measure: { kind: 'structure', variable: 'pension_place' },
    instruments: asked.mb,
    standards: [from.project],
    source: 'Project document, output 3.3',
    areas: ['4.4'],
  },
  {
    id: 'pension_urban_employee',
    label: words('参加城镇职工养老保险', 'In the urban employee pension'),
    definition: words(
      '参加城镇职工养老保险（含同时参加居民养老保险）者占全部受访流动人口的比例；“不清楚”视为否',
      'Share of all migrants in the urban employee pension, those also in the resident pension included; “not sure” counts as no',
    ),
    universe: people.everyone,
    measure: {
      kind: 'condition_share',
      conditions: [is('pension_insured', 'yes'), is('pension_kind', 'urban_employee', 'both')],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.survey],
    source: 'Monitoring survey',
    areas: ['4.4'],
  },
  {
    id: 'pension_resident',
    label: words('参加居民养老保险', 'In the resident pension'),
    definition: words(
      '参加城乡居民养老保险（含同时参加职工养老保险）者占全部受访流动人口的比例；“不清楚”视为否',
      'Share of all migrants in the resident pension, those also in the urban employee pension included; “not sure” counts as no',
    ),
    universe: people.everyone,
    measure: {
      kind: 'condition_share',
      conditions: [is('pension_insured', 'yes'), is('pension_kind', 'resident', 'both')],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.survey],
    source: 'Monitoring survey',
    areas: ['4.4'],
  },
  {
    id: 'five_insurances_all_any_medical',
    label: words('五险齐全（任何医疗保险）', 'In all five insurances, any medical'),
    definition: words(
      '雇员中养老、医疗（任何一种）、工伤、失业、生育保险都参加者所占比例；“不清楚”视为未参加。与监测调查的口径不同：后者只计职工医保',
      'Share of employees in pension, medical (of any kind), work-injury, unemployment and maternity insurance; “not sure” counts as not enrolled. The monitoring survey counts urban employee medical insurance alone',
    ),
    universe: people.employees,
    measure: { kind: 'condition_share', conditions: five.map((variable) => is(variable, 'yes')) },
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.ilo],
    source: 'ILO decent work: social security',
    areas: ['4.1'],
  },
  {
    id: 'five_insurances_none_any_medical',
    label: words('五险均未参加（任何医疗保险）', 'In none of the five insurances, any medical'),
    definition: words(
      '雇员中养老、医疗（任何一种）、工伤、失业、生育保险都未参加者所占比例；“不清楚”视为未参加',
      'Share of employees in none of pension, medical (of any kind), work-injury, unemployment and maternity insurance; “not sure” counts as not enrolled',
    ),
    universe: people.employees,
    measure: {
      kind: 'condition_share',
      conditions: five.map((variable) => is(variable, 'no', 'not_sure')),
    },
    dont_know: 'as_no',
    direction: 'lower_is_better',
    instruments: asked.b,
    standards: [from.ilo],
    source: 'ILO decent work: social security',
    areas: ['4.1'],
  },
  ...schemes.map(([name, zh, en]): IndicatorDraft => {
    const group = hired.has(name) ? people.employees : people.workers;
    return {
      id: `${name}_why_not_structure`,
      label: words(`未参加${zh}的原因`, `Why not in ${en}`),
      universe: among(
        group,
        `未参加${zh}的${hired.has(name) ? '雇员' : '农民工'}`,
        `${hired.has(name) ? 'employees' : 'workers'} not in ${en}`,
        is(`${name}_insured`, 'no'),
      ),
      measure: { kind: 'structure', variable: `${name}_why_not` },
      instruments: asked.b,
      standards: [from.project],
      source: 'Project document, output 3.2',
      areas: ['4.1'],
    };
  }),
  {
    id: 'knows_work_injury_employer_pays',
    label: words('知道工伤保险由单位缴费', 'Knows that the employer pays for work-injury insurance'),
    universe: people.workers,
    measure: { kind: 'share', variable: 'knows_work_injury_employer_pays', codes: ['true'] },
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.project],
    source: 'Project document, output 3.2',
    areas: ['4.2'],
  },
  {
    id: 'knows_insured_without_local_hukou',
    label: words('知道没有本地户口也可参加工伤保险', 'Knows that work-injury insurance needs no local hukou'),
    universe: people.workers,
    measure: { kind: 'share', variable: 'knows_insured_without_local_hukou', codes: ['true'] },
    direction: 'higher_is_better',
    instruments: asked.b,
    standards: [from.project],
    source: 'Project document, output 3.2',
    areas: ['4.2'],
  },
  {
    id: 'hospital_stay',
    label: words('过去一年住过院', 'Hospital stay in the year'),
    universe: people.everyone,
    measure: { kind: 'share', variable: 'hospital_stay', codes: ['yes'] },
    instruments: asked.mbr,
    standards: [from.survey],
    source: 'Monitoring survey',
    areas: ['4.3'],
  },
  {
    id: 'hospital_reimbursed',
    label: words('住院费用报销', 'Hospital costs reimbursed'),
    universe: hospital,
    measure: { kind: 'share', variable: 'hospital_reimbursed', codes: ['yes'] },
    direction: 'higher_is_better',
    instruments: asked.mbr,
    renamed: { 'baseline-worker': { hospital_reimbursed: 'medical_reimbursed' } },
    standards: [from.survey],
    source: 'Monitoring survey',
    areas: ['4.3'],
  },
  {
    id: 'hospital_reimbursed_at_destination',
    label: words('住院费用在流入地报销', 'Hospital costs reimbursed at destination'),
    definition: words(
      '过去一年住过院的流动人口中，住院费用在流入地报销者所占比例；“不清楚”视为否',
      'Share of migrants with a hospital stay in the last 12 months whose costs were reimbursed at destination; “not sure” counts as no',
    ),
    universe: hospital,
    measure: {
      kind: 'condition_share',
      conditions: [is('hospital_reimbursed', 'yes'), is('reimbursed_place', 'destination')],
    },
    direction: 'higher_is_better',
    instruments: asked.m,
    standards: [from.survey],
    source: 'Monitoring survey',
    areas: ['4.3'],
  },
];
