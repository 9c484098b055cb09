import { countCell, estimateCell, type Table, type TableRow, textCell } from '@wavebook/report';
import type { Label } from '@wavebook/schema';
import type { Needs } from '../analyses/needs.ts';
import { levelLabel } from '../results/breakdowns.ts';
import { say } from './cells.ts';
import {
  codeLabel,
  countColumn,
  estimateColumn,
  type Place,
  tableOf,
  textColumn,
  withoutEmpty,
} from './table-parts.ts';

function trainingTable(
  place: Place,
  title: Label,
  rows: Needs['wanted']['byIndustry'],
  labelOf: (level: string) => Label,
): Table {
  return tableOf(
    place,
    title,
    [
      textColumn(say('组别', 'Group')),
      estimateColumn(say('受过培训', 'Had training')),
      estimateColumn(say('想要培训', 'Want training')),
      estimateColumn(say('想要而未得到', 'Wanted and not had')),
      countColumn(),
    ],
    withoutEmpty(
      rows.map(({ level, had, wanted, gap }) => ({
        label: labelOf(level),
        cells: [
          ...[had, wanted, gap].map((row) => estimateCell(row)),
          countCell([gap, wanted, had].find((row) => row && !row.suppressed)),
        ],
      })),
    ),
  );
}

/** Training had and wanted by trade. */
export const trainingByTradeTable = (place: Place, { wanted }: Needs): Table =>
  trainingTable(
    place,
    say('培训：得到与想要（%），按行业', 'Training had and wanted, by trade (%)'),
    wanted.byIndustry,
    (level) => codeLabel('industry', level),
  );

/** Training had and wanted by site. */
export const trainingBySiteTable = (place: Place, { wanted }: Needs): Table =>
  trainingTable(
    place,
    say('培训：得到与想要（%），按地区', 'Training had and wanted, by site (%)'),
    wanted.bySite,
    (level) => levelLabel('site', level),
  );

/** Topics of training: what workers had, what they want, what enterprises need. */
export function topicsTable(place: Place, { wanted }: Needs): Table {
  return tableOf(
    place,
    say(
      '培训内容（%）：工人得到的、想要的，企业需要的',
      'Topics of training: had and wanted by workers, needed by enterprises (%)',
    ),
    [
      textColumn(say('内容', 'Topic')),
      estimateColumn(say('受训者学的', 'Had, of those trained')),
      countColumn(),
      estimateColumn(say('想要培训者最想学的', 'Wanted most, of those who want any')),
      countColumn(),
      estimateColumn(say('企业最需要的（按职工人数）', 'Needed most by enterprises (by staff)')),
      countColumn(),
    ],
    withoutEmpty(
      wanted.byTopic.map(({ label, had, wanted: wish, needed }) => ({
        label,
        cells: [had, wish, needed].flatMap((row) => [estimateCell(row), countCell(row)]),
      })),
    ),
  );
}

/** Shares of the answers to questions, question by question. */
export function answersTable(place: Place, title: Label, questions: Needs['answers']): Table {
  return tableOf(
    place,
    title,
    [textColumn(say('回答', 'Answer'), 40), estimateColumn(say('%', '%')), countColumn()],
    questions.flatMap(({ label, rows }): TableRow[] => [
      { heading: label },
      ...withoutEmpty(
        rows.map(({ label: name, row }) => ({ label: name, cells: [estimateCell(row), countCell(row)] })),
      ),
    ]),
  );
}

/** Each public service: who wants it and is not reached. */
export function servicesTable(place: Place, { services }: Needs): Table {
  const answers = new Map(
    services.flatMap(({ rows }) => rows.map(({ label }) => [label.en, label] as const)),
  );
  return tableOf(
    place,
    say(
      '公共卫生服务：想要、得到和未得到（%）',
      'Public health services: wanted, received and not received (%)',
    ),
    [
      textColumn(say('服务', 'Service')),
      ...[...answers.values()].map((label) => estimateColumn(label)),
      countColumn(),
    ],
    services.map(({ label, rows }) => ({
      cells: [
        textCell(label),
        ...[...answers.keys()].map((name) => estimateCell(rows.find((row) => row.label.en === name)?.row)),
        countCell(rows.find(({ row }) => row && !row.suppressed)?.row),
      ],
    })),
  );
}
