import type { MeasurableIndicator } from '@wavebook/schema';
import type { SurveyContrast } from '@wavebook/survey-stats';
import { changesBy, panel, repeatedSample, type Stacked } from '../survey/contrasts.ts';
import type { Counted } from '../survey/counted.ts';
import { type BreakdownName, levelAt, levelsOf } from './breakdowns.ts';
import type { ChangeRow } from './change-row.ts';
import type { Population } from './level-rows.ts';

/** Fewest answers, over both rounds, behind a change that is shown; a round has half of them. */
const FEWEST_ANSWERS = 60;
const FEWEST_DF = 8;
const DIGITS = 12;

const figure = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : null;

type Bases = readonly (readonly [ChangeRow['basis'], Stacked])[];

/** Changes of an indicator between the rounds, on each basis, in every group, with the difference in differences. */
export function changeRows(
  before: Counted,
  after: Counted,
  definition: MeasurableIndicator,
  population: Population,
  names: readonly BreakdownName[],
): ChangeRow[] {
  const sites = new Set(population.sites);
  const followed = after.part.includes('panel');
  const bases: Bases = [
    ['repeated_sample', repeatedSample(before, after)],
    ...(followed
      ? ([
          ['panel', panel(before, after, 'all')],
          ['retained', panel(before, after, 'retained')],
        ] as const)
      : []),
  ];
  const { wave } = after.round;
  return bases.flatMap(([basis, stacked]) =>
    names.flatMap((name) => {
      const levels = levelsOf(name, population.sites);
      const places = new Map(levels.map((level, i) => [level, i]));
      const breakdown = {
        levels,
        levelOf: (own: Stacked, row: number) => places.get(levelAt(name, own, row)) ?? -1,
      };
      const changes = changesBy(stacked, breakdown, (row) => sites.has(stacked.site[row] as string));
      return changes.flatMap((change) =>
        (['pilot', 'comparison', 'difference'] as const).flatMap((arm) => {
          const own: SurveyContrast = change[arm];
          if (own.n === 0) return [];
          const unsure = own.n < FEWEST_ANSWERS || own.df < FEWEST_DF || Number.isNaN(own.estimate);
          const known = own.df >= 1;
          return [
            {
              id: [
                'change',
                definition.id,
                wave.instrument,
                population.id,
                name,
                change.level,
                basis,
                arm,
              ].join('.'),
              indicator: definition.id,
              population: population.id,
              instrument: wave.instrument,
              from: before.round.wave.wave,
              to: wave.wave,
              domain: name,
              level: change.level,
              basis,
              arm,
              unit: definition.unit,
              estimate: figure(own.estimate),
              se: known ? figure(own.se) : null,
              ci_low: known ? figure(own.ciLow) : null,
              ci_high: known ? figure(own.ciHigh) : null,
              df: figure(own.df),
              p_value: known ? figure(own.pValue) : null,
              n: own.n,
              suppressed: unsure,
              synthetic: wave.synthetic || before.round.wave.synthetic,
            },
          ];
        }),
      );
    }),
  );
}
