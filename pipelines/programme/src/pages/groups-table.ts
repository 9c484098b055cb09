import { countCell, estimateCell, type Table, type TableRow } from '@wavebook/report';
import type { EstimateRow, Label } from '@wavebook/schema';
import { type BreakdownName, levelLabel } from '../results/breakdowns.ts';
import type { ChangeRow } from '../results/change-row.ts';
import { namesFor } from '../results/estimate-programme.ts';
import type { Judged } from '../results/judge.ts';
import { domainOf } from '../results/level-rows.ts';
import { errorCell, programmeCell, say, sizeCell } from './cells.ts';
import {
  countColumn,
  errorColumn,
  estimateColumn,
  type Place,
  tableOf,
  textColumn,
  withoutEmpty,
} from './table-parts.ts';

export const groupings = ['sex', 'age', 'sex_age', 'site'] as const satisfies readonly BreakdownName[];
type Grouping = (typeof groupings)[number];

const titles: Readonly<Record<Grouping, Label>> = {
  sex: say('各指标，按性别', 'Every indicator, by sex'),
  age: say('各指标，按年龄', 'Every indicator, by age'),
  sex_age: say('各指标，按性别和年龄', 'Every indicator, by sex and age'),
  site: say('各指标，按地区', 'Every indicator, by site'),
};

interface Evidence {
  readonly estimates: ReadonlyMap<string, EstimateRow>;
  readonly changes: ReadonlyMap<string, ChangeRow>;
}

/** Every measured indicator in the groups of a breakdown: both rounds in the pilot communities, the change, the difference in differences. */
export function groupsTable(
  judged: readonly Judged[],
  name: Grouping,
  evidence: Evidence,
  place: Place,
): Table {
  const estimates = [...evidence.estimates.values()].filter(({ domain }) => domain === domainOf(name));
  const changes = [...evidence.changes.values()].filter(({ domain }) => domain === name);
  const rows = judged.flatMap((own): TableRow[] => {
    const { definition, indicator, population, baseline, latest } = own;
    if (!definition) return [];
    const title = say(`${indicator.id}　${definition.label.zh}`, `${indicator.id}  ${definition.label.en}`);
    if (!namesFor(definition).includes(name))
      return [
        {
          heading: say(
            `${title.zh}（企业，不分性别和年龄）`,
            `${title.en} (enterprises: neither sex nor age)`,
          ),
        },
      ];
    const prefix = `${population.id}:pilot:`;
    const levels = [
      ...new Set(
        estimates.flatMap(({ indicator: id, level }) =>
          id === definition.id && level.startsWith(prefix) ? [level.slice(prefix.length)] : [],
        ),
      ),
    ];
    const at = (level: string, wave: string | undefined): EstimateRow | undefined =>
      estimates.find(
        (row) => row.indicator === definition.id && row.level === `${prefix}${level}` && row.wave === wave,
      );
    const changed = (
      level: string,
      basis: ChangeRow['basis'],
      arm: ChangeRow['arm'],
    ): ChangeRow | undefined =>
      changes.find(
        (row) =>
          row.indicator === definition.id &&
          row.population === population.id &&
          row.level === level &&
          row.basis === basis &&
          row.arm === arm,
      );
    const lines = levels.map((level) => {
      const [before, after] = [at(level, baseline?.wave), at(level, latest?.wave)];
      const change = changed(level, 'repeated_sample', 'pilot');
      const difference =
        changed(level, 'panel', 'difference') ?? changed(level, 'repeated_sample', 'difference');
      return {
        label: levelLabel(name, level),
        cells: [
          ...[before, after].flatMap((row) => [estimateCell(row), countCell(row)]),
          ...[change, difference].flatMap((row) => [programmeCell(row), errorCell(row), sizeCell(row)]),
        ],
      };
    });
    return [{ heading: title }, ...withoutEmpty(lines)];
  });
  const change = say('变化（试点）', 'Change (pilot)');
  const difference = say('双重差分（意向处理）', 'Difference in differences');
  return tableOf(
    place,
    titles[name],
    [
      textColumn(say('组别', 'Group')),
      estimateColumn(say('基线', 'Baseline'), say('试点社区', 'Pilot communities')),
      countColumn(say('n', 'n'), say('试点社区', 'Pilot communities')),
      estimateColumn(say('最新', 'Latest'), say('试点社区', 'Pilot communities')),
      countColumn(say('n', 'n'), say('试点社区', 'Pilot communities')),
      { ...estimateColumn(say('估计', 'Estimate'), change), width: 14 },
      errorColumn(change),
      countColumn(say('n', 'n'), change),
      { ...estimateColumn(say('估计', 'Estimate'), difference), width: 14 },
      errorColumn(difference),
      countColumn(say('n', 'n'), difference),
    ],
    rows,
    [
      say(
        '任一组精度不足或须保密的变化不予公布；各格都不予公布的组只列名称。',
        'A change of which one group is unreliable or confidential is not shown; groups of which nothing may be shown are only named.',
      ),
    ],
  );
}
