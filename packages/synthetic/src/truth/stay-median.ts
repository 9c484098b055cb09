import type { Answers } from '../population/answers.ts';
import { cellCount, domainLevels } from './cells.ts';
import type { TruthCollector } from './indicator-truth.ts';

const MOST_MONTHS = 1200;

function median(months: Float64Array): { value: number; population: number } | null {
  const population = months.reduce((sum, count) => sum + count, 0);
  if (population === 0) return null;
  let below = 0;
  for (let month = 0; month < months.length; month++) {
    below += months[month] as number;
    if (below >= population / 2) return { value: month / 12, population };
  }
  return null;
}

/** Collects the median length of stay in years: the least month by which half of the people have come. */
export function stayMedian(): TruthCollector {
  const counts = Array.from({ length: cellCount }, () => new Uint32Array(MOST_MONTHS + 1));
  return {
    add(answers: Answers, cell: number) {
      const months = counts[cell] as Uint32Array;
      const month = Math.min(MOST_MONTHS, Math.round(12 * (answers.stay_years as number)));
      months[month] = (months[month] as number) + 1;
    },
    rows: () =>
      domainLevels.flatMap(({ domain, level, cells }) => {
        const pooled = new Float64Array(MOST_MONTHS + 1);
        for (const cell of cells)
          (counts[cell] as Uint32Array).forEach((count, month) => {
            pooled[month] = (pooled[month] as number) + count;
          });
        const found = median(pooled);
        return found === null
          ? []
          : [{ indicator: 'stay_years_median', domain, level, category: '', ...found }];
      }),
  };
}
