import { codeLists, type Indicator, type Measure, respondentVariables } from '@wavebook/schema';
import { domainLevels, sumCells } from './cells.ts';
import { distribution, type ValueTables } from './value-tables.ts';

/** A row of `truth.csv`: the value in the population and how many people it is computed from. */
export interface TruthRow {
  readonly indicator: string;
  readonly domain: string;
  readonly level: string;
  readonly category: string;
  readonly value: number;
  readonly population: number;
}

type Distribution = readonly (readonly [string | number, number])[];
/** Kinds of measure that have a true value here: of one or two answers of a person. */
export type PersonMeasure = Extract<
  Measure,
  { kind: 'share' | 'share_above' | 'structure' | 'mean' | 'quantile' | 'gini' | 'low_pay' | 'ratio' }
>;
type OneVariable = Exclude<PersonMeasure, { kind: 'ratio' }>;

const people = (given: Distribution): number => given.reduce((sum, [, count]) => sum + count, 0);
const without = (given: Distribution, excluded: readonly string[] = []): Distribution =>
  given.filter(([value]) => !excluded.includes(String(value)));

function shareOf(given: Distribution, counts: (value: string | number) => boolean): number {
  return people(given.filter(([value]) => counts(value))) / people(given);
}

function quantile(given: Distribution, probability: number): number {
  const wanted = probability * people(given);
  let below = 0;
  for (const [value, count] of given) {
    below += count;
    if (below >= wanted) return Number(value);
  }
  return Number.NaN;
}

/** Half the mean absolute difference over the mean. */
function gini(given: Distribution): number {
  const n = people(given);
  let below = 0;
  let total = 0;
  let weighted = 0;
  for (const [value, count] of given) {
    weighted += Number(value) * count * (2 * below + count);
    below += count;
    total += Number(value) * count;
  }
  return weighted / (n * total) - 1;
}

function codesOf(variable: string): readonly string[] {
  const list = respondentVariables.find(({ name }) => name === variable)?.codes;
  return (list === undefined ? undefined : codeLists[list]?.codes.map(({ code }) => code)) ?? [];
}

/** Category and value of each row that a measure gives in one domain. */
function valuesOf(
  measure: OneVariable,
  given: Distribution,
  whole: Distribution,
): [category: string, value: number][] {
  switch (measure.kind) {
    case 'share':
      return [['', shareOf(given, (value) => measure.codes.includes(String(value)))]];
    case 'share_above':
      return [['', shareOf(given, (value) => Number(value) > measure.above)]];
    case 'structure':
      return codesOf(measure.variable)
        .filter((code) => !measure.excluded?.includes(code))
        .map((code) => [code, shareOf(given, (value) => value === code)]);
    case 'mean':
      return [['', given.reduce((sum, [value, count]) => sum + Number(value) * count, 0) / people(given)]];
    case 'gini':
      return [['', gini(given)]];
    case 'low_pay': {
      const line = measure.fraction * quantile(whole, 0.5);
      return [['', shareOf(given, (value) => Number(value) < line)]];
    }
    case 'quantile':
      return [['', quantile(given, measure.probability)]];
  }
}

/** The true values of an indicator in every domain, of a structure for everybody alone, read from `tables` once the population was taken in. */
export function indicatorTruth(
  { id, universe, measure }: Pick<Indicator, 'id' | 'universe'> & { readonly measure: PersonMeasure },
  tables: ValueTables,
): () => TruthRow[] {
  if (measure.kind === 'ratio') {
    const { variable, denominator, scale = 1 } = measure;
    const pairs = tables.pairs(universe, variable, denominator);
    return () =>
      domainLevels.flatMap(({ domain, level, cells }) => {
        const below = sumCells(pairs.bottom, cells);
        if (below === 0) return [];
        const value = (scale * sumCells(pairs.top, cells)) / below;
        const population = sumCells(pairs.people, cells);
        return [{ indicator: id, domain, level, category: '', value, population }];
      });
  }
  const table = tables.values(universe, measure.variable);
  const excluded = 'excluded' in measure ? measure.excluded : undefined;
  return () => {
    const everybody = domainLevels.find(({ domain }) => domain === 'all');
    const whole = everybody ? distribution(table, everybody.cells) : [];
    const levels =
      measure.kind === 'structure' ? domainLevels.filter(({ domain }) => domain === 'all') : domainLevels;
    return levels.flatMap(({ domain, level, cells }) => {
      const given = without(distribution(table, cells), excluded);
      const population = people(given);
      if (population === 0) return [];
      return valuesOf(measure, given, whole).map(([category, value]) => ({
        indicator: id,
        domain,
        level,
        category,
        value,
        population,
      }));
    });
  };
}
