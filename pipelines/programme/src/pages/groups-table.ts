import { countCell, estimateCell, type Table, type TableRow, textCell } from '@wavebook/report';
import type { EstimateRow, Label } from '@wavebook/schema';
import { type BreakdownName, levelLabel, levelsOf } from '../results/breakdowns.ts';
import type { ChangeRow } from '../results/change-row.ts';
import type { Judged } from '../results/judge.ts';
import { domainOf, levelId } from '../results/level-rows.ts';
import { changeCell, say, tableNumber } from './cells.ts';

const titles: Readonly<Record<Exclude<BreakdownName, 'all'>, Label>> = {
  sex: say('按性别', 'by sex'),
  age: say('按年龄', 'by age'),
  site: say('按地区', 'by site'),
};

/** Every measured indicator in the groups of a breakdown: both rounds in the pilot communities, the change, the difference in differences. */
export function groupsTable(
  judged: readonly Judged[],
  name: Exclude<BreakdownName, 'all'>,
  evidence: {
    readonly estimates: ReadonlyMap<string, EstimateRow>;
    readonly changes: ReadonlyMap<string, ChangeRow>;
  },
  place: { readonly id: string; readonly number: string; readonly title: Label },
): Table {
  const rows = judged.flatMap(({ definition, indicator, population }): TableRow[] => {
    if (!definition) return [];
    const instrument = definition.instruments.includes('baseline-worker')
      ? 'baseline-worker'
      : 'baseline-enterprise';
    const own = levelsOf(name, population.sites).flatMap((level): TableRow[] => {
      const at = (wave: string): EstimateRow | undefined =>
        evidence.estimates.get(
          `${definition.id}.level.${instrument}.${wave}.${domainOf(name)}.${levelId(population, 'pilot', name, level)}.weighted`,
        );
      const changed = (basis: string, arm: string): ChangeRow | undefined =>
        evidence.changes.get(
          ['change', definition.id, instrument, population.id, name, level, basis, arm].join('.'),
        );
      const [before, after] = [at('2009-baseline'), at('2011-endline')];
      if (!before && !after) return [];
      return [
        {
          cells: [
            textCell(levelLabel(name, level), { indent: 1 }),
            estimateCell(before),
            estimateCell(after),
            countCell(after),
            changeCell(changed('repeated_sample', 'pilot')),
            changeCell(changed('panel', 'difference')),
          ],
        },
      ];
    });
    return own.length === 0
      ? []
      : [
          {
            heading: say(
              `${indicator.id}　${definition.label.zh}`,
              `${indicator.id}  ${definition.label.en}`,
            ),
          },
          ...own,
        ];
  });
  return {
    id: place.id,
    number: tableNumber(place.number),
    title: say(`${place.title.zh}，${titles[name].zh}`, `${place.title.en}, ${titles[name].en}`),
    columns: [
      { label: say('组别', 'Group'), kind: 'text', width: 30 },
      { label: say('基线（试点）', 'Baseline (pilot)'), kind: 'estimate' },
      { label: say('终期（试点）', 'Endline (pilot)'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      { label: say('变化', 'Change'), kind: 'estimate' },
      { label: say('双重差分（意向处理）', 'Difference in differences'), kind: 'estimate' },
    ],
    rows,
    notes: [
      say(
        '×：样本太少（变化：两轮合计不足60个回答或自由度不足8），不予公布。',
        '×: too few answers (for a change, fewer than 60 over both rounds or fewer than 8 degrees of freedom); not shown.',
      ),
    ],
  };
}
