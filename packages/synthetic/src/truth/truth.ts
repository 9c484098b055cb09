import { type Indicator, indicatorsByTopic } from '@wavebook/schema';
import type { Frame } from '../population/frame.ts';
import { generatePoint } from '../population/point.ts';
import { codebookOf, type Wave } from '../population/waves.ts';
import { cellOfAnswers } from './cells.ts';
import { indicatorTruth, type TruthCollector, type TruthRow } from './indicator-truth.ts';
import { stayMedian } from './stay-median.ts';

type Definition = Pick<Indicator, 'id' | 'universe' | 'measure'>;

/** Figures of the mobility chapter that the published values name. */
const mobilityDefinitions: readonly Definition[] = [
  {
    id: 'family_migration',
    universe: [],
    measure: { kind: 'share', variable: 'family_migration', codes: ['yes'] },
  },
  {
    id: 'migration_range_structure',
    universe: [],
    measure: { kind: 'structure', variable: 'migration_range' },
  },
  { id: 'stay_years_mean', universe: [], measure: { kind: 'mean', variable: 'stay_years' } },
];

/** Variables that a definition reads. */
function variablesOf({ universe, measure }: Definition): string[] {
  const own = 'denominator' in measure ? [measure.variable, measure.denominator] : [measure.variable];
  return [...universe.map(({ variable }) => variable), ...own];
}

/** The definitions that a wave can answer: none of their variables is one that it did not ask. */
export function computableDefinitions(wave: Wave): Definition[] {
  const notAsked = new Set(codebookOf(wave).not_asked.map(({ variable }) => variable));
  return [...Object.values(indicatorsByTopic).flat(), ...mobilityDefinitions].filter(
    (definition) => !variablesOf(definition).some((variable) => notAsked.has(variable)),
  );
}

/** Collects every true value of a wave. */
export function truthCollector(wave: Wave): TruthCollector {
  const collectors = [...computableDefinitions(wave).map(indicatorTruth), stayMedian()];
  return {
    add(answers, cell) {
      for (const collector of collectors) collector.add(answers, cell);
    },
    rows: () => collectors.flatMap((collector) => collector.rows()),
  };
}

/** The true values of a whole population: complete answers of all eligible people, before anyone leaves an item blank. */
export function populationTruth(frame: Frame): TruthRow[] {
  const collector = truthCollector(frame.wave);
  for (const point of frame.points)
    for (const { answers } of generatePoint(frame, point))
      for (const person of answers) collector.add(person, cellOfAnswers(person));
  return collector.rows();
}

/** The value of one figure in a list of rows; throws if it is not there. */
export function truthValue(
  rows: readonly TruthRow[],
  indicator: string,
  category = '',
  level = 'all',
): number {
  const row = rows.find((r) => r.indicator === indicator && r.category === category && r.level === level);
  if (!row) throw new Error(`truthValue: no row for ${indicator} ${category} ${level}`);
  return row.value;
}
