import { domainCells } from '../design/domain-cells.ts';
import { surveyDesign } from '../design/survey-design.ts';
import { planBatch } from '../estimation/batch-plan.ts';
import type { BatchStatistic } from '../estimation/survey-batch.ts';
import { blockQueue, endQueue, fillSlot } from './block-queue.ts';
import type { Job } from './job.ts';
import { rawTable } from './raw-table.ts';

/** enough for the loops in WebAssembly */
const ROWS = 4096;
const LEVELS = 32;
const TIMES = 10;

/** A small batch with what most batches hold: a thread that has worked it out a few times has compiled its code. */
export function warmUp(work: (job: Job) => unknown): void {
  const codes = (code: (row: number) => number) => Int32Array.from({ length: ROWS }, (_, row) => code(row));
  const design = surveyDesign({
    weight: new Float64Array(ROWS).fill(1),
    strata: codes((row) => row >> 8),
    psu: codes((row) => row >> 4),
  });
  const y = Float64Array.from(codes((row) => (row % 3 === 0 ? 1 : 0)));
  for (let row = 0; row < ROWS; row += 7) y[row] = Number.NaN;
  const statistics = (['mean', 'proportion', 'total'] as const).flatMap((statistic) =>
    Array.from({ length: 4 }, (): BatchStatistic => ({ statistic, y })),
  );
  const options = {
    breakdowns: [
      domainCells(
        design,
        codes((row) => row % LEVELS),
        LEVELS,
      ),
    ],
  };
  const { cells, blocks } = planBatch(design, statistics, options);
  const table = rawTable(statistics.length, cells);
  const made = new Int32Array(blocks.length);
  for (let time = 0; time < TIMES; time++) {
    const queue = blockQueue(blocks.length);
    blocks.forEach((_, block) => {
      fillSlot(queue, block, block);
    });
    endQueue(queue);
    work({
      design,
      statistics: statistics.map((own) => ({ ...own })),
      options,
      queue,
      slots: [],
      table,
      made,
    });
  }
}
