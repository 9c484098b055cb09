import type { Block, Table, TableRow } from '@wavebook/report';
import { tablesOf, textCell } from '@wavebook/report';
import type { Label, Language } from '@wavebook/schema';
import { armLabels, programmeLabels } from '@wavebook/schema';
import { budgetSums, executionShares, growthRates, notRecomputed } from '../analyses/recomputed.ts';
import { cuts } from '../analyses/typology.ts';
import type { DrawnProgrammeChart } from '../charts.ts';
import type { Gathered } from '../gather.ts';
import {
  costTable,
  gapTable,
  headsTable,
  needsTables,
  portabilityTables,
  recomputedTables,
  typeDifferenceTable,
  typologyGroupsTable,
  typologyTable,
} from './analysis-tables.ts';
import { directivesTable, riskTable, workPlanTable } from './annex-tables.ts';
import { say, tableNumber } from './cells.ts';
import { groupsTable } from './groups-table.ts';
import { changesTable, resultsTable, wordsTable } from './results-table.ts';
import { illustrativeNotice, statusRule } from './status-words.ts';

const workPlanYears = [2008, 2009, 2010] as const;

/** How the samples answered, arm by arm. */
function responseTable({ surveys }: Gathered, number: string): Table {
  const statuses = ['responded', 'refused', 'not_found', 'left_site'] as const;
  const labels: Readonly<Record<string, Label>> = {
    responded: say('受访', 'Interviewed'),
    refused: say('拒访', 'Refused'),
    not_found: say('未找到', 'Not found'),
    left_site: say('已离开各地区（不属总体）', 'Left all sites (not eligible)'),
    first: say('首轮抽中', 'First round'),
    panel: say('追踪', 'Followed'),
    new: say('新抽', 'Newly drawn'),
  };
  const rows = [...surveys].flatMap(([instrument, { before, after }]): TableRow[] =>
    [before, ...(after ? [after] : [])].flatMap((round): TableRow[] => {
      const { counts } = round.response;
      const parts = [...new Set(counts.map(({ part }) => part))].sort();
      return [
        { heading: say(`${round.wave.title.zh}`, `${round.wave.title.en}`) },
        ...(['pilot', 'comparison'] as const).flatMap((arm) =>
          parts.map((part): TableRow => {
            const of = (status: string): number =>
              counts.find((own) => own.arm === arm && own.part === part && own.status === status)?.units ?? 0;
            const eligible = of('responded') + of('refused') + of('not_found');
            return {
              cells: [
                textCell(
                  say(
                    `${armLabels[arm].zh}，${labels[part]?.zh}`,
                    `${armLabels[arm].en}, ${labels[part]?.en.toLowerCase()}`,
                  ),
                  { indent: 1 },
                ),
                ...statuses.map((status) => ({ kind: 'count' as const, value: of(status) })),
                eligible > 0
                  ? {
                      kind: 'number' as const,
                      value: of('responded') / eligible,
                      decimals: 1,
                      share: true as const,
                    }
                  : { kind: 'blank' as const },
              ],
            };
          }),
        ),
        ...(instrument === 'baseline-worker' ? [] : []),
      ];
    }),
  );
  return {
    id: 'response',
    number: tableNumber(number),
    title: say('应答与流失，按组别', 'Response and attrition by arm'),
    columns: [
      { label: say('组别', 'Arm and part'), kind: 'text', width: 36 },
      ...statuses.map((status) => ({ label: labels[status] as Label, kind: 'count' as const })),
      { label: say('应答率（%）', 'Response rate (%)'), kind: 'number' as const },
    ],
    rows,
    notes: [
      say(
        '无应答按组别、抽样部分、性别和年龄（企业按规模）分类调整权重；类内受访者承担未受访者的权重。',
        'Weights are adjusted for non-response in classes of arm, part, sex and age (enterprises: size): those interviewed in a class take over the weight of those who were not.',
      ),
    ],
  };
}

const paragraph = (label: Label, lang: Language, tone?: 'lead' | 'note'): Block => ({
  kind: 'paragraph',
  runs: [label[lang]],
  ...(tone ? { tone } : {}),
});

/** The pages of the programme as blocks: results, annexes, analyses, checks. */
export function programmeBlocks(
  gathered: Gathered,
  charts: ReadonlyMap<string, DrawnProgrammeChart>,
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
  const shown = (made: Table, folded?: Label): Block => ({
    kind: 'table',
    table: made,
    ...(folded ? { folded: folded[lang] } : {}),
  });
  const folded = (made: Table): Block => shown(made, made.title);
  const place = (id: string) => ({ id, number: next() });
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
          description: headline,
          svg: chart.svg[lang],
          png: chart.png[lang],
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
      ...(illustrative
        ? [paragraph(illustrativeNotice, lang, 'lead')]
        : [paragraph(statusRule, lang, 'note')]),
      shown(resultsTable(framework, judged, place(`results-${id}`))),
      shown(changesTable(framework, judged, place(`changes-${id}`))),
      ...drawn(`difference-in-differences-${id}`),
      ...(illustrative ? [] : [folded(wordsTable(framework, judged, place(`words-${id}`)))]),
      ...(illustrative
        ? []
        : (['sex', 'age', 'site'] as const).map((name) => {
            const made = groupsTable(
              judged,
              name,
              { estimates, changes },
              {
                ...place(`${id}-by-${name}`),
                title: say('各指标', 'Every indicator'),
              },
            );
            return shown(made, made.title);
          })),
      ...(programme === 'undp' && !illustrative
        ? workPlanYears.map((year) => {
            const made = workPlanTable(framework, judged, year, next());
            return shown(made, made.title);
          })
        : []),
      ...(framework.framework.risks.length > 0 ? [shown(riskTable(framework, next()))] : []),
    ]);
  }
  open('directives', say('国务院文件与证据', 'Directives and evidence'), () => [
    shown(directivesTable(known, gathered.latestOf, next())),
  ]);
  open('typology', say('农民工类型', 'Typology of migrants'), () => {
    const { typology } = gathered;
    const kinds = ['baseline-worker', 'monitoring'];
    const latest = kinds.flatMap((instrument) => {
      const own = typology.filter(({ source }) => source.wave.instrument === instrument).at(-1);
      return own ? [own] : [];
    });
    return [
      shown(typologyTable(place('typology-shares'), typology, cuts)),
      shown(typologyGroupsTable(place('typology-groups'), latest)),
      shown(
        typeDifferenceTable(
          place('typology-differences'),
          gathered.differences.map(({ wave, rows }) => ({ title: wave.title, rows })),
          known,
        ),
      ),
    ];
  });
  open('gaps', say('差距与障碍', 'Gaps and obstacles'), () => [
    ...drawn('gaps-women-men'),
    ...drawn('gaps-migrants-residents'),
    shown(gapTable(place('gaps-table'), gathered.gaps, known)),
  ]);
  open('portability', say('保险可携带性', 'Portability'), () =>
    portabilityTables(
      [place('portability-held'), place('portability-matrix')],
      gathered.portability.map(({ wave, found }) => ({ title: wave.title, found })),
    ).map((made) => shown(made)),
  );
  if (gathered.needs) {
    const { needs } = gathered;
    open('needs', say('规划所需的需求分析', 'Needs analysis for planning'), () =>
      needsTables(
        [place('needs-trade'), place('needs-site'), place('needs-topic'), place('needs-answers')],
        needs,
      ).map((made) => shown(made)),
    );
  }
  const { heads, cost, assumptions } = gathered;
  if (heads)
    open('indices', say('以全体居民为基础的指数', 'Indices on all residents'), () => [
      shown(headsTable(place('heads'), heads.rows, heads.wave.title, heads.wave.synthetic)),
    ]);
  if (cost)
    open('cost', say('扩大保障的成本', 'Cost of extending cover'), () => [
      shown(costTable(place('cost-table'), cost.found, assumptions.source)),
      ...drawn('cost-of-work-injury-cover'),
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
      shown(responseTable(gathered, next())),
      ...recomputedTables([place('recomputed'), place('not-recomputed')], made, notRecomputed).map((own) =>
        shown(own),
      ),
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
