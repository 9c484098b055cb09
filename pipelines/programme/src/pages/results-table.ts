import {
  countCell,
  estimateCell,
  type Table,
  type TableCell,
  type TableColumn,
  type TableRow,
  textCell,
} from '@wavebook/report';
import type { Label } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import type { Judged } from '../results/judge.ts';
import { statusId } from '../results/status-row.ts';
import { errorCell, programmeCell, quarterLabel, say, sizeCell, tableNumber, valueCell } from './cells.ts';
import { noNumber, statusLabels } from './status-words.ts';
import type { Place } from './table-parts.ts';

type RowOf = (judged: Judged, framework: Framework) => TableRow;

const latestCell = ({ latest, entered, indicator }: Judged, id: string): TableCell =>
  entered ? valueCell(entered.value, indicator.unit, id) : estimateCell(latest);

const targetCell = ({ target, indicator }: Judged, id: string): TableCell =>
  target?.value === null || target === undefined
    ? textCell(noNumber)
    : valueCell(target.value, indicator.unit, id);

/** Words of a target: the milestone that the source gives beside or in place of a number. */
const milestone = ({ target }: Judged): Label =>
  target && target.value === null ? target.description : say('', '');

const unitLabels: Readonly<Record<string, Label>> = {
  share: say('%', '%'),
  yuan_per_month: say('元/月', 'yuan a month'),
  hours_per_week: say('小时/周', 'hours a week'),
  per_cent: say('%', '%'),
  services: say('项', 'services'),
  months: say('月', 'months'),
  persons: say('人', 'persons'),
  children: say('人', 'children'),
  institutions: say('个', 'institutions'),
};

const nameCell = ({ indicator }: Judged): TableCell =>
  textCell(say(`${indicator.id}　${indicator.statement.zh}`, `${indicator.id}  ${indicator.statement.en}`));

const sourceOf = (judged: Judged): Label => {
  const { entered } = judged;
  return entered
    ? say(`${entered.note.zh}（${entered.source}）`, `${entered.note.en} (${entered.source})`)
    : milestone(judged);
};

const statusRow: RowOf = (judged, framework) => {
  const { indicator, baseline, latest, entered, target, date } = judged;
  const id = statusId(framework, indicator.id);
  return {
    cells: [
      nameCell(judged),
      textCell(unitLabels[indicator.unit] ?? say('', '')),
      entered ? { kind: 'blank' } : estimateCell(baseline),
      entered ? { kind: 'blank' } : countCell(baseline),
      targetCell(judged, id),
      target ? textCell(quarterLabel(target.due)) : { kind: 'blank' },
      latestCell(judged, id),
      entered ? { kind: 'blank' } : countCell(latest),
      date === undefined ? { kind: 'blank' } : textCell(quarterLabel(date)),
      { kind: 'text', text: statusLabels[judged.status], id },
    ],
  };
};

const changeRow: RowOf = (judged) => {
  const { indicator, definition, change, comparison, difference, retained } = judged;
  const name = definition?.label ?? indicator.statement;
  return {
    cells: [
      textCell(say(`${indicator.id}　${name.zh}`, `${indicator.id}  ${name.en}`)),
      programmeCell(change),
      errorCell(change),
      sizeCell(change),
      programmeCell(comparison),
      errorCell(comparison),
      sizeCell(comparison),
      programmeCell(difference),
      errorCell(difference),
      sizeCell(difference),
      programmeCell(retained),
      errorCell(retained),
      sizeCell(retained),
    ],
  };
};

const wordsRow: RowOf = (judged) => ({
  cells: [
    nameCell(judged),
    textCell(definitionOf(judged)),
    textCell(sourceOf(judged)),
    textCell(judged.indicator.means_of_verification),
    textCell(judged.indicator.responsible.join(', ')),
  ],
});

/** What the survey counts for an indicator. */
const definitionOf = ({ definition }: Judged): Label =>
  definition
    ? say(
        `${definition.definition.zh}（总体：${definition.universe_label.zh}）`,
        `${definition.definition.en} (universe: ${definition.universe_label.en})`,
      )
    : say('无调查可测', 'no survey measures it');

function resultsTableOf(
  own: Framework,
  judged: readonly Judged[],
  { id, number }: Place,
  made: Pick<Table, 'title' | 'columns' | 'notes'> & { readonly rowOf: RowOf },
): Table {
  const { framework, illustrative, source } = own;
  const mark = illustrative ? say('【示例】', 'ILLUSTRATIVE: ') : say('', '');
  const outcomeOf = (result: string): string =>
    framework.outputs.find((output) => output.id === result)?.outcome ?? result;
  const { title, columns, rowOf } = made;
  return {
    id,
    number: tableNumber(number),
    title: say(`${mark.zh}${title.zh}`, `${mark.en}${title.en}`),
    columns,
    rows: framework.outcomes.flatMap((outcome): TableRow[] => {
      const lines = judged.filter(({ indicator }) => outcomeOf(indicator.result) === outcome.id);
      if (lines.length === 0) return [];
      return [
        {
          heading: say(
            `成果${outcome.id}　${outcome.statement.zh}`,
            `Outcome ${outcome.id}  ${outcome.statement.en}`,
          ),
        },
        ...lines.map((line) => rowOf(line, own)),
      ];
    }),
    notes: [
      ...(made.notes ?? []),
      ...(illustrative
        ? [say('示例目标，不见于项目文件。', 'Illustrative targets, in no programme document.')]
        : []),
    ],
    source,
  };
}

const indicatorColumn: TableColumn = { label: say('指标', 'Indicator'), kind: 'text', width: 44 };

/** The results of a framework: baseline, target, latest value and status of every indicator under its outcome. */
export function resultsTable(framework: Framework, judged: readonly Judged[], place: Place): Table {
  return resultsTableOf(framework, judged, place, {
    title: say(
      '结果框架：基线、目标、最新值和状态',
      'Results framework: baseline, target, latest value and status',
    ),
    columns: [
      indicatorColumn,
      { label: say('单位', 'Unit'), kind: 'text', width: 9 },
      { label: say('基线', 'Baseline'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      { label: say('目标', 'Target'), kind: 'text', width: 13 },
      { label: say('期限', 'Due'), kind: 'text', width: 11 },
      { label: say('最新值', 'Latest'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      { label: say('时间', 'Date'), kind: 'text', width: 11 },
      { label: say('状态', 'Status'), kind: 'text', width: 11 },
    ],
    rowOf: statusRow,
    notes: [
      say(
        '基线和最新值为首轮和末轮调查在试点社区的估计，下为95%区间；人工录入的值没有n和区间，出处见后表。定义见后表和逐数追溯。',
        'Baseline and latest value are estimates of the first and the last round in the pilot communities, with intervals of 95 % beneath; a value entered by hand has neither n nor interval, and its source stands in a table below. Definitions are there and in the trace of every number.',
      ),
    ],
  });
}

/** How the measured indicators of a framework changed. */
export function changesTable(framework: Framework, judged: readonly Judged[], place: Place): Table {
  const part = (group: Label): TableColumn[] => [
    { label: say('估计', 'Estimate'), group, kind: 'estimate', width: 14 },
    { label: say('标准误', 'SE'), group, kind: 'number' },
    { label: say('n', 'n'), group, kind: 'count' },
  ];
  return resultsTableOf(
    framework,
    judged.filter(({ definition }) => definition !== undefined),
    place,
    {
      title: say('变化及其与对照社区之差', 'Changes, and how they differ from the comparison communities'),
      columns: [
        { ...indicatorColumn, width: 34 },
        ...part(say('变化：试点', 'Change: pilot')),
        ...part(say('变化：对照', 'Change: comparison')),
        ...part(say('双重差分：意向处理', 'Difference in differences: intention to treat')),
        ...part(say('双重差分：留在原地者', 'Difference in differences: retained')),
      ],
      rowOf: changeRow,
      notes: [
        say(
          '变化以两轮同一社区计算，保留群组相关；双重差分为同一批被追踪者，按最初分组，含已迁移者（意向处理），并列仍在原地者。份额的变化单位为百分点。n为两轮回答之和；任一组精度不足或须保密的变化不予公布。',
          'Changes are on the same communities in both rounds, with their clusters kept; differences in differences are of the same people, by the arm first given, movers included (intention to treat), with those retained beside. Changes of shares are in percentage points. n counts the answers of both rounds; a change of which one group is unreliable or confidential is not shown.',
        ),
      ],
    },
  );
}

/** What the framework says of its indicators: milestones, sources, means of verification, responsible parties. */
export function wordsTable(framework: Framework, judged: readonly Judged[], place: Place): Table {
  return resultsTableOf(framework, judged, place, {
    title: say(
      '定义、里程碑、核查方式和负责方',
      'Definitions, milestones, means of verification and responsible parties',
    ),
    columns: [
      indicatorColumn,
      { label: say('定义', 'Definition'), kind: 'text', width: 44 },
      { label: say('里程碑或出处', 'Milestone, or source of a value'), kind: 'text', width: 36 },
      { label: say('核查方式', 'Means of verification'), kind: 'text', width: 24 },
      { label: say('负责方', 'Responsible'), kind: 'text', width: 18 },
    ],
    rowOf: wordsRow,
  });
}
