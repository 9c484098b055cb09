import type { EstimateRow, Label, MeasurableIndicator } from '@wavebook/schema';
import { changesBy, panel, repeatedSample, type Stacked } from '../survey/contrasts.ts';
import type { Counted } from '../survey/counted.ts';
import { type BreakdownName, levelAt, levelLabel, levelsOf } from './breakdowns.ts';
import type { ChangeRow } from './change-row.ts';
import { figureRow, worstOf } from './figure-row.ts';
import type { Population } from './level-rows.ts';
import { rowsBy } from './rows-by.ts';

type Bases = readonly (readonly [ChangeRow['basis'], Stacked])[];

/** The four groups of a change: domain codes of `changesBy`. */
const sides = ['comparison:before', 'comparison:after', 'pilot:before', 'pilot:after'] as const;
const sidesOf: Readonly<Record<ChangeRow['arm'], readonly (typeof sides)[number][]>> = {
  pilot: ['pilot:before', 'pilot:after'],
  comparison: ['comparison:before', 'comparison:after'],
  difference: sides,
};

const basisLabels: Readonly<Record<ChangeRow['basis'], Label>> = {
  repeated_sample: { zh: '各轮样本（final_weight）', en: 'the sample of each round (final_weight)' },
  panel: {
    zh: '被追踪者，按最初分组，含迁移者（意向处理；panel_weight）',
    en: 'those followed, by the arm first given, movers included (intention to treat; panel_weight)',
  },
  retained: {
    zh: '仍在原地的被追踪者（panel_weight）',
    en: 'those followed who still live in their site (panel_weight)',
  },
};
const armLabels: Readonly<Record<ChangeRow['arm'], Label>> = {
  pilot: { zh: '试点社区的变化', en: 'Change in the pilot communities' },
  comparison: { zh: '对照社区的变化', en: 'Change in the comparison communities' },
  difference: {
    zh: '双重差分（试点变化减对照变化）',
    en: 'Difference in differences (change in pilot less change in comparison communities)',
  },
};

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
  const waves = [before.round.wave, after.round.wave] as const;
  const quantity = { id: definition.id, unit: definition.unit };
  return bases.flatMap(([basis, stacked]) =>
    names.flatMap((name) => {
      const levels = levelsOf(name, population.sites, after.ages);
      const places = new Map(levels.map((level, i) => [level, i]));
      const breakdown = {
        levels,
        levelOf: (own: Stacked, row: number) => places.get(levelAt(name, own, row)) ?? -1,
      };
      const changes = changesBy(stacked, breakdown, (row) => sites.has(stacked.site[row] as string));
      return changes.flatMap(({ level, codes, ...change }) => {
        const groups = new Map<string, EstimateRow>(
          rowsBy(
            waves[1],
            stacked.design,
            { ...quantity, y: stacked.y, x: stacked.x },
            { domain: 'round', codes, levels: sides },
          ).map((row) => [row.level, row]),
        );
        return (['pilot', 'comparison', 'difference'] as const).flatMap((arm): ChangeRow[] => {
          const own = change[arm];
          if (own.n === 0) return [];
          const label = levelLabel(name, level);
          return [
            {
              ...figureRow(
                {
                  id: [
                    'change',
                    definition.id,
                    waves[1].instrument,
                    population.id,
                    name,
                    level,
                    basis,
                    arm,
                  ].join('.'),
                  of: {
                    zh: `${armLabels[arm].zh}，${label.zh}；${basisLabels[basis].zh}`,
                    en: `${armLabels[arm].en}, ${label.en.toLowerCase()}; ${basisLabels[basis].en}`,
                  },
                  indicator: definition.id,
                  waves,
                  unit: definition.unit,
                },
                own,
                worstOf(sidesOf[arm].map((side) => groups.get(side))),
              ),
              population: population.id,
              from: waves[0].wave,
              to: waves[1].wave,
              domain: name,
              level,
              basis,
              arm,
            },
          ];
        });
      });
    }),
  );
}
