import type { EnteredValue, EstimateRow, MeasurableIndicator, ProgrammeIndicator } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
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
  readonly change: ChangeRow | undefined;
  readonly difference: ChangeRow | undefined;
  readonly retained: ChangeRow | undefined;
  readonly target: Framework['framework']['targets'][number] | undefined;
  readonly planned: number | undefined;
  readonly status: Status;
}

export interface Evidence {
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  readonly changes: ReadonlyMap<string, ChangeRow>;
  /** Quarter in which a round was in the field. */
  dateOf(wave: string): string;
  populationOf(framework: Framework, indicator: string): Population;
}

const estimateId = (definition: string, instrument: string, wave: string, population: Population): string =>
  `${definition}.level.${instrument}.${wave}.${domainOf('all')}.${levelId(population, 'pilot', 'all', 'all')}.weighted`;

/** Judges every indicator of a framework. */
export function judge(
  framework: Framework,
  known: ReadonlyMap<string, MeasurableIndicator>,
  { estimates, changes, dateOf, populationOf }: Evidence,
): Judged[] {
  const { indicators, targets, baselines } = framework.framework;
  return indicators.map((indicator): Judged => {
    const definition = indicator.measured_by === null ? undefined : known.get(indicator.measured_by);
    const population = populationOf(framework, indicator.id);
    const instrument = definition?.instruments.includes('baseline-worker')
      ? 'baseline-worker'
      : 'baseline-enterprise';
    const at = (wave: string): EstimateRow | undefined =>
      definition && estimates.get(estimateId(definition.id, instrument, wave, population));
    const [baseline, second] = ['2009-baseline', '2011-endline'].map(at);
    const latest = second ?? baseline;
    const target =
      targets.find((row) => row.indicator === indicator.id && row.value !== null) ??
      targets.find((row) => row.indicator === indicator.id);
    const entered = framework.entered.find((row) => row.indicator === indicator.id);
    const given = baselines.find((row) => row.indicator === indicator.id && row.value !== null);
    const start =
      given && given.value !== null
        ? { value: given.value, date: given.date }
        : baseline && baseline.estimate !== null
          ? { value: baseline.estimate, date: dateOf(baseline.wave) }
          : undefined;
    const goal = target && target.value !== null ? { value: target.value, due: target.due } : undefined;
    const shown = latest && !latest.suppressed && latest.ci_low !== null && latest.ci_high !== null;
    const input = {
      direction: indicator.direction,
      baseline: start,
      target: goal,
      latest: shown
        ? { low: latest.ci_low as number, high: latest.ci_high as number, date: dateOf(latest.wave) }
        : undefined,
    };
    const changeOf = (basis: ChangeRow['basis'], arm: ChangeRow['arm']): ChangeRow | undefined =>
      definition &&
      changes.get(['change', definition.id, instrument, population.id, 'all', 'all', basis, arm].join('.'));
    return {
      indicator,
      definition,
      population,
      entered,
      baseline,
      latest,
      change: changeOf('repeated_sample', 'pilot'),
      difference: changeOf('panel', 'difference') ?? changeOf('repeated_sample', 'difference'),
      retained: changeOf('retained', 'difference'),
      target,
      planned: latest ? plannedValue(input, dateOf(latest.wave)) : undefined,
      status: latest?.suppressed ? (goal ? 'cannot_tell' : 'no_target') : statusOf(input),
    };
  });
}
