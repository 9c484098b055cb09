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
import { changeCell, errorCell, quarterLabel, say, tableNumber, valueCell } from './cells.ts';
import { noNumber, statusLabels } from './status-words.ts';

const latestCell = ({ latest, entered, indicator }: Judged): TableCell =>
  entered ? valueCell(entered.value, indicator.unit) : estimateCell(latest);

const targetCell = ({ target, indicator }: Judged): TableCell =>
  target?.value === null || target === undefined
    ? textCell(noNumber)
    : valueCell(target.value, indicator.unit);

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

const statusRow = (judged: Judged): TableRow => {
  const { indicator, baseline, latest, entered, target } = judged;
  return {
    cells: [
      nameCell(judged),
      textCell(unitLabels[indicator.unit] ?? say('', '')),
      entered ? { kind: 'blank' } : estimateCell(baseline),
      targetCell(judged),
      target ? textCell(quarterLabel(target.due)) : { kind: 'blank' },
      latestCell(judged),
      entered ? textCell(quarterLabel(entered.date)) : countCell(latest),
      textCell(statusLabels[judged.status]),
    ],
  };
};

const changeRow = (judged: Judged): TableRow => {
  const { change, difference, retained } = judged;
  return {
    cells: [
      nameCell(judged),
      changeCell(change),
      errorCell(change),
      changeCell(difference),
      errorCell(difference),
      changeCell(retained),
      errorCell(retained),
    ],
  };
};

const wordsRow = (judged: Judged): TableRow => ({
  cells: [
    nameCell(judged),
    textCell(sourceOf(judged)),
    textCell(judged.indicator.means_of_verification),
    textCell(judged.indicator.responsible.join(', ')),
  ],
});

interface Place {
  readonly id: string;
  readonly number: string;
}

function resultsTableOf(
  { framework, illustrative, source }: Framework,
  judged: readonly Judged[],
  { id, number }: Place,
  made: Pick<Table, 'title' | 'columns' | 'notes'> & { readonly rowOf: (judged: Judged) => TableRow },
): Table {
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
      const own = judged.filter(({ indicator }) => outcomeOf(indicator.result) === outcome.id);
      if (own.length === 0) return [];
      return [
        {
          heading: say(
            `成果${outcome.id}　${outcome.statement.zh}`,
            `Outcome ${outcome.id}  ${outcome.statement.en}`,
          ),
        },
        ...own.map(rowOf),
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
      { label: say('单位', 'Unit'), kind: 'text', width: 8 },
      { label: say('基线', 'Baseline'), kind: 'estimate' },
      { label: say('目标', 'Target'), kind: 'text', width: 14 },
      { label: say('期限', 'Due'), kind: 'text', width: 12 },
      { label: say('最新值', 'Latest'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      { label: say('状态', 'Status'), kind: 'text', width: 12 },
    ],
    rowOf: statusRow,
    notes: [
      say(
        '基线为2009年、最新值为2011年试点社区的估计，下为95%区间；人工录入的值注明日期，出处见后表。',
        'Baseline (2009) and latest value (2011) are estimates of the pilot communities with intervals of 95 % beneath; a value entered by hand has its date, and its source in a table below.',
      ),
    ],
  });
}

/** How the measured indicators of a framework changed. */
export function changesTable(framework: Framework, judged: readonly Judged[], place: Place): Table {
  const change = say('两轮之间的变化（试点）', 'Change between the rounds (pilot)');
  const all = say('双重差分：意向处理', 'Difference in differences: intention to treat');
  const stayed = say('双重差分：留在原地者', 'Difference in differences: retained');
  return resultsTableOf(
    framework,
    judged.filter(({ definition }) => definition !== undefined),
    place,
    {
      title: say('变化及其与对照社区之差', 'Changes, and how they differ from the comparison communities'),
      columns: [
        indicatorColumn,
        { label: say('变化', 'Change'), group: change, kind: 'estimate' },
        { label: say('标准误', 'SE'), group: change, kind: 'number' },
        { label: say('差', 'Difference'), group: all, kind: 'estimate' },
        { label: say('标准误', 'SE'), group: all, kind: 'number' },
        { label: say('差', 'Difference'), group: stayed, kind: 'estimate' },
        { label: say('标准误', 'SE'), group: stayed, kind: 'number' },
      ],
      rowOf: changeRow,
      notes: [
        say(
          '变化以两轮同一社区计算，保留群组相关；双重差分为同一批被追踪者，按最初分组，含已迁移者（意向处理），并列仍在原地者。份额的变化单位为百分点。',
          'Changes are on the same communities in both rounds, with their clusters kept; differences in differences are of the same people, by the arm first given, movers included (intention to treat), with those retained beside. Changes of shares are in percentage points.',
        ),
      ],
    },
  );
}

/** What the framework says of its indicators: milestones, sources, means of verification, responsible parties. */
export function wordsTable(framework: Framework, judged: readonly Judged[], place: Place): Table {
  return resultsTableOf(framework, judged, place, {
    title: say('里程碑、核查方式和负责方', 'Milestones, means of verification and responsible parties'),
    columns: [
      indicatorColumn,
      { label: say('里程碑或出处', 'Milestone, or source of a value'), kind: 'text', width: 44 },
      { label: say('核查方式', 'Means of verification'), kind: 'text', width: 24 },
      { label: say('负责方', 'Responsible'), kind: 'text', width: 18 },
    ],
    rowOf: wordsRow,
  });
}
