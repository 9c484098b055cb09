import { countCell, estimateCell, type Table, textCell } from '@wavebook/report';
import type { Label, ManifestWave, MeasurableIndicator } from '@wavebook/schema';
import type { HeadRow } from '../analyses/indices.ts';
import type { PerHeadRow } from '../analyses/per-head.ts';
import { errorCell, programmeCell, say, sizeCell, waveLabel } from './cells.ts';
import {
  codeLabel,
  countColumn,
  errorColumn,
  estimateColumn,
  indicatorLabel,
  numberColumn,
  type Place,
  tableOf,
  textColumn,
} from './table-parts.ts';

/** Said of a synthetic wave, whose people are far fewer than those of the published table. */
const smallPopulation: Label = say(
  '合成人口远小于真实流动人口，因此此处误差极小，不代表真实大小；用真实轮次运行才有意义。',
  'The synthetic population is far smaller than the real one: the differences here are next to nothing and say nothing of their real size. They mean something with a real wave.',
);

/** What an index per registered head is where that per resident head is 100, by province. */
export function headsTable(place: Place, rows: readonly HeadRow[], wave: ManifestWave): Table {
  const survey = waveLabel(wave);
  return tableOf(
    place,
    say('按户籍人口与按常住人口计算的人均指数', 'Indices per registered and per resident head'),
    [
      textColumn(say('省份', 'Province'), 14),
      countColumn(say('2010年末常住人口', 'Residents, end of 2010')),
      estimateColumn(say('外省流入', 'From other provinces'), survey),
      countColumn(say('n', 'n'), survey),
      estimateColumn(say('流出外省', 'In other provinces'), survey),
      countColumn(say('n', 'n'), survey),
      estimateColumn(say('户籍人口（推算）', 'Registered (derived)')),
      numberColumn(say('常住人均', 'Per resident head'), say('指数', 'Index')),
      estimateColumn(say('户籍人均', 'Per registered head'), say('指数', 'Index')),
      errorColumn(say('指数', 'Index')),
    ],
    rows.map(({ province, residents, figures: { arrived, left, registered, index } }) => ({
      cells: [
        textCell(codeLabel('province', province)),
        { kind: 'count' as const, value: residents },
        programmeCell(arrived),
        sizeCell(arrived),
        programmeCell(left),
        sizeCell(left),
        programmeCell(registered),
        { kind: 'number' as const, value: 100, decimals: 0 },
        programmeCell(index),
        errorCell(index),
      ],
    })),
    [
      say(
        `常住人口：2017年11月报告的14省表（单位万人，此处换算为人）。流动人口：${survey.zh}。户籍人口＝常住人口－外省流入＋流出外省。任何人均指标以户籍人口代替常住人口为分母，都按此比例偏高或偏低；与100之差即选择分母造成的误差。`,
        `Residents: the table of 14 provinces in the presentation of November 2017, which prints them in units of 10,000. Migrants: ${survey.en}. Registered = residents − from other provinces + in other provinces. Any index per head is off by this much when its denominator is the registered in place of the residents: what lies beyond 100 is the error that the choice makes.`,
      ),
      ...(wave.synthetic ? [smallPopulation] : []),
    ],
  );
}

/** Indices of eight cities over those registered there and over all residents. */
export function perHeadTable(
  place: Place,
  rows: readonly PerHeadRow[],
  known: ReadonlyMap<string, MeasurableIndicator>,
): Table {
  return tableOf(
    place,
    say(
      '8城市指标：只计户籍居民与计全体居民（%）',
      'Indices of eight cities: on registered residents alone and on all residents (%)',
    ),
    [
      textColumn(say('指标', 'Indicator')),
      estimateColumn(say('户籍居民', 'Registered residents')),
      countColumn(),
      estimateColumn(say('全体居民', 'All residents')),
      countColumn(),
      estimateColumn(say('差（百分点）', 'Difference (points)')),
      errorColumn(),
    ],
    rows.map(({ outcome, registered, residents, error }) => ({
      cells: [
        textCell(indicatorLabel(known, outcome)),
        estimateCell(registered),
        countCell(registered),
        estimateCell(residents),
        countCell(residents),
        programmeCell(error),
        errorCell(error),
      ],
    })),
    [
      say(
        '全体居民＝户籍居民样本与同年在这些城市的流动人口样本合计，按权重所代表的人数。差是统计只按户籍人口计算时漏掉的部分。',
        'All residents: the sample of local residents and the migrants of the same year in these cities together, each for the people that its weights stand for. The difference is what statistics by registration leave out.',
      ),
    ],
  );
}
