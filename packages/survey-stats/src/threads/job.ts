import type { SurveyDesign } from '../design/survey-design.ts';
import type { BatchPlan } from '../estimation/batch-plan.ts';
import type { BatchOptions, BatchStatistic } from '../estimation/survey-batch.ts';
import type { SurveyEstimate } from '../estimation/survey-estimate.ts';
import type { PackedEstimates } from './packed-estimates.ts';

/** A batch that several threads work on. */
export interface Job {
  readonly design: SurveyDesign;
  readonly statistics: readonly BatchStatistic[];
  readonly options: BatchOptions;
  /** the first block that no thread has taken yet, on shared memory */
  readonly next: Int32Array;
}

export type Answer = readonly PackedEstimates[] | 'failed';

/** Works blocks out that no other thread has taken, until none is left: a thread that starts late takes fewer. */
export function takeBlocks(
  plan: BatchPlan,
  next: Int32Array,
  keep: (index: number, estimates: SurveyEstimate[][]) => void,
): void {
  for (;;) {
    const block = plan.blocks[Atomics.add(next, 0, 1)];
    if (!block) return;
    plan.run(block).forEach((estimates, i) => {
      keep(block[i]!, estimates);
    });
  }
}

const NONE_LEFT = 2 ** 30;

/** Lets no thread take another block. */
export function endBlocks(next: Int32Array): void {
  Atomics.store(next, 0, NONE_LEFT);
}
