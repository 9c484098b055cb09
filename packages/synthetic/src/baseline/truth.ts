import { type ProgrammeCode, sitesOf } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';
import type { CommunityStratum } from './communities.ts';
import { type Outcome, outcomes } from './effects.ts';
import { type Worker, workersOf } from './people.ts';
import { childrenAt } from './worker-round.ts';

/** A true difference in differences: shares of all people of the communities who are still in one of the sites at the second round. */
export interface TruthRow {
  readonly programme: ProgrammeCode;
  readonly outcome: string;
  readonly pilot_before: number;
  readonly pilot_after: number;
  readonly comparison_before: number;
  readonly comparison_after: number;
  readonly difference_in_differences: number;
  readonly people: number;
}

export const truthColumns = [
  'programme',
  'outcome',
  'pilot_before',
  'pilot_after',
  'comparison_before',
  'comparison_after',
  'difference_in_differences',
  'people',
] as const satisfies readonly (keyof TruthRow)[];

const employees: readonly Outcome[] = ['contract_signed', 'work_injury_insured', 'wage_arrears'];
const atWork: readonly Outcome[] = ['safety_training', 'work_accident'];

/** Whether an outcome is asked of a worker. What hangs on drawn answers (equipment where there are hazards) has no row. */
export function isAsked(outcome: Outcome, base: Answers): boolean {
  if (employees.includes(outcome)) return base.employed === 'yes' && base.employment_status === 'employee';
  return !atWork.includes(outcome) || base.employed === 'yes';
}

/** Outcomes with a true value. */
const truthOutcomes: readonly Outcome[] = outcomes.filter((name) => name !== 'protective_equipment');

interface Sums {
  readonly before: number[];
  readonly after: number[];
  readonly people: number[];
}

const digits = (value: number): number => Number(value.toPrecision(10));

/** Adds up every worker of every community. */
export function baselineTruth(strata: readonly CommunityStratum[], seed: number): TruthRow[] {
  const names = [...truthOutcomes, 'child_registered', 'child_vaccination_complete'];
  const sums = new Map<string, Sums>();
  for (const stratum of strata) {
    const own: Sums = { before: names.map(() => 0), after: names.map(() => 0), people: names.map(() => 0) };
    sums.set(stratum.id, own);
    const count = (i: number, before: boolean, after: boolean, weight = 1): void => {
      own.people[i] = (own.people[i] as number) + weight;
      own.before[i] = (own.before[i] as number) + weight * Number(before);
      own.after[i] = (own.after[i] as number) + weight * Number(after);
    };
    for (const community of stratum.communities)
      for (const worker of workersOf(community, seed)) {
        if (worker.fate === 'leaves') continue;
        truthOutcomes.forEach((outcome, i) => {
          if (isAsked(outcome, worker.base) && !(worker.losesJob && isWorkOutcome(outcome)))
            count(i, worker.before[outcome], worker.after[outcome]);
        });
        const parents = worker.spouseHere ? 2 : 1;
        countChildren(worker, seed, (k, before, after) =>
          count(truthOutcomes.length + k, before, after, 1 / parents),
        );
      }
  }
  return (['undp', 'yem'] as const).flatMap((programme) => {
    const sites = new Set(sitesOf(programme).map(({ code }) => code));
    return names.map((outcome, i): TruthRow => {
      const total = (arm: string, which: keyof Sums): number =>
        strata
          .filter((s) => s.arm === arm && sites.has(s.site.code))
          .reduce((sum, s) => sum + (sums.get(s.id)?.[which][i] ?? 0), 0);
      const share = (arm: string, which: 'before' | 'after'): number =>
        total(arm, which) / total(arm, 'people');
      const [pb, pa] = [share('pilot', 'before'), share('pilot', 'after')];
      const [cb, ca] = [share('comparison', 'before'), share('comparison', 'after')];
      return {
        programme,
        outcome,
        pilot_before: digits(pb),
        pilot_after: digits(pa),
        comparison_before: digits(cb),
        comparison_after: digits(ca),
        difference_in_differences: digits(pa - pb - (ca - cb)),
        people: total('pilot', 'people') + total('comparison', 'people'),
      };
    });
  });
}

const isWorkOutcome = (outcome: Outcome): boolean => employees.includes(outcome) || atWork.includes(outcome);

function countChildren(
  worker: Worker,
  seed: number,
  count: (kind: 0 | 1, before: boolean, after: boolean) => void,
): void {
  if (worker.children.length === 0) return;
  const later = new Map(childrenAt(worker, 1, seed).map((child) => [child.child_number, child]));
  for (const child of childrenAt(worker, 0, seed)) {
    const then = later.get(child.child_number as number);
    if (!then) continue;
    if (child.residence === 'here') count(0, child.registered === 'yes', then.registered === 'yes');
    if (Number(then.age) <= 6)
      count(1, child.vaccination_complete === 'yes', then.vaccination_complete === 'yes');
  }
}
