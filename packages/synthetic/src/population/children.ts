import { logistic } from '../random/logistic.ts';
import type { Random } from '../random/random.ts';
import type { Member } from './member.ts';

const VACCINATED_UP_TO = 6;

/** What the roster asks of children beside whether they go to school; null outside the ages that are asked. */
export interface ChildCare {
  readonly vaccination_complete: string | null;
  readonly school_kind: string | null;
}

/** Draws whether a child has had its vaccinations, and the kind of its school. */
export function drawChildCare(
  { age, residence }: Member,
  attends: 'yes' | 'no' | null,
  effect: number,
  random: Random,
): ChildCare {
  const here = residence === 'here';
  const vaccinated = random.chance(logistic(3.1 + effect + (here ? 0 : -0.5)));
  const unsure = random.chance(0.4);
  const kind = (['public', 'private', 'migrant_school', 'other'] as const)[
    random.weighted(here ? (age < VACCINATED_UP_TO ? [42, 54, 2, 2] : [76, 14, 9, 1]) : [84, 14, 0, 2])
  ] as string;
  return {
    vaccination_complete: age <= VACCINATED_UP_TO ? (vaccinated ? 'yes' : unsure ? 'not_sure' : 'no') : null,
    school_kind: attends === 'yes' ? kind : null,
  };
}
