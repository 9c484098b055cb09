import type { SurveyDesign } from '../design/survey-design.ts';
import type { BatchPlan, Worked } from '../estimation/batch-plan.ts';
import type { BatchOptions } from '../estimation/survey-batch.ts';
import { type BlockQueue, emptySlot, endQueue, fillSlot, hasEnded, takeBlock } from './block-queue.ts';
import { columnsOf, type Sent, type SentStatistic } from './sent-columns.ts';

/** A batch that several threads work on. */
export interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly SentStatistic[];
  readonly options: BatchOptions;
  readonly queue: BlockQueue;
  /** slot → room for the columns of its block; empty if all stand on shared memory */
  readonly slots: readonly (readonly Float64Array[])[];
  /** what other threads made, see `rawTable` */
  readonly table: Float64Array;
  /** block → 1 once it is in `table` */
  readonly made: Int32Array;
}

/** What a thread says when no block is left: its quantiles, which have no place in the table. */
export type Answer = readonly Extract<Worked, { estimates: unknown }>[] | 'failed';

/**
 * The calling thread's share: it keeps the slots full for the others and works blocks out meanwhile, at last those that none of the
 * others has taken. A thread that starts late takes fewer.
 */
export function shareOut(
  plan: BatchPlan,
  sent: Sent,
  { queue, slots }: Pick<Job, 'queue' | 'slots'>,
  keep: (worked: readonly Worked[]) => void,
): void {
  let next = 0;
  const fill = (slot: number, block: number): void => {
    columnsOf(sent.statistics, plan.blocks[block]!).forEach((number, place) => {
      slots[slot]![place]!.set(sent.columns[number]!);
    });
    fillSlot(queue, slot, block);
  };
  while (!hasEnded(queue)) {
    for (;;) {
      const slot = next < plan.blocks.length ? emptySlot(queue) : undefined;
      if (slot === undefined) break;
      fill(slot, next);
      next++;
    }
    const block = next < plan.blocks.length ? next++ : takeBlock(queue)?.block;
    if (block === undefined) break;
    keep(plan.work(plan.blocks[block]!));
  }
  endQueue(queue);
}
