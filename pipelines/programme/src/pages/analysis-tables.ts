import {
  countCell,
  estimateCell,
  numberCell,
  percentCell,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRow,
  textCell,
} from '@wavebook/report';
import { codeLists, type EstimateRow, type Label, type MeasurableIndicator } from '@wavebook/schema';
import type { CostOfCover } from '../analyses/cost.ts';
import type { GapFigure } from '../analyses/gap.ts';
import type { GapRow } from '../analyses/gaps.ts';
import type { HeadRow } from '../analyses/indices.ts';
import type { Needs } from '../analyses/needs.ts';
import type { Portability } from '../analyses/portability.ts';
import type { NotRecomputed, Recomputed } from '../analyses/recomputed.ts';
import type { TypeDifference, TypologyOfWave } from '../analyses/typology.ts';
import { levelLabel } from '../results/breakdowns.ts';
import { say, tableNumber } from './cells.ts';

export interface Place {
  readonly id: string;
  readonly number: string;
}

const tableOf = (
  { id, number }: Place,
  title: Label,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  notes: readonly Label[] = [],
): Table => ({ id, number: tableNumber(number), title, columns, rows, notes });

const codeLabel = (list: string, code: string): Label =>
  codeLists[list]?.codes.find((item) => item.code === code)?.label ?? say(code, code);
const provinceLabel = (code: string): Label => codeLabel('province', code);

const text = (label: Label, width = 30): TableColumn => ({ label, kind: 'text', width });
const estimate = (label: Label, group?: Label): TableColumn => ({
  label,
  kind: 'estimate',
  ...(group ? { group } : {}),
});
const count = (label = say('n', 'n')): TableColumn => ({ label, kind: 'count' });
const number = (label: Label, group?: Label): TableColumn => ({
  label,
  kind: 'number',
  ...(group ? { group } : {}),
});

const waveName = ({ source }: TypologyOfWave): Label => say(source.wave.title.zh, source.wave.title.en);

/** Shares of Type II by wave and by cut. */
export function typologyTable(
  place: Place,
  waves: readonly TypologyOfWave[],
  cuts: readonly number[],
): Table {
  return tableOf(
    place,
    say(
      '第二类（“现代型”）农民工比例，按调查和判定界限',
      'Share of Type II (“modern”) migrants by survey and cut',
    ),
    [
      text(say('调查', 'Survey'), 40),
      number(say('所问特征数', 'Traits asked')),
      ...cuts.map((cut) =>
        estimate(
          say(`超过${Math.round(cut * 100)}%`, `over ${Math.round(cut * 100)} %`),
          say('已知特征中属第二类的比例', 'Known traits that are those of Type II'),
        ),
      ),
      count(),
    ],
    waves.map((own) => ({
      cells: [
        textCell(waveName(own)),
        numberCell(own.traits.length, 0),
        ...own.shares.map((row) => estimateCell(row)),
        countCell(own.shares[0]),
      ],
    })),
    [
      say(
        '规则：按项目文件表1的八项特征，每项判为第一类或第二类；已知特征须占所问特征60%以上，其中属第二类者超过一半即为第二类（其余界限为敏感性分析）。收入“相当”指不低于同地就业者平均收入的三分之二。监测调查不问就业连续性和返乡次数，特征较少，因此与基线调查不可直接比较。',
        'Rule: of the eight traits of table 1 of the project document each is that of Type I or Type II. Of those asked, 60 % must be known; a person with more than half of the known traits of Type II is Type II, the other cuts show how much hangs on this. Income is “comparable” from two thirds of the mean of those at work in the same place. The monitoring survey does not ask for employment periods and returns: it has fewer traits, and does not compare with the baseline surveys.',
      ),
    ],
  );
}

/** Shares of Type II in groups of the latest survey of each kind. */
export function typologyGroupsTable(place: Place, waves: readonly TypologyOfWave[]): Table {
  const block = (
    heading: Label,
    list: string,
    pick: (own: TypologyOfWave) => ReadonlyMap<string, EstimateRow>,
  ): TableRow[] => {
    const levels = [...new Set(waves.flatMap((own) => [...pick(own).keys()]))];
    const order = (codeLists[list]?.codes ?? []).map(({ code }) => code);
    levels.sort((a, b) => order.indexOf(a) - order.indexOf(b));
    return [
      { heading },
      ...levels.map((level) => ({
        cells: [
          textCell(codeLabel(list, level), { indent: 1 }),
          ...waves.flatMap((own) => [estimateCell(pick(own).get(level)), countCell(pick(own).get(level))]),
        ],
      })),
    ];
  };
  return tableOf(
    place,
    say('第二类农民工比例，按性别、年龄和行业', 'Share of Type II by sex, age and industry'),
    [
      text(say('组别', 'Group')),
      ...waves.flatMap((own): TableColumn[] => [
        estimate(say('%', '%'), waveName(own)),
        { ...count(), group: waveName(own) },
      ]),
    ],
    [
      ...block(say('性别', 'Sex'), 'sex', (own) => own.bySex),
      ...block(say('年龄', 'Age'), 'age_group', (own) => own.byAge),
      ...block(say('行业', 'Industry'), 'industry', (own) => own.byIndustry),
    ],
  );
}

const outcomeLabel = (known: ReadonlyMap<string, MeasurableIndicator>, outcome: string): Label =>
  known.get(outcome)?.label ?? say(outcome, outcome);

/** Contract, insurance and services of the two types. */
export function typeDifferenceTable(
  place: Place,
  found: readonly { readonly title: Label; readonly rows: readonly TypeDifference[] }[],
  known: ReadonlyMap<string, MeasurableIndicator>,
): Table {
  return tableOf(
    place,
    say('两类农民工的合同、保险和服务', 'Contract, insurance and services of the two types'),
    [
      text(say('指标', 'Indicator')),
      estimate(say('第一类', 'Type I')),
      estimate(say('第二类', 'Type II')),
      number(say('差（百分点）', 'Difference (points)')),
      number(say('标准误', 'SE')),
    ],
    found.flatMap(({ title, rows }): TableRow[] => [
      { heading: title },
      ...rows.map(({ outcome, typeOne, typeTwo, difference }) => ({
        cells: [
          textCell(outcomeLabel(known, outcome), { indent: 1 }),
          estimateCell(typeOne),
          estimateCell(typeTwo),
          percentCell(difference.estimate),
          percentCell(difference.se),
        ],
      })),
    ]),
    [
      say(
        '合同本身是八项特征之一，两类之间的差部分由定义造成。',
        'The contract is itself one of the traits: part of its difference is by definition.',
      ),
    ],
  );
}

const gapCell = (id: string, figure: GapFigure | undefined): TableCell =>
  figure && Number.isFinite(figure.estimate) && Number.isFinite(figure.low)
    ? {
        kind: 'figure',
        value: figure.estimate,
        unit: 'share',
        mark: '',
        id,
        interval: { low: figure.low, high: figure.high },
      }
    : { kind: 'none' };

/** Gaps between groups: raw, at equal characteristics, and decomposed. */
export function gapTable(
  place: Place,
  rows: readonly GapRow[],
  known: ReadonlyMap<string, MeasurableIndicator>,
): Table {
  const groups = [...new Set(rows.map(({ groups: own }) => own.en))];
  const parts = say('分解', 'Decomposition');
  return tableOf(
    place,
    say(
      '差距：原始、同等特征下及分解（百分点）',
      'Gaps: raw, at equal characteristics, and decomposed (percentage points)',
    ),
    [
      text(say('指标', 'Indicator')),
      text(say('轮次', 'Wave'), 12),
      estimate(say('原始差距', 'Raw gap')),
      number(say('标准误', 'SE')),
      estimate(say('同等特征下', 'At equal characteristics')),
      estimate(say('特征可解释', 'Explained'), parts),
      estimate(say('未解释', 'Unexplained'), parts),
      { label: say('n（前者）', 'n (first)'), kind: 'count' },
      { label: say('n（后者）', 'n (second)'), kind: 'count' },
    ],
    groups.flatMap((name): TableRow[] => {
      const own = rows.filter((row) => row.groups.en === name);
      return [
        { heading: own[0]?.groups ?? say(name, name) },
        ...own.map(({ id, outcome, wave, gap }) => ({
          cells: [
            textCell(outcomeLabel(known, outcome), { indent: 1 }),
            textCell(wave),
            gapCell(`${id}.raw`, gap.raw),
            percentCell(gap.raw.se),
            gapCell(`${id}.adjusted`, gap.adjusted),
            gapCell(`${id}.explained`, gap.explained),
            gapCell(`${id}.unexplained`, gap.unexplained),
            { kind: 'count' as const, value: gap.n[0] },
            { kind: 'count' as const, value: gap.n[1] },
          ],
        })),
      ];
    }),
    [
      say(
        '同等特征：线性概率模型，控制年龄（及平方）、性别、教育和地区（对比居民时为城市；用作分组者除外）；分解为Oaxaca-Blinder，合并系数。未解释部分是系数之差，本身不等于歧视。任一组不足50人时不建模。',
        'At equal characteristics: a linear probability model with age (and its square), sex, education and region (city, against residents), but for the one that makes the groups. The decomposition is Oaxaca-Blinder with pooled coefficients; what is not explained is a difference in coefficients and not by itself discrimination. No model where a group has fewer than 50.',
      ),
    ],
  );
}

const holdingLabels: Readonly<Record<string, Label>> = {
  destination: say('流入地', 'at the destination'),
  both: say('两地', 'at both'),
  origin: say('流出地', 'at the origin'),
  neither: say('均未参加', 'neither'),
  other: say('其他或不清楚', 'elsewhere, or not known'),
};

/** Where insurance is held, and by origin and destination. */
export function portabilityTables(
  places: readonly [Place, Place],
  rounds: readonly { readonly title: Label; readonly found: Portability }[],
): [Table, Table] {
  const latest = rounds.at(-1)?.found;
  const regionLabel = (code: string): Label => codeLabel('region', code);
  return [
    tableOf(
      places[0],
      say('养老和医疗保险参保地', 'Where pension and medical insurance are held'),
      [text(say('参保地', 'Held')), ...rounds.map(({ title }) => estimate(title))],
      Object.keys(holdingLabels).map((code) => ({
        cells: [
          textCell(holdingLabels[code] as Label),
          ...rounds.map(({ found }) => estimateCell(found.all.find((row) => row.category === code))),
        ],
      })),
      [
        say(
          '按养老、医疗两项合并：一项在流入地、一项在流出地者为“两地”。全部地区的两类社区。',
          'Of pension and medical insurance together: one at the destination and one at the origin is “at both”. Communities of both arms in all sites.',
        ),
      ],
    ),
    tableOf(
      places[1],
      say(
        '至少一项在流入地参保的比例，按流出地和流入地',
        'Share with any of the two at the destination, by origin and destination',
      ),
      [
        text(say('流出地', 'Origin')),
        ...(latest?.destinations ?? []).map((code) =>
          estimate(regionLabel(code), say('流入地', 'Destination')),
        ),
      ],
      (latest?.origins ?? []).map((one) => ({
        cells: [
          textCell(regionLabel(one)),
          ...(latest?.destinations ?? []).map((two) =>
            estimateCell(latest?.atDestination.get(`${one}:${two}`)),
          ),
        ],
      })),
    ),
  ];
}

/** Indices per registered and per resident head. */
export function headsTable(place: Place, rows: readonly HeadRow[], wave: Label, synthetic: boolean): Table {
  return tableOf(
    place,
    say('按户籍人口与按常住人口计算的人均指标之差', 'Indices per registered and per resident head'),
    [
      text(say('省份', 'Province'), 14),
      { label: say('2010年末常住人口', 'Residents, end of 2010'), kind: 'count' },
      {
        label: say('外省流入（估计）', 'Arrived from other provinces'),
        kind: 'count',
        group: say('监测调查估计', 'Monitoring survey'),
      },
      { label: say('标准误', 'SE'), kind: 'count', group: say('监测调查估计', 'Monitoring survey') },
      {
        label: say('流出外省（估计）', 'Living in other provinces'),
        kind: 'count',
        group: say('监测调查估计', 'Monitoring survey'),
      },
      { label: say('标准误', 'SE'), kind: 'count', group: say('监测调查估计', 'Monitoring survey') },
      { label: say('户籍人口（推算）', 'Registered (derived)'), kind: 'count' },
      number(say('户籍人均高于常住人均（%）', 'Per registered over per resident head (%)')),
      number(say('标准误', 'SE')),
    ],
    rows.map((row) => ({
      cells: [
        textCell(provinceLabel(row.province)),
        { kind: 'count' as const, value: row.residents },
        { kind: 'count' as const, value: Math.round(row.arrived) },
        { kind: 'count' as const, value: Math.round(row.arrivedSe) },
        { kind: 'count' as const, value: Math.round(row.left) },
        { kind: 'count' as const, value: Math.round(row.leftSe) },
        { kind: 'count' as const, value: Math.round(row.registered) },
        percentCell(row.error, 4),
        percentCell(row.errorSe, 4),
      ],
    })),
    [
      say(
        `常住人口：国家卫生计生委2017年11月报告的14省表。流动人口：${wave.zh}。户籍人口＝常住人口－外省流入＋流出外省。任何人均指标改用户籍人口为分母，都按此比例偏高或偏低。`,
        `Residents: the table of 14 provinces in the presentation of November 2017. Migrants: ${wave.en}. Registered = residents − arrived + living elsewhere. Any index changes by this share when its denominator is the registered in place of the residents.`,
      ),
      ...(synthetic
        ? [
            say(
              '合成人口远小于真实流动人口，因此此处误差极小，不代表真实大小；用真实轮次运行才有意义。',
              'The synthetic population is far smaller than the real one, so that the errors here are next to nothing and say nothing of their real size: they mean something with a real wave.',
            ),
          ]
        : []),
    ],
  );
}

const schemeLabels: Readonly<Record<string, Label>> = {
  work_injury: say('工伤保险', 'Work injury'),
  pension: say('养老保险', 'Pension'),
  unemployment: say('失业保险', 'Unemployment'),
  maternity: say('生育保险', 'Maternity'),
};
const schemeLabel = (scheme: string): Label => schemeLabels[scheme] ?? say(scheme, scheme);

/** The cost of extending cover: by scheme, and of work injury by industry and province. */
export function costTable(place: Place, { rows }: CostOfCover, source: Label): Table {
  const line = (label: Label, row: CostOfCover['rows'][number]): TableRow => ({
    cells: [
      textCell(label, { indent: 1 }),
      { kind: 'count', value: Math.round(row.uninsured) },
      { kind: 'count', value: Math.round(row.uninsuredSe) },
      numberCell(row.cost / 1e6, 2),
      numberCell(row.costSe / 1e6, 2),
      row.df >= 8
        ? {
            kind: 'text',
            text: say(
              `${(row.low / 1e6).toFixed(2)}–${(row.high / 1e6).toFixed(2)}`,
              `${(row.low / 1e6).toFixed(2)}–${(row.high / 1e6).toFixed(2)}`,
            ),
          }
        : { kind: 'blank' },
      { kind: 'count', value: row.n },
    ],
  });
  const big = (row: CostOfCover['rows'][number]): boolean => row.n >= 30;
  const injury = rows.filter((row) => row.scheme === 'work_injury');
  return tableOf(
    place,
    say(
      '为未参保雇员扩大社会保险的年度成本',
      'Yearly cost of extending social insurance to employees not covered',
    ),
    [
      text(say('险种与组别', 'Scheme and group')),
      { label: say('未参保人数', 'Not covered'), kind: 'count' },
      { label: say('标准误', 'SE'), kind: 'count' },
      number(say('成本（百万元）', 'Cost (million yuan)')),
      number(say('标准误', 'SE')),
      text(say('95%区间（百万元）', '95 % interval (million yuan)'), 18),
      { label: say('n', 'n'), kind: 'count' },
    ],
    [
      { heading: say('各险种', 'By scheme') },
      ...rows.filter((row) => row.domain === 'all').map((row) => line(schemeLabel(row.scheme), row)),
      { heading: say('工伤保险，按行业', 'Work injury, by industry') },
      ...injury
        .filter((row) => row.domain === 'industry' && big(row))
        .map((row) => line(codeLabel('industry', row.level), row)),
      { heading: say('工伤保险，按省份', 'Work injury, by province') },
      ...injury
        .filter((row) => row.domain === 'province' && big(row))
        .map((row) => line(provinceLabel(row.level), row)),
    ],
    [
      say(
        `成本＝未参保者月收入合计 × 缴费基数比例 × 费率 × 缴费月数 × 覆盖率 × (1＋工资增长)。区间只含抽样误差，假设的影响见龙卷风图。“不清楚”计为未参保。不足30人的组未列。${source.zh}。`,
        `Cost = monthly pay of those not covered × share of it that is the base × rate × months × take-up × (1 + growth of pay). Intervals hold the sampling error alone; what hangs on the assumptions is in the tornado chart. “Not sure” counts as not covered. Groups of fewer than 30 are left out. ${source.en}.`,
      ),
    ],
  );
}

/** Training had and wanted by trade, site and topic; and the answers that planning asks for. */
export function needsTables(
  places: readonly [Place, Place, Place, Place],
  needs: Needs,
): [Table, Table, Table, Table] {
  const columns = [
    estimate(say('受过培训', 'Had training')),
    estimate(say('想要培训', 'Want training')),
    estimate(say('想要而未得到', 'Wanted and not had')),
    count(),
  ];
  const training = (
    place: Place,
    title: Label,
    rows: Needs['wanted']['byIndustry'],
    labelOf: (level: string) => Label,
  ): Table =>
    tableOf(
      place,
      title,
      [text(say('组别', 'Group')), ...columns],
      rows.map((row) => ({
        cells: [
          textCell(labelOf(row.level)),
          estimateCell(row.had),
          estimateCell(row.wanted),
          estimateCell(row.gap),
          countCell(row.gap),
        ],
      })),
    );
  const [one, two, three, four] = places;
  return [
    training(
      one,
      say('培训：得到与想要，按行业', 'Training had and wanted, by trade'),
      needs.wanted.byIndustry,
      (level) => codeLabel('industry', level),
    ),
    training(
      two,
      say('培训：得到与想要，按地区', 'Training had and wanted, by site'),
      needs.wanted.bySite,
      (level) => levelLabel('site', level),
    ),
    tableOf(
      three,
      say(
        '培训内容：工人得到的、想要的，企业需要的',
        'Topics of training: had and wanted by workers, needed by enterprises',
      ),
      [
        text(say('内容', 'Topic')),
        estimate(say('受训者学的', 'Had, of those trained')),
        estimate(say('想要培训者最想学的', 'Wanted most, of those who want any')),
        estimate(say('企业最需要的', 'Needed most by enterprises')),
      ],
      needs.wanted.byTopic.map((row) => ({
        cells: [
          textCell(row.label),
          estimateCell(row.had),
          estimateCell(row.wanted),
          estimateCell(row.needed),
        ],
      })),
    ),
    tableOf(
      four,
      say(
        '就业渠道、空缺、创业、未参保和未获服务的原因',
        'Channels, vacancies, start-up, and reasons for not being insured or reached',
      ),
      [text(say('回答', 'Answer'), 40), estimate(say('%', '%')), count()],
      [...needs.answers, ...needs.services].flatMap(({ label, rows }): TableRow[] => [
        { heading: label },
        ...rows.map(({ label: name, row }) => ({
          cells: [textCell(name, { indent: 1 }), estimateCell(row), countCell(row)],
        })),
      ]),
    ),
  ];
}

/** Printed numbers made again. */
export function recomputedTables(
  places: readonly [Place, Place],
  made: readonly Recomputed[],
  not: readonly NotRecomputed[],
): [Table, Table] {
  const decimals = ({ unit }: Recomputed): number => (unit === 'usd' ? 0 : 2);
  return [
    tableOf(
      places[0],
      say('可重算的印出数字', 'Printed numbers made again'),
      [
        text(say('内容', 'What'), 44),
        number(say('印出', 'Printed')),
        number(say('重算', 'Made again')),
        text(say('是否一致', 'Agrees'), 12),
        text(say('资料', 'Source'), 24),
      ],
      made.map((row) => ({
        cells: [
          textCell(row.what),
          numberCell(row.printed, decimals(row)),
          numberCell(row.made, decimals(row)),
          textCell(row.agrees ? say('一致', 'yes') : say('不一致', 'NO')),
          textCell(row.source),
        ],
      })),
      [say('一致：相差不超过印出末位的半个单位。', 'Agrees: within half a unit of the last printed digit.')],
    ),
    tableOf(
      places[1],
      say('不能重算的印出数字及原因', 'Printed numbers that cannot be made again, and why'),
      [text(say('内容', 'What'), 44), text(say('原因', 'Reason'), 44), text(say('资料', 'Source'), 24)],
      not.map((row) => ({ cells: [textCell(row.what), textCell(row.reason), textCell(row.source)] })),
    ),
  ];
}
