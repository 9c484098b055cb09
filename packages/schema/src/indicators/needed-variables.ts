import type { Condition } from '../condition.ts';
import type { AnyMeasure, MeasurableIndicator } from '../indicator-definition.ts';
import type { Instrument } from '../snapshot.ts';

/** A variable and the record of the instrument that holds it. */
export interface NeededVariable {
  readonly record: string;
  readonly variable: string;
}

const named = (conditions: readonly Condition[]): string[] => conditions.map(({ variable }) => variable);

/** What a measure reads: from the record of the indicator, from household members, or from records that it names. */
function measured(measure: AnyMeasure, record: string): NeededVariable[] {
  const of = (where: string, variables: readonly string[]): NeededVariable[] =>
    variables.map((variable) => ({ record: where, variable }));
  switch (measure.kind) {
    case 'ratio':
      return of(record, [measure.variable, measure.denominator]);
    case 'gap':
      return of(record, [measure.variable, measure.by, ...(measure.controls ?? [])]);
    case 'member_share':
    case 'member_mean':
      return of('member', [measure.variable, ...named(measure.where)]);
    case 'household_share':
      return of('member', [...named(measure.members), ...named(measure.conditions)]);
    case 'condition_share':
      return of(record, named([...measure.conditions, ...(measure.among ?? []).flat()]));
    case 'total_ratio':
      return [measure.numerator, measure.denominator].flatMap((t) => of(t.record, t.variables));
    case 'score_mean':
    case 'score_above':
    case 'reliability':
      return of(
        record,
        measure.items.map((item) => item.variable),
      );
    case 'composite':
    case 'composite_above':
      return of(
        record,
        measure.parts.flatMap(({ items }) => items.map((item) => item.variable)),
      );
    case 'count_mean':
    case 'count_above':
      return of(record, measure.variables);
    case 'years_between':
      return of(
        record,
        [measure.from, measure.to].flatMap((time) =>
          time === 'interview' ? [] : [time.year, ...(time.month === undefined ? [] : [time.month])],
        ),
      );
    case 'sample_gap':
      return [...measured(measure.measure, record), ...of(record, measure.controls ?? [])];
    default:
      return of(record, [measure.variable]);
  }
}

/**
 * The variables without which an indicator cannot be computed: those of its measure and of its universe, each once, under the names that
 * the instrument gives them. Derived variables stand for themselves.
 *
 * @example neededVariables(definition, 'baseline-worker') // [{ record: 'respondent', variable: 'housing_fund_insured' }, …]
 */
export function neededVariables(
  {
    measure,
    universe,
    record,
    renamed,
  }: Pick<MeasurableIndicator, 'measure' | 'universe' | 'record' | 'renamed'>,
  instrument: Instrument,
): NeededVariable[] {
  const all = [
    ...measured(measure, record),
    ...named(universe).map((variable) => ({ record, variable })),
  ].map((needed) => ({ ...needed, variable: renamed?.[instrument]?.[needed.variable] ?? needed.variable }));
  return all.filter(
    ({ record: where, variable }, i) =>
      all.findIndex((other) => other.record === where && other.variable === variable) === i,
  );
}

/**
 * The respondent's variables that a measure reads, each once, in the order of its parts: those whose question must stay the same for waves
 * to be compared. Those of household members are left out.
 *
 * @example measuredVariables({ kind: 'ratio', variable: 'housing_cost', denominator: 'household_income' }) // ['housing_cost', 'household_income']
 */
export const measuredVariables = (measure: AnyMeasure): string[] => [
  ...new Set(
    measured(measure, 'respondent')
      .filter(({ record }) => record === 'respondent')
      .map(({ variable }) => variable),
  ),
];
