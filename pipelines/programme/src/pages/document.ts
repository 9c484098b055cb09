import { withoutFont } from '@wavebook/charts';
import type { Block, Table } from '@wavebook/report';
import { surveyQuality, tablesOf } from '@wavebook/report';
import type { Label, Language } from '@wavebook/schema';
import { programmeLabels } from '@wavebook/schema';
import { budgetSums, executionShares, growthRates, notRecomputed } from '../analyses/recomputed.ts';
import { cuts } from '../analyses/typology.ts';
import type { DrawnChart } from '../charts/draw.ts';
import type { Gathered } from '../gather.ts';
import { directivesTable, riskTable } from './annex-tables.ts';
import { say, tableNumber, waveLabel } from './cells.ts';
import { costTable } from './cost-table.ts';
import { comparisonsShown, gapTable, obstaclesTable } from './gap-tables.ts';
import { groupings, groupsTable } from './groups-table.ts';
import { headsTable, perHeadTable } from './heads-tables.ts';
import {
  answersTable,
  servicesTable,
  topicsTable,
  trainingBySiteTable,
  trainingByTradeTable,
} from './needs-tables.ts';
import { flowsTable, heldTable } from './portability-tables.ts';
import { notRecomputedTable, recomputedTable } from './recomputed-tables.ts';
import { responseTable } from './response-table.ts';
import { changesTable, resultsTable, wordsTable } from './results-table.ts';
import { illustrativeNotice, statusRule } from './status-words.ts';
import { typeDifferenceTable, typologyGroupsTable, typologyTable } from './typology-tables.ts';
import { workPlanTable } from './work-plan-table.ts';

const workPlanYears = [2007, 2008, 2009, 2010] as const;

/** The pages of the programme as blocks: results, annexes, analyses, checks. */
export function programmeBlocks(
  gathered: Gathered,
  charts: ReadonlyMap<string, DrawnChart>,
  lang: Language,
): Block[] {
  let chapter = 0;
  let table = 0;
  let figure = 0;
  const sections: Block[] = [];
  const open = (id: string, title: Label, blocks: () => Block[]): void => {
    chapter += 1;
    table = 0;
    figure = 0;
    const number = String(chapter);
    sections.push({
      kind: 'section',
      id,
      kindOf: 'chapter',
      blocks: [{ kind: 'heading', level: 2, text: title[lang], number, id: `${id}-title` }, ...blocks()],
    });
  };
  const next = (): string => {
    table += 1;
    return `${chapter}.${table}`;
  };
  const place = (id: string) => ({ id, number: next() });
  const shown = (made: Table): Block => ({ kind: 'table', table: made });
  const folded = (made: Table): Block => ({ kind: 'table', table: made, folded: made.title[lang] });
  const paragraph = (label: Label, tone?: 'lead' | 'note'): Block => ({
    kind: 'paragraph',
    runs: [label[lang]],
    ...(tone ? { tone } : {}),
  });
  const drawn = (name: string): Block[] => {
    const chart = charts.get(name);
    if (!chart) return [];
    figure += 1;
    const number = lang === 'zh' ? `图${chapter}-${figure}` : `Figure ${chapter}.${figure}`;
    const headline = chart.headline[lang];
    return [
      {
        kind: 'figure',
        figure: {
          id: name,
          number,
          headline,
          description: chart.specs[lang].description ?? headline,
          svg: withoutFont(chart.files[lang].svg),
          png: chart.files[lang].png,
        },
      },
    ];
  };
  const { frameworks, estimates, changes, known } = gathered;
  for (const { framework, judged } of frameworks) {
    const { programme, illustrative } = framework;
    const id = illustrative ? 'illustrative' : programme;
    const title = illustrative
      ? say('示例数值目标', 'ILLUSTRATIVE numeric targets')
      : programmeLabels[programme];
    open(id, title, () => [
      ...(illustrative ? [paragraph(illustrativeNotice, 'lead')] : []),
      paragraph(statusRule, 'note'),
      shown(resultsTable(framework, judged, place(`results-${id}`))),
      ...(illustrative
        ? []
        : [
            shown(changesTable(framework, judged, place(`changes-${id}`))),
            ...drawn(`difference-in-differences-${id}`),
            folded(wordsTable(framework, judged, place(`words-${id}`))),
            ...groupings.map((name) =>
              folded(groupsTable(judged, name, { estimates, changes }, place(`${id}-by-${name}`))),
            ),
            ...(framework.framework.activities.length > 0
              ? workPlanYears.map((year) => folded(workPlanTable(framework, judged, year, next())))
              : []),
            ...(framework.framework.risks.length > 0 ? [shown(riskTable(framework, next()))] : []),
          ]),
    ]);
  }
  open('directives', say('国务院文件与证据', 'Directives and evidence'), () => [
    shown(directivesTable(known, gathered.latestOf, next())),
  ]);
  open('typology', say('农民工类型', 'Typology of migrants'), () => {
    const { typology } = gathered;
    const latest = ['baseline-worker', 'monitoring'].flatMap((instrument) => {
      const own = typology.filter(({ source }) => source.wave.instrument === instrument).at(-1);
      return own ? [own] : [];
    });
    return [
      ...drawn('typology-by-cut'),
      shown(typologyTable(place('typology-shares'), typology, cuts)),
      ...drawn('typology-by-group'),
      shown(typologyGroupsTable(place('typology-groups'), latest)),
      shown(typeDifferenceTable(place('typology-differences'), gathered.differences, known)),
    ];
  });
  open('gaps', say('差距与障碍', 'Gaps and obstacles'), () => [
    ...comparisonsShown.flatMap((comparison) => {
      const rows = gathered.gaps.filter((row) => row.comparison === comparison);
      return rows.length === 0
        ? []
        : [
            ...drawn(`gaps-${comparison.replaceAll('_', '-')}`),
            shown(gapTable(place(`gaps-table-${comparison}`), rows, known)),
          ];
    }),
    ...(gathered.obstacles ? [shown(obstaclesTable(place('obstacles'), gathered.obstacles))] : []),
  ]);
  open('portability', say('保险可携带性', 'Portability'), () => [
    shown(heldTable(place('portability-held'), gathered.portability)),
    ...gathered.portability.flatMap(({ wave }) => drawn(`portability-${wave.instrument}-${wave.wave}`)),
    shown(flowsTable(place('portability-flows'), gathered.portability)),
  ]);
  const { needs, heads, perHead, cost, assumptions, totals } = gathered;
  if (needs)
    open('needs', say('规划所需的需求分析', 'Needs analysis for planning'), () => [
      shown(trainingByTradeTable(place('needs-trade'), needs)),
      shown(trainingBySiteTable(place('needs-site'), needs)),
      shown(topicsTable(place('needs-topic'), needs)),
      shown(
        answersTable(
          place('needs-answers'),
          say(
            '就业渠道、空缺、创业和未参保的原因（%）',
            'Channels, vacancies, start-up, and reasons for not being insured (%)',
          ),
          needs.answers,
        ),
      ),
      shown(servicesTable(place('needs-services'), needs)),
    ]);
  const noTotals = (): Block[] =>
    totals && !totals.calibrated
      ? [
          paragraph(
            say(
              `${waveLabel(totals.wave).zh}的权重没有校准到总体总量，其尺度不明，因此不公布人数和金额。`,
              `The weights of ${waveLabel(totals.wave).en} are not calibrated to population totals and their scale is not known: no numbers of people and no amounts are published from them.`,
            ),
          ),
        ]
      : [];
  if (totals)
    open('indices', say('以全体居民为基础的指数', 'Indices on all residents'), () => [
      ...noTotals(),
      ...(heads.length > 0 ? [shown(headsTable(place('heads'), heads, totals.wave))] : []),
      ...(perHead.length > 0 ? [shown(perHeadTable(place('per-head'), perHead, known))] : []),
    ]);
  if (totals)
    open('cost', say('扩大保障的成本', 'Cost of extending cover'), () => [
      ...noTotals(),
      ...(cost
        ? [...drawn('cost-of-work-injury-cover'), shown(costTable(place('cost-table'), cost, assumptions))]
        : []),
    ]);
  open('quality', say('数据质量', 'Data quality'), () => [
    paragraph(
      say(
        '问题逐条记录，按下表处理；原值保存在审计文件中，任何更正都不改动原始文件。本节不足10人的数字不列。监测调查的数据质量见白皮书。',
        'Each issue is listed and treated as the tables say; former values stay in the audit file, and no raw file is ever changed. Numbers below ten are not shown here. The white book has the data quality of the monitoring survey.',
      ),
      'note',
    ),
    ...surveyQuality(gathered.quality, () => tableNumber(next()), lang),
  ]);
  open('checks', say('应答、重算与核对', 'Response, and printed numbers made again'), () => {
    const undp = frameworks.find(
      ({ framework }) => framework.programme === 'undp' && !framework.illustrative,
    );
    const made = [
      ...growthRates(gathered.provinces),
      ...(undp ? budgetSums(undp.framework) : []),
      ...executionShares(),
    ];
    return [
      shown(responseTable(place('response'), gathered.surveys)),
      shown(recomputedTable(place('recomputed'), made)),
      shown(notRecomputedTable(place('not-recomputed'), notRecomputed)),
    ];
  });
  return sections;
}

const sectionTitle = (block: Block): string => {
  const heading = block.kind === 'section' ? block.blocks.find((own) => own.kind === 'heading') : undefined;
  return heading?.kind === 'heading' ? heading.text : '';
};

/** The tables of the pages, section by section, for a workbook; both languages have the same sections. */
export function programmeTables(
  zh: readonly Block[],
  en: readonly Block[],
): { title: Label; tables: Table[] }[] {
  return en.flatMap((block, i) => {
    const other = zh[i];
    return block.kind === 'section' && other
      ? [{ title: say(sectionTitle(other), sectionTitle(block)), tables: tablesOf([block]) }]
      : [];
  });
}
