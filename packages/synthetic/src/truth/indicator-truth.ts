import { codeLists, type Indicator, type Measure, respondentVariables } from '@wavebook/schema';
import type { Answers } from '../population/answers.ts';
import { cellCount, domainLevels, sumCells } from './cells.ts';
import { inUniverse } from './condition.ts';

/** A row of `truth.csv`: the value in the population and how many people it is computed from. */
export interface TruthRow {
  readonly indicator: string;
  readonly domain: string;
  readonly level: string;
  readonly category: string;
  readonly value: number;
  readonly population: number;
}

/** Collects one figure of the population person by person. */
export interface TruthCollector {
  /** Takes in a person; `cell` is the person's cell (see `cellOfAnswers`). */
  add(answers: Answers, cell: number): void;
  rows(): TruthRow[];
}

/** What one person adds to the top and bottom of one category's ratio; null when the person is not in it. */
type Part = (answers: Answers) => readonly [top: number, bottom: number] | null;

interface Category {
  readonly name: string;
  readonly part: Part;
  readonly scale: number;
}

const present = (answers: Answers, variable: string): string | number | null => answers[variable] ?? null;

function sharePart(variable: string, codes: readonly string[], excluded: readonly string[] = []): Part {
  return (answers) => {
    const value = present(answers, variable);
    if (value === null || excluded.includes(String(value))) return null;
    return codes.includes(String(value)) ? [1, 1] : [0, 1];
  };
}

function codesOf(variable: string): readonly string[] {
  const list = respondentVariables.find(({ name }) => name === variable)?.codes;
  return (list === undefined ? undefined : codeLists[list]?.codes.map(({ code }) => code)) ?? [];
}

/** The kinds of measure that are a ratio of two sums over people. */
export type RatioMeasure = Exclude<Measure, { kind: 'quantile' | 'member_share' }>;

function categoriesOf(measure: RatioMeasure): Category[] {
  switch (measure.kind) {
    case 'share':
      return [{ name: '', part: sharePart(measure.variable, measure.codes, measure.excluded), scale: 1 }];
    case 'share_above': {
      const part: Part = (answers) => {
        const value = present(answers, measure.variable);
        return value === null ? null : [Number(value) > measure.above ? 1 : 0, 1];
      };
      return [{ name: '', part, scale: 1 }];
    }
    case 'structure':
      return codesOf(measure.variable)
        .filter((code) => !measure.excluded?.includes(code))
        .map((code) => ({
          name: code,
          part: sharePart(measure.variable, [code], measure.excluded),
          scale: 1,
        }));
    case 'mean': {
      const part: Part = (answers) => {
        const value = present(answers, measure.variable);
        return value === null ? null : [Number(value), 1];
      };
      return [{ name: '', part, scale: 1 }];
    }
    case 'ratio': {
      const part: Part = (answers) => {
        const top = present(answers, measure.variable);
        const bottom = present(answers, measure.denominator);
        return top === null || bottom === null ? null : [Number(top), Number(bottom)];
      };
      return [{ name: '', part, scale: measure.scale ?? 1 }];
    }
  }
}

/** Collects the true value of a share, structure, mean or ratio by its definition: universe, measure, answers left out. */
export function indicatorTruth(
  indicator: Pick<Indicator, 'id' | 'universe'> & { readonly measure: RatioMeasure },
): TruthCollector {
  const sums = categoriesOf(indicator.measure).map((category) => ({
    category,
    top: new Float64Array(cellCount),
    bottom: new Float64Array(cellCount),
    people: new Float64Array(cellCount),
  }));
  return {
    add(answers, cell) {
      if (!inUniverse(indicator.universe, answers)) return;
      for (const { category, top, bottom, people } of sums) {
        const part = category.part(answers);
        if (part === null) continue;
        top[cell] = (top[cell] as number) + part[0];
        bottom[cell] = (bottom[cell] as number) + part[1];
        people[cell] = (people[cell] as number) + 1;
      }
    },
    rows: () =>
      domainLevels.flatMap(({ domain, level, cells }) =>
        sums.flatMap(({ category, top, bottom, people }) => {
          const below = sumCells(bottom, cells);
          if (below === 0) return [];
          const value = (category.scale * sumCells(top, cells)) / below;
          return [
            {
              indicator: indicator.id,
              domain,
              level,
              category: category.name,
              value,
              population: sumCells(people, cells),
            },
          ];
        }),
      ),
  };
}
