import { type EstimateRow, type MeasurableIndicator, sitesOf } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import { countedIn } from '../survey/counted.ts';
import { baselineInstrument } from '../survey/definition.ts';
import type { Rounds } from '../survey/round.ts';
import { type BreakdownName, breakdownNames } from './breakdowns.ts';
import type { ChangeRow } from './change-row.ts';
import { changeRows } from './change-rows.ts';
import { levelRows, type Population } from './level-rows.ts';

/** Whom an indicator of a framework is estimated for. */
export function populationOf({ programme, measured_in }: Framework, indicator: string): Population {
  const roles = measured_in.find((row) => row.indicator === indicator)?.roles;
  const sites = sitesOf(programme, roles).map(({ code }) => code);
  return { id: [programme, ...(roles ?? [])].join('+'), sites };
}

export interface ProgrammeEstimates {
  readonly estimates: Map<string, EstimateRow>;
  readonly changes: Map<string, ChangeRow>;
}

/** Breakdowns that a record has: an enterprise and its vacancies have neither sex nor age. */
export const namesFor = ({ record }: MeasurableIndicator): readonly BreakdownName[] =>
  record === 'respondent' || record === 'child' ? breakdownNames : ['all', 'site'];

/** Estimates every measurable indicator of the frameworks for its population, in both rounds, and what changed between them. */
export function estimateProgramme(
  frameworks: readonly Framework[],
  known: ReadonlyMap<string, MeasurableIndicator>,
  surveys: ReadonlyMap<string, Rounds>,
): ProgrammeEstimates {
  const estimates = new Map<string, EstimateRow>();
  const changes = new Map<string, ChangeRow>();
  const done = new Set<string>();
  for (const framework of frameworks)
    for (const { id, measured_by } of framework.framework.indicators) {
      const definition = measured_by === null ? undefined : known.get(measured_by);
      const instrument = definition && baselineInstrument(definition);
      const rounds = instrument && surveys.get(instrument);
      if (!definition || !rounds) continue;
      const population = populationOf(framework, id);
      const key = `${definition.id} ${population.id}`;
      if (done.has(key)) continue;
      done.add(key);
      const names = namesFor(definition);
      const before = countedIn(rounds.before, definition);
      const after = rounds.after && countedIn(rounds.after, definition);
      for (const counted of [before, after])
        if (counted)
          for (const row of levelRows(counted, definition, population, names)) estimates.set(row.id, row);
      if (before && after)
        for (const row of changeRows(before, after, definition, population, names)) changes.set(row.id, row);
    }
  return { estimates, changes };
}
