import type { EnteredValue, EstimateRow, MeasurableIndicator, ProgrammeIndicator } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import { baselineInstrument } from '../survey/definition.ts';
import { quarterOf, type Rounds } from '../survey/round.ts';
import type { ChangeRow } from './change-row.ts';
import { domainOf, levelId, type Population } from './level-rows.ts';
import { plannedValue, type Status, statusOf } from './status.ts';

/** What is known of an indicator of a framework, and what the rule says of it. */
export interface Judged {
  readonly indicator: ProgrammeIndicator;
  readonly definition: MeasurableIndicator | undefined;
  readonly population: Population;
  readonly entered: EnteredValue | undefined;
  readonly baseline: EstimateRow | undefined;
  readonly latest: EstimateRow | undefined;
  /** The quarter of the latest value. */
  readonly date: string | undefined;
  readonly change: ChangeRow | undefined;
  readonly comparison: ChangeRow | undefined;
  readonly difference: ChangeRow | undefined;
  readonly retained: ChangeRow | undefined;
  readonly target: Framework['framework']['targets'][number] | undefined;
  readonly planned: number | undefined;
  readonly status: Status;
}

export interface Evidence {
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  readonly changes: ReadonlyMap<string, ChangeRow>;
  readonly surveys: ReadonlyMap<string, Rounds>;
  populationOf(framework: Framework, indicator: string): Population;
}

const estimateId = (definition: string, instrument: string, wave: string, population: Population): string =>
  `${definition}.level.${instrument}.${wave}.${domainOf('all')}.${levelId(population, 'pilot', 'all', 'all')}.weighted`;

/** Judges every indicator of a framework. A value entered by hand is exact: it has no interval. */
export function judge(
  framework: Framework,
  known: ReadonlyMap<string, MeasurableIndicator>,
  { estimates, changes, surveys, populationOf }: Evidence,
): Judged[] {
  const { indicators, targets, baselines } = framework.framework;
  return indicators.map((indicator): Judged => {
    const definition = indicator.measured_by === null ? undefined : known.get(indicator.measured_by);
    const population = populationOf(framework, indicator.id);
    const instrument = definition && baselineInstrument(definition);
    const rounds = instrument && surveys.get(instrument);
    const at = (round: Rounds['after']): EstimateRow | undefined =>
      definition && instrument && round
        ? estimates.get(estimateId(definition.id, instrument, round.wave.wave, population))
        : undefined;
    const [baseline, second] = [at(rounds?.before), at(rounds?.after)];
    const latest = second ?? baseline;
    const latestRound = second ? rounds?.after : baseline ? rounds?.before : undefined;
    const target =
      targets.find((row) => row.indicator === indicator.id && row.value !== null) ??
      targets.find((row) => row.indicator === indicator.id);
    const entered = framework.entered.find((row) => row.indicator === indicator.id);
    const date = entered?.date ?? (latestRound && quarterOf(latestRound));
    const given = baselines.find((row) => row.indicator === indicator.id && row.value !== null);
    const start =
      given && given.value !== null
        ? { value: given.value, date: given.date }
        : rounds && baseline && !baseline.suppressed && baseline.estimate !== null
          ? { value: baseline.estimate, date: quarterOf(rounds.before) }
          : undefined;
    const goal = target && target.value !== null ? { value: target.value, due: target.due } : undefined;
    const range = entered
      ? { low: entered.value, high: entered.value }
      : latest && !latest.suppressed && latest.ci_low !== null && latest.ci_high !== null
        ? { low: latest.ci_low, high: latest.ci_high }
        : undefined;
    const input = {
      direction: indicator.direction,
      baseline: start,
      target: goal,
      latest: range && date !== undefined ? { ...range, date } : undefined,
    };
    const changeOf = (basis: ChangeRow['basis'], arm: ChangeRow['arm']): ChangeRow | undefined =>
      definition &&
      changes.get(['change', definition.id, instrument, population.id, 'all', 'all', basis, arm].join('.'));
    const withheld = !entered && latest?.suppressed;
    return {
      indicator,
      definition,
      population,
      entered,
      baseline,
      latest,
      date,
      change: changeOf('repeated_sample', 'pilot'),
      comparison: changeOf('repeated_sample', 'comparison'),
      difference: changeOf('panel', 'difference') ?? changeOf('repeated_sample', 'difference'),
      retained: changeOf('retained', 'difference'),
      target,
      planned: date === undefined ? undefined : plannedValue(input, date),
      status: withheld ? (goal ? 'cannot_tell' : 'no_target') : statusOf(input),
    };
  });
}
