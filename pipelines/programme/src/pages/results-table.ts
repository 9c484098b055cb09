import {
  countCell,
  estimateCell,
  type Table,
  type TableCell,
  type TableRow,
  textCell,
} from '@wavebook/report';
import type { Label } from '@wavebook/schema';
import type { Framework } from '../framework/read-framework.ts';
import type { Judged } from '../results/judge.ts';
import { changeCell, errorCell, quarterLabel, say, valueCell } from './cells.ts';
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

const rowOf = (judged: Judged): TableRow => {
  const { indicator, baseline, latest, change, difference, retained, entered, target } = judged;
  const source = entered
    ? say(`${entered.note.zh}（${entered.source}）`, `${entered.note.en} (${entered.source})`)
    : milestone(judged);
  return {
    cells: [
      textCell(
        say(`${indicator.id}　${indicator.statement.zh}`, `${indicator.id}  ${indicator.statement.en}`),
      ),
      textCell(unitLabels[indicator.unit] ?? say('', '')),
      entered ? { kind: 'blank' } : estimateCell(baseline),
      targetCell(judged),
      target ? textCell(quarterLabel(target.due)) : { kind: 'blank' },
      latestCell(judged),
      entered ? textCell(quarterLabel(entered.date)) : countCell(latest),
      changeCell(change),
      errorCell(change),
      changeCell(difference),
      errorCell(difference),
      changeCell(retained),
      textCell(statusLabels[judged.status]),
      textCell(source),
      textCell(indicator.means_of_verification),
      textCell(indicator.responsible.join(', ')),
    ],
  };
};

/** The results of a framework: every indicator under its outcome. */
export function resultsTable(
  { framework, illustrative, source }: Framework,
  judged: readonly Judged[],
  { id, number, title }: { readonly id: string; readonly number: string; readonly title: Label },
): Table {
  const mark = illustrative ? say('【示例】', 'ILLUSTRATIVE: ') : say('', '');
  const outcomeOf = (result: string): string =>
    framework.outputs.find((output) => output.id === result)?.outcome ?? result;
  return {
    id,
    number: say(`表${number}`, `Table ${number}`),
    title: say(`${mark.zh}${title.zh}`, `${mark.en}${title.en}`),
    columns: [
      { label: say('指标', 'Indicator'), kind: 'text', width: 44 },
      { label: say('单位', 'Unit'), kind: 'text', width: 10 },
      { label: say('基线（试点，2009年）', 'Baseline (pilot, 2009)'), kind: 'estimate' },
      { label: say('目标', 'Target'), kind: 'text', width: 14 },
      { label: say('期限', 'Due'), kind: 'text', width: 12 },
      { label: say('最新值（试点）', 'Latest (pilot)'), kind: 'estimate' },
      { label: say('n', 'n'), kind: 'count' },
      {
        label: say('变化', 'Change'),
        group: say('两轮之间的变化', 'Change between the rounds'),
        kind: 'estimate',
      },
      {
        label: say('标准误', 'SE'),
        group: say('两轮之间的变化', 'Change between the rounds'),
        kind: 'number',
      },
      {
        label: say('意向处理', 'Intention to treat'),
        group: say('与对照社区的双重差分', 'Difference in differences'),
        kind: 'estimate',
      },
      {
        label: say('标准误', 'SE'),
        group: say('与对照社区的双重差分', 'Difference in differences'),
        kind: 'number',
      },
      {
        label: say('留在原地者', 'Retained'),
        group: say('与对照社区的双重差分', 'Difference in differences'),
        kind: 'estimate',
      },
      { label: say('状态', 'Status'), kind: 'text', width: 12 },
      { label: say('里程碑或出处', 'Milestone or source'), kind: 'text', width: 30 },
      { label: say('核查方式', 'Means of verification'), kind: 'text', width: 18 },
      { label: say('负责方', 'Responsible'), kind: 'text', width: 14 },
    ],
    rows: framework.outcomes.flatMap((outcome) => [
      {
        heading: say(
          `成果${outcome.id}　${outcome.statement.zh}`,
          `Outcome ${outcome.id}  ${outcome.statement.en}`,
        ),
      },
      ...judged.filter(({ indicator }) => outcomeOf(indicator.result) === outcome.id).map(rowOf),
    ]),
    notes: [
      say(
        '估计值下为95%区间。变化以两轮同一社区计算，保留群组相关；双重差分按最初分组，含已迁移者（意向处理），并列仍在原地者。份额的变化单位为百分点。',
        'Intervals of 95 % beneath. Changes are on the same communities in both rounds, with their clusters kept; differences in differences are by the arm first given, movers included (intention to treat), with those retained beside. Changes of shares are in percentage points.',
      ),
      ...(illustrative
        ? [say('示例目标，不见于项目文件。', 'Illustrative targets, in no programme document.')]
        : []),
    ],
    source,
  };
}
