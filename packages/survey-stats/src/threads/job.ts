import type { SurveyDesign } from '../design/survey-design.ts';
import type { BatchPlan, Worked } from '../estimation/batch-plan.ts';
import type { BatchOptions, BatchStatistic } from '../estimation/survey-batch.ts';

/** A batch that several threads work on. */
export interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly BatchStatistic[];
  readonly options: BatchOptions;
  /** on shared memory: the first block that no thread has taken yet, and then for every block whether it is in `table` */
  readonly state: Int32Array;
  /** what other threads made, see `rawTable` */
  readonly table: Float64Array;
}

/** What a thread says when no block is left: its quantiles, which have no place in the table. */
export type Answer = readonly Extract<Worked, { estimates: unknown }>[] | 'failed';

/** Works blocks out that no other thread has taken, until none is left: a thread that starts late takes fewer. */
export function takeBlocks(
  plan: BatchPlan,
  state: Int32Array,
  keep: (block: number, worked: readonly Worked[]) => void,
): void {
  for (;;) {
    const block = Atomics.add(state, 0, 1);
    const members = plan.blocks[block];
    if (!members) return;
    keep(block, plan.work(members));
  }
}

const NONE_LEFT = 2 ** 30;

/** Lets no thread take another block. */
export function endBlocks(state: Int32Array): void {
  Atomics.store(state, 0, NONE_LEFT);
}
