import type { Label } from '@wavebook/schema';
import type { Gathered } from '../gather.ts';
import { say, waveLabel } from '../pages/cells.ts';
import { costChart } from './cost-chart.ts';
import { differencesChart } from './differences-chart.ts';
import type { ProgrammeChart } from './draw.ts';
import { gapsChart } from './gaps-chart.ts';
import { portabilityChart } from './portability-chart.ts';
import { typologyByCutChart, typologyByGroupChart } from './typology-charts.ts';

const gapHeadlines: readonly (readonly [comparison: string, headline: Label])[] = [
  [
    'hazardous_other',
    say(
      '建筑业和采矿业与其他行业的差距，原始与同等特征下',
      'Construction and mining against other industries: the gap as it is and at equal characteristics',
    ),
  ],
  [
    'women_men',
    say(
      '女性与男性的差距，原始与同等特征下',
      'Women against men: the gap as it is and at equal characteristics',
    ),
  ],
  [
    'young_old',
    say(
      '青年与年长者的差距，原始与同等特征下',
      'Young against old: the gap as it is and at equal characteristics',
    ),
  ],
  [
    'migrants_residents',
    say(
      '流动人口与户籍居民的差距，原始与同等特征下',
      'Migrants against local residents: the gap as it is and at equal characteristics',
    ),
  ],
];

const equalCharacteristics = say(
  '同等特征：控制年龄、性别、教育和地区（对比居民时为城市；用作分组者除外）的线性概率模型。',
  'Equal characteristics: a linear probability model with age, sex, education and region (city, against residents), but for the one that makes the groups.',
);

function differenceCharts({ frameworks, surveys }: Gathered): (ProgrammeChart | undefined)[] {
  const workers = surveys.get('baseline-worker');
  const wave = workers?.after?.wave;
  if (!wave) return [];
  const titles = [wave, surveys.get('baseline-enterprise')?.after?.wave].flatMap((own) => own?.title ?? []);
  return frameworks
    .filter(({ framework }) => !framework.illustrative)
    .map(({ framework, judged }) =>
      differencesChart(judged, {
        name: `difference-in-differences-${framework.programme}`,
        subtitle: say(
          '试点社区与对照社区变化之差，按最初分组（意向处理），95%区间',
          'Change in pilot less change in comparison communities, by the arm first given (intention to treat), 95 % intervals',
        ),
        notes: [
          say(
            '同一批被追踪的人或企业，两轮均回答；标准误保留社区群组。不予公布者未列。',
            'The same people or enterprises at both rounds; errors keep the communities as clusters. Indicators that may not be shown are left out.',
          ),
        ],
        source: say(titles.map(({ zh }) => zh).join('；'), titles.map(({ en }) => en).join('; ')),
        synthetic: wave.synthetic,
      }),
    );
}

/** Every chart of the pages; the gaps are those of the newest monitoring wave. */
export function chartsOf(gathered: Gathered): ProgrammeChart[] {
  const { gaps, cost, assumptions, known, typology, portability, totals } = gathered;
  const labelOf = (outcome: string): Label => known.get(outcome)?.label ?? say(outcome, outcome);
  const gapCharts = gapHeadlines.map(([comparison, headline]) => {
    const all = gaps.filter((row) => row.comparison === comparison);
    const source = all[0]?.source;
    const rows = all.filter((row) => row.source === source);
    const [first] = rows;
    return (
      first &&
      source &&
      gapsChart(rows, labelOf, {
        name: `gaps-${comparison.replaceAll('_', '-')}`,
        headline,
        subtitle: say(
          `${first.groups.zh}，百分点，${waveLabel(source.migrants ?? source.wave).zh}`,
          `${first.groups.en}, percentage points, ${waveLabel(source.migrants ?? source.wave).en}`,
        ),
        notes: [equalCharacteristics],
        source: source.migrants
          ? say(
              `${source.migrants.title.zh}；${source.wave.title.zh}`,
              `${source.migrants.title.en}; ${source.wave.title.en}`,
            )
          : source.wave.title,
        synthetic: source.wave.synthetic,
      })
    );
  });
  const newest =
    typology.filter(({ source }) => source.wave.instrument === 'monitoring').at(-1) ?? typology.at(-1);
  const tornado =
    cost &&
    totals &&
    costChart(cost, assumptions, {
      name: 'cost-of-work-injury-cover',
      subtitle: say(
        `为未参加工伤保险的雇员扩面的年度成本，每次改变一项假设，${waveLabel(totals.wave).zh}`,
        `Yearly cost of work-injury cover for employees not covered, one assumption changed at a time, ${waveLabel(totals.wave).en}`,
      ),
      notes: [],
      source: totals.wave.title,
      synthetic: totals.wave.synthetic,
    });
  return [
    ...differenceCharts(gathered),
    typologyByCutChart(typology),
    newest && typologyByGroupChart(newest),
    ...gapCharts,
    ...portability.map(({ wave, found }) => portabilityChart(wave, found)),
    tornado,
  ].filter((chart) => chart !== undefined);
}
