import type { Condition } from '@wavebook/schema';
import { cellCount, domainLevels } from './cells.ts';
import { inUniverse } from './condition.ts';
import type { TruthCollector } from './indicator-truth.ts';

interface QuantileDefinition {
  readonly id: string;
  readonly universe: readonly Condition[];
  readonly measure: { readonly variable: string; readonly probability: number };
}

/** Collects the true quantile of a number: the least value at or below which the share `probability` of the people lies. */
export function quantileTruth({ id, universe, measure }: QuantileDefinition): TruthCollector {
  const { variable, probability } = measure;
  const counts = Array.from({ length: cellCount }, () => new Map<number, number>());
  return {
    add(answers, cell) {
      const value = answers[variable];
      if (value === null || value === undefined || !inUniverse(universe, answers)) return;
      const people = counts[cell] as Map<number, number>;
      people.set(Number(value), (people.get(Number(value)) ?? 0) + 1);
    },
    rows: () =>
      domainLevels.flatMap(({ domain, level, cells }) => {
        const pooled = new Map<number, number>();
        let population = 0;
        for (const cell of cells)
          for (const [value, people] of counts[cell] as Map<number, number>) {
            pooled.set(value, (pooled.get(value) ?? 0) + people);
            population += people;
          }
        let below = 0;
        for (const value of [...pooled.keys()].sort((a, b) => a - b)) {
          below += pooled.get(value) as number;
          if (below >= probability * population)
            return [{ indicator: id, domain, level, category: '', value, population }];
        }
        return [];
      }),
  };
}
