import { pick, truth, yesNo } from './drawn.ts';
import type { Cells, WorkerContext } from './worker-context.ts';

/** The six schemes: in it, where, and why not. */
export function insurance({ base, state, random }: WorkerContext): Cells {
  const place = (inside: Readonly<Record<string, number>>): string => pick(random, inside);
  const why = (): string =>
    pick(random, {
      employer_did_not: 5,
      no_contract: 2,
      not_portable: 2,
      too_expensive: 2,
      insured_at_home: 1.5,
      did_not_know: 2,
      not_needed: 1.5,
      procedure: 0.7,
    });
  const insured = (yes: boolean): string => (yes ? 'yes' : random.chance(0.05) ? 'not_sure' : 'no');
  const atWork = { destination: 12, origin: 0.3, elsewhere: 0.4 };
  return {
    pension_insured: insured(state.pension_insured),
    pension_place: place({ destination: 6, origin: 4, elsewhere: 0.5 }),
    pension_why_not: why(),
    medical_insured: insured(state.medical_insured),
    medical_place: place({ destination: 3, origin: 8, elsewhere: 0.4 }),
    medical_why_not: why(),
    work_injury_insured: insured(state.work_injury_insured),
    work_injury_place: place(atWork),
    work_injury_why_not: why(),
    unemployment_insured: insured(base.unemployment_insured === 'yes'),
    unemployment_place: place(atWork),
    unemployment_why_not: why(),
    maternity_insured: insured(base.maternity_insured === 'yes'),
    maternity_place: place(atWork),
    maternity_why_not: why(),
    housing_fund_insured: insured(base.housing_fund === 'yes'),
    housing_fund_place: place(atWork),
    housing_fund_why_not: why(),
    pension_transferable: truth(random.chance(0.25), random),
    medical_reimbursed: yesNo(random.chance(state.medical_insured ? 0.6 : 0.05)),
  };
}
