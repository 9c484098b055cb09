import { medicalSchemes } from '@wavebook/schema';
import { asks, type Defect } from './defect.ts';
import type { RowView } from './row-view.ts';

const answered = (
  variable: string,
  code: string,
  name: string,
  routedPast: (row: RowView) => boolean,
): Defect => ({
  name,
  code: 'routing_violation',
  variable,
  in: asks(variable),
  fits: (row) => row.value(variable) === '' && routedPast(row),
  change: (row) => ({ [row.column(variable)]: code }),
});

const notWorking = (row: RowView): boolean => row.code('employed') === 'no';
const ownBusiness = new Set<string | undefined>(['employer', 'own_account']);
const selfEmployed = (row: RowView): boolean => ownBusiness.has(row.code('employment_status'));

/** Answers to questions past which the person was routed. */
export const routingDefects: readonly Defect[] = [
  answered('contract', '1', 'contract_without_work', notWorking),
  answered('monthly_income', '3000', 'income_without_work', notWorking),
  answered('work_injury_insured', '1', 'injury_insurance_of_the_self_employed', selfEmployed),
  answered('enrolment_place', '2', 'enrolment_without_insurance', (row) =>
    medicalSchemes.every((scheme) => row.code(scheme) === 'no'),
  ),
];
