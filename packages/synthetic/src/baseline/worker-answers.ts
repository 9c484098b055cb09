import { yesNo } from './answers/drawn.ts';
import { health } from './answers/health.ts';
import { insurance } from './answers/insurance.ts';
import { living } from './answers/living.ts';
import { person } from './answers/person.ts';
import { training } from './answers/training.ts';
import { work } from './answers/work.ts';
import type { Cells, WorkerContext, Yes } from './answers/worker-context.ts';

/** All answers of a worker, asked or not; routing comes after. */
export function workerAnswers(context: WorkerContext): Cells {
  const yes: Yes = (chance) => yesNo(context.random.chance(chance));
  return {
    ...person(context),
    ...work(context, yes),
    ...insurance(context),
    ...training(context, yes),
    ...health(context, yes),
    ...living(context),
  };
}
