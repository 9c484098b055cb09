import { countCell, estimateCell, numberCell, type Table, type TableRow, textCell } from '@wavebook/report';
import {
  codeLists,
  type EstimateRow,
  type Label,
  type ManifestWave,
  type MeasurableIndicator,
} from '@wavebook/schema';
import type { TypeDifference, TypologyOfWave } from '../analyses/typology.ts';
import { errorCell, programmeCell, say, waveLabel } from './cells.ts';
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
  withoutEmpty,
} from './table-parts.ts';

/** Shares of Type II by wave and by cut. */
export function typologyTable(
  place: Place,
  waves: readonly TypologyOfWave[],
  cuts: readonly number[],
): Table {
  const of = say('所问特征中属第二类的比例', 'Traits asked that are those of Type II');
  return tableOf(
    place,
    say(
      '第二类（“现代型”）农民工比例（%），按调查和判定界限',
      'Share of Type II (“modern”) migrants by survey and cut (%)',
    ),
    [
      textColumn(say('调查', 'Survey')),
      numberColumn(say('所问特征数', 'Traits asked')),
      ...cuts.map((cut) =>
        estimateColumn(say(`超过${Math.round(cut * 100)}%`, `over ${Math.round(cut * 100)} %`), of),
      ),
      estimateColumn(say('超过50%，加收入特征', 'over 50 %, with income')),
      countColumn(),
    ],
    waves.map((own) => ({
      cells: [
        textCell(waveLabel(own.source.wave)),
        numberCell(own.traits.length, 0),
        ...own.shares.map((row) => estimateCell(row)),
        countCell(own.shares[0]),
      ],
    })),
    [
      say(
        '规则：按项目文件表1的八项特征，每项判为第一类或第二类；所问特征须全部已知，其中属第二类者超过一半即为第二类，与白皮书的定义相同。其余界限和加上收入特征（“相当”指不低于同地就业者平均收入的三分之二）的一列为敏感性分析。监测调查不问就业连续性和返乡次数，各轮所问特征数不同；特征数不同的调查之间不可比较。',
        'Rule: of the eight traits of table 1 of the project document each is that of Type I or Type II. All traits asked must be known; a person with more than half of them of Type II is Type II, as in the white book. The other cuts, and income as one more trait (“comparable” from two thirds of the mean of those at work in the same place), show how much hangs on this. The monitoring survey does not ask for employment periods and returns, and its waves ask for different numbers of traits: surveys with different numbers do not compare.',
      ),
    ],
  );
}

/** Breakdowns in which the types are shown: heading, code list, and the rows of a survey. */
export const typologyGroups: readonly (readonly [
  label: Label,
  list: string,
  pick: (own: TypologyOfWave) => ReadonlyMap<string, EstimateRow>,
])[] = [
  [say('性别', 'Sex'), 'sex', (own) => own.bySex],
  [say('年龄', 'Age'), 'age_group', (own) => own.byAge],
  [say('行业', 'Industry'), 'industry', (own) => own.byIndustry],
];

/** Levels of a breakdown that any of the surveys has, in the order of the code list. */
export function levelsIn(list: string, maps: readonly ReadonlyMap<string, EstimateRow>[]): string[] {
  const seen = new Set(maps.flatMap((own) => [...own.keys()]));
  return (codeLists[list]?.codes ?? []).map(({ code }) => code).filter((code) => seen.has(code));
}

/** Shares of Type II in groups of the latest survey of each kind. */
export function typologyGroupsTable(place: Place, waves: readonly TypologyOfWave[]): Table {
  return tableOf(
    place,
    say('第二类农民工比例（%），按性别、年龄和行业', 'Share of Type II by sex, age and industry (%)'),
    [
      textColumn(say('组别', 'Group')),
      ...waves.flatMap(({ source: { wave } }) => [
        estimateColumn(say('%', '%'), waveLabel(wave)),
        countColumn(say('n', 'n'), waveLabel(wave)),
      ]),
    ],
    typologyGroups.flatMap(([heading, list, pick]): TableRow[] => [
      { heading },
      ...withoutEmpty(
        levelsIn(list, waves.map(pick)).map((level) => ({
          label: codeLabel(list, level),
          cells: waves.flatMap((own) => [
            estimateCell(pick(own).get(level)),
            countCell(pick(own).get(level)),
          ]),
        })),
      ),
    ]),
    [
      say(
        '监测调查按行业判定职业危害：建筑业和采矿业的第二类比例较低，部分由定义造成。',
        'The monitoring survey tells the trait of hazard by the industry: that construction and mining have fewer of Type II is in part by definition.',
      ),
    ],
  );
}

/** Contract, insurance and services of the two types. */
export function typeDifferenceTable(
  place: Place,
  found: readonly { readonly wave: ManifestWave; readonly rows: readonly TypeDifference[] }[],
  known: ReadonlyMap<string, MeasurableIndicator>,
): Table {
  return tableOf(
    place,
    say('两类农民工的合同、保险和服务（%）', 'Contract, insurance and services of the two types (%)'),
    [
      textColumn(say('指标', 'Indicator')),
      estimateColumn(say('第一类', 'Type I')),
      countColumn(say('n', 'n')),
      estimateColumn(say('第二类', 'Type II')),
      countColumn(say('n', 'n')),
      estimateColumn(say('差（百分点）', 'Difference (points)')),
      errorColumn(),
    ],
    found.flatMap(({ wave, rows }): TableRow[] => [
      { heading: waveLabel(wave) },
      ...rows.map(({ outcome, typeOne, typeTwo, difference }) => ({
        cells: [
          textCell(indicatorLabel(known, outcome), { indent: 1 }),
          estimateCell(typeOne),
          countCell(typeOne),
          estimateCell(typeTwo),
          countCell(typeTwo),
          programmeCell(difference),
          errorCell(difference),
        ],
      })),
    ]),
    [
      say(
        '差为第二类减第一类。合同本身是八项特征之一，两类之间的差部分由定义造成。',
        'The difference is Type II less Type I. The contract is itself one of the traits: part of its difference is by definition.',
      ),
    ],
  );
}
