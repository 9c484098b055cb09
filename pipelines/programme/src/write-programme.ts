import {
  type Block,
  documentPage,
  syntheticNotice,
  tablesOf,
  wordDocument,
  workbook,
} from '@wavebook/report';
import { type Language, languages, type Manifest } from '@wavebook/schema';
import type { StageContext } from '@wavebook/stage';
import { formatCsv, formatEstimates } from '@wavebook/tables';
import { costColumns } from './analyses/cost.ts';
import { gapColumns, gapCsvRows } from './analyses/gaps.ts';
import {
  costChart,
  type DrawnProgrammeChart,
  differencesChart,
  draw,
  gapsChart,
  type ProgrammeChart,
} from './charts.ts';
import type { Gathered } from './gather.ts';
import { say } from './pages/cells.ts';
import { programmeBlocks, programmeTables } from './pages/document.ts';
import { illustrativeNotice, statusRule } from './pages/status-words.ts';
import {
  aboutIndicator,
  changeTrace,
  estimateTrace,
  gapTraces,
  statusTrace,
  traceTitle,
} from './pages/traces.ts';
import { changeColumns } from './results/change-row.ts';
import { statusColumns, statusRows } from './results/status-row.ts';

const title = say(
  '项目监测与评估：是否改变、对谁、代价多少',
  'Monitoring the programme: did it move, for whom, at what cost',
);
const kicker = say('基线调查与结果框架', 'BASELINE SURVEYS AND RESULTS FRAMEWORKS');

/** The charts of the pages. */
function chartsOf(gathered: Gathered): ProgrammeChart[] {
  const { frameworks, gaps, cost, assumptions, known, surveys } = gathered;
  const workers = surveys.get('baseline-worker');
  const round = workers?.after?.wave ?? workers?.before.wave;
  const charts = frameworks.flatMap(({ framework, judged }) =>
    framework.illustrative || !round
      ? []
      : [
          differencesChart(judged, {
            name: `difference-in-differences-${framework.programme}`,
            subtitle: say(
              '试点社区与对照社区变化之差，按最初分组（意向处理），95%区间',
              'Change in pilot less change in comparison communities, by the arm first given (intention to treat), 95 % intervals',
            ),
            notes: [
              say(
                '同一批被追踪者，两轮均回答；标准误保留社区群组。',
                'The same people at both rounds; errors keep the communities as clusters.',
              ),
            ],
            source: round.title,
            synthetic: round.synthetic,
          }),
        ],
  );
  const labelOf = (outcome: string) => known.get(outcome)?.label ?? say(outcome, outcome);
  const gapCharts = (
    [
      [
        'women_men',
        'gaps-women-men',
        '女性与男性的差距，原始与同等特征下',
        'Women against men: the gap as it is and at equal characteristics',
      ],
      [
        'migrants_residents',
        'gaps-migrants-residents',
        '流动人口与户籍居民的差距，原始与同等特征下',
        'Migrants against local residents: the gap as it is and at equal characteristics',
      ],
    ] as const
  ).map(([id, name, zh, en]) => {
    const rows = gaps.filter((row) => row.id.endsWith(`.${id}`));
    const [first] = rows;
    return (
      first &&
      gapsChart(rows, labelOf, {
        name,
        headline: say(zh, en),
        subtitle: say(
          `${first.groups.zh}，百分点，${first.wave}年`,
          `${first.groups.en}, percentage points, ${first.wave}`,
        ),
        notes: [
          say(
            '同等特征：控制年龄、性别、教育和地区（对比居民时为城市）的线性概率模型。',
            'Equal characteristics: a linear probability model with age, sex, education and region (city, against residents).',
          ),
        ],
        source: say('流动人口监测调查', 'Monitoring survey of migrants'),
        synthetic: first.synthetic,
      })
    );
  });
  const tornado =
    cost &&
    costChart(cost.found, assumptions, {
      name: 'cost-of-work-injury-cover',
      subtitle: say(
        '为未参加工伤保险的雇员扩面的年度成本，每次改变一项假设',
        'Yearly cost of work-injury cover for employees not covered, one assumption changed at a time',
      ),
      notes: [],
      source: cost.wave.title,
      synthetic: cost.wave.synthetic,
    });
  return [...charts, ...gapCharts, tornado].filter((chart) => chart !== undefined);
}

/** Raw files of every wave with their hashes. */
function filesOf(inputs: Manifest['inputs']): ReadonlyMap<string, Manifest['inputs']> {
  const files = new Map<string, Manifest['inputs'][number][]>();
  for (const input of inputs) {
    const [, , instrument, wave, name] = input.path.split('/');
    if (!instrument || !wave || !name || name === 'snapshot.json') continue;
    const key = `${instrument} ${wave}`;
    files.set(key, [...(files.get(key) ?? []), input]);
  }
  return files;
}

/** Writes the estimates, changes and charts, and the pages in two languages as HTML, DOCX and one workbook. */
export async function writeProgramme(
  gathered: Gathered,
  inputs: Manifest['inputs'],
  stage: StageContext,
): Promise<void> {
  const { known } = gathered;
  const estimates = [...gathered.estimates.values()];
  const changes = [...gathered.changes.values()];
  await stage.write('estimates.csv', formatEstimates(estimates));
  await stage.write('changes.csv', formatCsv(changeColumns, changes));
  const statuses = gathered.frameworks.map(({ framework, judged }) => ({
    judged,
    rows: statusRows(framework, judged),
  }));
  await stage.write(
    'status.csv',
    formatCsv(
      statusColumns,
      statuses.flatMap(({ rows }) => rows),
    ),
  );
  await stage.write(
    'gaps.csv',
    formatCsv(
      gapColumns,
      gathered.gaps.flatMap((row) => gapCsvRows(row)),
    ),
  );
  if (gathered.cost) await stage.write('cost.csv', formatCsv(costColumns, gathered.cost.found.rows));
  const charts = new Map<string, DrawnProgrammeChart>();
  for (const chart of chartsOf(gathered)) {
    const drawn = await draw(chart);
    charts.set(chart.name, drawn);
    for (const lang of languages) {
      await stage.write(
        `charts/${chart.name}.${lang}.vl.json`,
        `${JSON.stringify(chart.specs[lang], null, 1)}\n`,
      );
      await stage.write(`charts/${chart.name}.${lang}.svg`, drawn.svg[lang]);
      await stage.write(`charts/${chart.name}.${lang}.png`, drawn.png[lang]);
    }
    await stage.write(`charts/${chart.name}.csv`, formatCsv(chart.columns, [...chart.data]));
  }
  const files = filesOf(inputs);
  const surveys = [...gathered.surveys.values()].flatMap(({ before, after }) => [
    before,
    ...(after ? [after] : []),
  ]);
  const synthetic = estimates.some((row) => row.synthetic);
  const illustrative = gathered.frameworks.some(({ framework }) => framework.illustrative);
  const notices = (lang: Language): string[] => [
    ...(synthetic ? [syntheticNotice[lang]] : []),
    ...(illustrative ? [illustrativeNotice[lang]] : []),
  ];
  const inLanguages = {
    zh: programmeBlocks(gathered, charts, 'zh'),
    en: programmeBlocks(gathered, charts, 'en'),
  };
  for (const lang of languages) {
    const blocks = inLanguages[lang];
    const lines = surveys.map(({ wave }) => wave.title[lang]);
    const zh = lang === 'zh';
    const byIndicator = new Map<string, { id: string; text: string }[]>();
    const add = (indicator: string, trace: { id: string; text: string }): void => {
      byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), trace]);
    };
    for (const gap of gathered.gaps) for (const trace of gapTraces(gap, lang)) add(gap.outcome, trace);
    const shown = shownIds(blocks);
    for (const row of [...estimates, ...gathered.evidence])
      if (shown.has(row.id)) add(row.indicator, estimateTrace(row, lang));
    for (const row of changes) if (shown.has(row.id)) add(row.indicator, changeTrace(row, lang));
    await stage.write(
      `programme.${lang}.html`,
      documentPage(blocks, lang, {
        kicker: kicker[lang],
        title: title[lang],
        lines,
        other: { file: `programme.${zh ? 'en' : 'zh'}.html`, words: zh ? 'English' : '中文' },
        notices: notices(lang),
        traces: [
          {
            title: zh ? '原始文件' : 'Raw files',
            about: [...files].map(
              ([wave, own]) =>
                `${wave}: ${own.map(({ path, sha256 }) => `${path} sha256 ${sha256}`).join('; ')}`,
            ),
            traces: [],
          },
          {
            title: zh ? '状态' : 'Statuses',
            about: [statusRule[lang]],
            traces: statuses.flatMap(({ judged, rows }) =>
              rows.map((row, i) => statusTrace(row, judged[i]?.indicator.unit ?? '', lang)),
            ),
          },
          ...[...byIndicator].map(([indicator, traces]) => ({
            title: traceTitle(indicator, known.get(indicator), lang),
            about: aboutIndicator(known.get(indicator), lang),
            traces,
          })),
        ],
      }),
    );
    await stage.write(
      `programme.${lang}.docx`,
      await wordDocument(blocks, {
        title: title[lang],
        lang,
        lines: [kicker[lang], ...lines, ...notices(lang)],
        contents: zh ? '目录' : 'Contents',
      }),
    );
    if (lang === 'en')
      await stage.write(
        'programme.xlsx',
        await workbook(programmeTables(inLanguages.zh, inLanguages.en), {
          title,
          notes: notices('en').map((note, i) => say(notices('zh')[i] ?? note, note)),
        }),
      );
  }
  stage.log(
    `${estimates.length} estimates, ${changes.length} changes, ${charts.size} charts, pages in two languages`,
  );
}

/** Ids of the numbers in tables. */
function shownIds(blocks: readonly Block[]): Set<string> {
  return new Set(
    tablesOf(blocks).flatMap(({ rows }) =>
      rows.flatMap((row) =>
        'cells' in row ? row.cells.flatMap((cell) => ('id' in cell ? [cell.id] : [])) : [],
      ),
    ),
  );
}
