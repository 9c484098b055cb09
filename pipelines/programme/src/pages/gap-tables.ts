import { countCell, estimateCell, type Table, type TableRow, textCell } from '@wavebook/report';
import type { Label, MeasurableIndicator } from '@wavebook/schema';
import type { GapRow } from '../analyses/gaps.ts';
import type { Obstacles } from '../analyses/obstacles.ts';
import { errorCell, programmeCell, say, waveLabel } from './cells.ts';
import {
  countColumn,
  errorColumn,
  estimateColumn,
  indicatorLabel,
  type Place,
  tableOf,
  textColumn,
} from './table-parts.ts';

/** What a comparison shows, in the order of the page. */
export const comparisonsShown = ['hazardous_other', 'women_men', 'young_old', 'migrants_residents'] as const;

/** The gaps of a comparison: both shares, raw, at equal characteristics, and decomposed, survey by survey. */
export function gapTable(
  place: Place,
  rows: readonly GapRow[],
  known: ReadonlyMap<string, MeasurableIndicator>,
): Table {
  const groups = rows[0]?.groups ?? say('', '');
  const [one, two] = (['zh', 'en'] as const).map((lang) => groups[lang].split(' − ')) as [string[], string[]];
  const sideLabel = (side: 0 | 1): Label => {
    const name = two[side] ?? '';
    return say(one[side] ?? '', `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  };
  const points = say('差距（百分点）', 'Gap (points)');
  const parts = say('分解（百分点）', 'Decomposition (points)');
  const surveys = [...new Set(rows.map(({ source }) => source))];
  return tableOf(
    place,
    say(`差距：${groups.zh}`, `Gaps: ${groups.en}`),
    [
      textColumn(say('指标', 'Indicator'), 24),
      estimateColumn(say('%', '%'), sideLabel(0)),
      countColumn(say('n', 'n'), sideLabel(0)),
      estimateColumn(say('%', '%'), sideLabel(1)),
      countColumn(say('n', 'n'), sideLabel(1)),
      estimateColumn(say('原始', 'Raw'), points),
      errorColumn(points),
      { ...estimateColumn(say('同等特征下', 'Adjusted'), points), width: 14 },
      errorColumn(points),
      { ...estimateColumn(say('可解释', 'Explained'), parts), width: 14 },
      errorColumn(parts),
      { ...estimateColumn(say('未解释', 'Unexplained'), parts), width: 18 },
      errorColumn(parts),
    ],
    surveys.flatMap((source): TableRow[] => [
      { heading: waveLabel(source.wave) },
      ...rows
        .filter((row) => row.source === source)
        .map(({ outcome, gap, figures }) => ({
          cells: [
            textCell(indicatorLabel(known, outcome), { indent: 1 }),
            estimateCell(gap.sides[0]),
            countCell(gap.sides[0]),
            estimateCell(gap.sides[1]),
            countCell(gap.sides[1]),
            ...([figures.raw, figures.adjusted, figures.explained, figures.unexplained] as const).flatMap(
              (figure) => [programmeCell(figure), errorCell(figure)],
            ),
          ],
        })),
    ]),
    [
      say(
        '同等特征：线性概率模型，控制年龄（及平方）、性别、教育和地区（对比居民时为城市；用作分组者和未设题者除外）。分解为Oaxaca-Blinder，取后一组的系数：“可解释”是两组特征之差，“未解释”是系数之差，本身不等于歧视。任一组答全者不足50人时不建模。差距按较差一组的质量判定。',
        'Adjusted (at equal characteristics): a linear probability model with age (and its square), sex, education and region (city, against residents), but for the one that makes the groups and those that a wave did not ask for. The decomposition is Oaxaca-Blinder with the coefficients of the second group: “explained” is the difference in characteristics, “unexplained” that in coefficients, which is not by itself discrimination. No model where fewer than 50 of a group have answered all of it. A gap is as reliable as the worse of its groups.',
      ),
    ],
  );
}

/** Why people are not insured or not reached, group beside group. */
export function obstaclesTable(place: Place, { source, groups, questions }: Obstacles): Table {
  return tableOf(
    place,
    say(
      `障碍：未参保和未获服务的原因（%），${waveLabel(source.wave).zh}`,
      `Obstacles: why people are not insured or not reached (%), ${waveLabel(source.wave).en}`,
    ),
    [
      textColumn(say('原因', 'Reason')),
      ...groups.flatMap(({ label }) => [
        estimateColumn(say('%', '%'), label),
        countColumn(say('n', 'n'), label),
      ]),
    ],
    questions.flatMap(({ label, reasons }): TableRow[] => [
      { heading: label },
      ...reasons.map((reason) => ({
        cells: [
          textCell(reason.label, { indent: 1 }),
          ...groups.flatMap(({ level }) => [
            estimateCell(reason.rows.get(level)),
            countCell(reason.rows.get(level)),
          ]),
        ],
      })),
    ]),
  );
}
