import type { Indicator, Measure } from '@wavebook/schema';
import { indicatorsByTopic, measuredVariables } from '@wavebook/schema/indicators';
import type { Frame } from '../population/frame.ts';
import { type AnsweringHousehold, generatePoint } from '../population/point.ts';
import type { Wave } from '../population/waves.ts';
import { variablesIn } from './available-variables.ts';
import { cellOfAnswers } from './cells.ts';
import { indicatorTruth, type PersonMeasure, type TruthRow } from './indicator-truth.ts';
import { type MemberCollector, memberTruth } from './member-truth.ts';
import { valueTables } from './value-tables.ts';

/** What truth needs of an indicator. */
export type Definition = Pick<Indicator, 'id' | 'universe' | 'measure'>;

const definitions: readonly Definition[] = Object.values(indicatorsByTopic).flat();

const personKinds: ReadonlySet<string> = new Set<PersonMeasure['kind']>([
  'share',
  'share_above',
  'structure',
  'mean',
  'quantile',
  'gini',
  'low_pay',
  'ratio',
]);
const isOfPersons = (measure: Measure): measure is PersonMeasure => personKinds.has(measure.kind);

/** Variables that a definition reads; those of household members as `member <variable>`. */
function variablesOf({ universe, measure }: Definition): string[] {
  if (measure.kind === 'member_share')
    return [...measure.where.map(({ variable }) => variable), measure.variable].map(
      (name) => `member ${name}`,
    );
  return [...universe.map(({ variable }) => variable), ...measuredVariables(measure)];
}

/** The definitions that a wave can answer: its layout has all their variables. Gaps between groups and what is made of several answers are left out. */
export function computableDefinitions(wave: Wave): Definition[] {
  const has = variablesIn(wave);
  return definitions.filter(
    (definition) =>
      (definition.measure.kind === 'member_share' || isOfPersons(definition.measure)) &&
      variablesOf(definition).every(has),
  );
}

/** Collects figures of a population household by household. */
export interface PopulationCollector {
  add(household: AnsweringHousehold): void;
  rows(): TruthRow[];
}

/** Collects the true values of definitions. */
export function truthCollector(wanted: readonly Definition[]): PopulationCollector {
  const tables = valueTables();
  const members: MemberCollector[] = [];
  const inOrder = wanted.map(({ id, universe, measure }): (() => TruthRow[]) => {
    if (isOfPersons(measure)) return indicatorTruth({ id, universe, measure }, tables);
    if (measure.kind !== 'member_share')
      throw new TypeError(`truthCollector: a measure of kind ${measure.kind} has no true value here: ${id}`);
    const collector = memberTruth({ id, measure });
    members.push(collector);
    return collector.rows;
  });
  return {
    add(household) {
      for (const answers of household.answers) tables.add(answers, cellOfAnswers(answers));
      const province = household.answers[0]?.province as string;
      for (const collector of members) collector.addHousehold(household, province);
    },
    rows: () => inOrder.flatMap((rows) => rows()),
  };
}

/** The true values of a whole population: complete answers of all eligible people, before anyone leaves an item blank. */
export function populationTruth(frame: Frame): TruthRow[] {
  const collector = truthCollector(computableDefinitions(frame.wave));
  for (const point of frame.points)
    for (const household of generatePoint(frame, point)) collector.add(household);
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
