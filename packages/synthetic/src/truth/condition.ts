import type { Condition } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';

/** Whether the answers meet a condition; a missing answer never does. */
function meets(condition: Condition, answers: Answers): boolean {
  const value = answers[condition.variable];
  if (value === null || value === undefined) return false;
  if ('in' in condition) return condition.in.includes(String(value));
  return (
    (condition.min === undefined || Number(value) >= condition.min) &&
    (condition.max === undefined || Number(value) <= condition.max)
  );
}

/** Whether the answers meet all conditions of a universe. */
export function inUniverse(universe: readonly Condition[], answers: Answers): boolean {
  for (const condition of universe) if (!meets(condition, answers)) return false;
  return true;
}
