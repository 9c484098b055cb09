import {
  type Block,
  documentPage,
  syntheticNotice,
  tablesOf,
  wordDocument,
  workbook,
} from '@wavebook/report';
import {
  indicators,
  type Language,
  languages,
  type Manifest,
  type ProgrammeFigure,
  programmeFigureColumns,
  programmeStatusColumns,
} from '@wavebook/schema';
import type { StageContext } from '@wavebook/stage';
import { formatCsv, formatEstimates } from '@wavebook/tables';
import { costColumns } from './analyses/cost.ts';
import { gapColumns, gapCsvRows } from './analyses/gaps.ts';
import { headColumns, headQuantities } from './analyses/indices.ts';
import { typeColumns, typeCsvRows } from './analyses/typology.ts';
import { chartsOf } from './charts/charts-of.ts';
import { type DrawnChart, draw } from './charts/draw.ts';
import type { Gathered } from './gather.ts';
import { say } from './pages/cells.ts';
import { programmeBlocks, programmeTables } from './pages/document.ts';
import { responseRows } from './pages/response-table.ts';
import { illustrativeNotice, statusRule } from './pages/status-words.ts';
import { statusTrace, traceGroups } from './pages/traces.ts';
import { changeColumns } from './results/change-row.ts';
import { statusRows } from './results/status-row.ts';

const title = say(
  '项目监测与评估：是否改变、对谁、代价多少',
  'Monitoring the programme: did it move, for whom, at what cost',
);
const kicker = say('基线调查与结果框架', 'BASELINE SURVEYS AND RESULTS FRAMEWORKS');

type Output = Pick<StageContext, 'write' | 'log'>;

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

/** A file of numbers that are no estimates. */
interface FigureFile {
  readonly name: string;
  readonly rows: readonly ProgrammeFigure[];
  readonly text: string;
}

/** Every number that is no estimate, file by file. */
function figureFiles(gathered: Gathered): FigureFile[] {
  const { changes, gaps, heads, perHead, cost, differences, surveys } = gathered;
  const file = <Row extends ProgrammeFigure>(
    name: string,
    columns: readonly (keyof Row & string)[],
    rows: readonly Row[],
  ): FigureFile => ({ name, rows, text: formatCsv(columns, rows) });
  return [
    file('changes.csv', changeColumns, [...changes.values()]),
    file('gaps.csv', gapColumns, gaps.flatMap(gapCsvRows)),
    file('types.csv', typeColumns, typeCsvRows(differences.flatMap(({ rows }) => rows))),
    file(
      'heads.csv',
      headColumns,
      heads.flatMap(({ figures }) => headQuantities.map((quantity) => figures[quantity])),
    ),
    file(
      'per-head.csv',
      programmeFigureColumns,
      perHead.map(({ error }) => error),
    ),
    file('cost.csv', costColumns, cost?.rows ?? []),
    file('response.csv', programmeFigureColumns, responseRows(surveys)),
  ].filter(({ rows }) => rows.length > 0);
}

async function writeCharts(gathered: Gathered, stage: Output): Promise<ReadonlyMap<string, DrawnChart>> {
  const charts = new Map<string, DrawnChart>();
  for (const chart of chartsOf(gathered)) {
    const drawn = await draw(chart);
    charts.set(chart.name, drawn);
    for (const lang of languages)
      for (const [ending, content] of Object.entries(drawn.files[lang]))
        await stage.write(`charts/${chart.name}.${lang}.${ending}`, content);
    await stage.write(`charts/${chart.name}.csv`, formatCsv(chart.columns, [...chart.data]));
  }
  return charts;
}

/** Writes the estimates, changes and charts, and the pages in two languages as HTML, DOCX and one workbook. */
export async function writeProgramme(
  gathered: Gathered,
  inputs: Manifest['inputs'],
  stage: Output,
): Promise<void> {
  const estimates = [...gathered.estimates.values()];
  await stage.write('estimates.csv', formatEstimates(estimates));
  const figures = figureFiles(gathered);
  for (const { name, text } of figures) await stage.write(name, text);
  const statuses = gathered.frameworks.flatMap(({ framework, judged }) => statusRows(framework, judged));
  await stage.write('status.csv', formatCsv(programmeStatusColumns, statuses));
  const charts = await writeCharts(gathered, stage);
  const known = new Map((await indicators()).map((definition) => [definition.id, definition]));
  const files = filesOf(inputs);
  const surveys = [...gathered.surveys.values()].flatMap(({ before, after }) => [
    before,
    ...(after ? [after] : []),
  ]);
  const notices = (lang: Language): string[] => [
    ...(estimates.some((row) => row.synthetic) ? [syntheticNotice[lang]] : []),
    ...(statuses.some((row) => row.illustrative) ? [illustrativeNotice[lang]] : []),
  ];
  const inLanguages = {
    zh: programmeBlocks(gathered, charts, 'zh'),
    en: programmeBlocks(gathered, charts, 'en'),
  };
  for (const lang of languages) {
    const blocks = inLanguages[lang];
    const lines = surveys.map(({ wave }) => wave.title[lang]);
    const zh = lang === 'zh';
    const shown = shownIds(blocks);
    const isShown = ({ id }: { readonly id: string }): boolean => shown.has(id);
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
            traces: statuses.map((row) => statusTrace(row, lang)),
          },
          ...traceGroups(
            [...estimates, ...gathered.evidence].filter(isShown),
            figures.flatMap(({ rows }) => rows).filter(isShown),
            known,
            lang,
          ),
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
  }
  await stage.write(
    'programme.xlsx',
    await workbook(programmeTables(inLanguages.zh, inLanguages.en), {
      title,
      notes: notices('en').map((note, i) => say(notices('zh')[i] ?? note, note)),
    }),
  );
  stage.log(
    `${estimates.length} estimates, ${gathered.changes.size} changes, ${charts.size} charts, pages in two languages`,
  );
}

/** Ids of the numbers in tables. */
function shownIds(blocks: readonly Block[]): Set<string> {
  return new Set(
    tablesOf(blocks).flatMap(({ rows }) =>
      rows.flatMap((row) =>
        'cells' in row ? row.cells.flatMap((cell) => ('id' in cell && cell.id ? [cell.id] : [])) : [],
      ),
    ),
  );
}
