import { type IssueCode, IssueSeverity, issueRules, type Label } from '@wavebook/schema';
import { type CleaningRule, cleaningRules } from '@wavebook/schema/rules';
import { textCell } from '../../table/estimate-cells.ts';
import type { Table, TableCell, TableColumn } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import {
  actionLabels,
  instrumentNamed,
  instrumentOf,
  issueNamed,
  severityLabels,
  tableId,
  textColumn,
  waveColumns,
} from './names.ts';
import { countShown, follows, isFew, shareShown, tellsFew, tellsPart } from './shown-cells.ts';

const bySeverity = (a: IssueSeverity, b: IssueSeverity): number =>
  IssueSeverity.options.indexOf(b) - IssueSeverity.options.indexOf(a);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** A column of sums where there is more than one wave to sum over. */
const sumColumn = (waves: readonly QualityWave[]): TableColumn[] =>
  waves.length > 1 ? [{ label: { zh: '各轮合计', en: 'All waves' }, kind: 'count', width: 8 }] : [];

/** The sum of the cells of the waves, where it tells none of them that is not shown. */
const sumCells = (waves: readonly QualityWave[], cells: readonly TableCell[], all: number): TableCell[] =>
  sumColumn(waves).map(() => (tellsPart(cells) && !isFew(all) ? follows : countShown(all)));

/** How often an issue was found in a wave, where that tells no rule of it that was broken few times. */
function issueCell({ wave, quality }: QualityWave, code: IssueCode): TableCell {
  const parts = (quality?.rules ?? []).filter((rule) => rule.code === code).map(({ count }) => count);
  return tellsFew(parts) ? follows : countShown(wave.issues[code]);
}

/** What was found wrong by kind, gravest first, how often in each wave, and what was done about it. */
export function issuesTable(waves: readonly QualityWave[], number: Label): Table {
  const codes = [...new Set(waves.flatMap(({ wave }) => Object.keys(wave.issues)))] as IssueCode[];
  codes.sort((a, b) => bySeverity(issueRules[a].severity, issueRules[b].severity) || (a < b ? -1 : 1));
  return {
    ...{ id: tableId('quality-issues', waves), number },
    title: { zh: '发现的问题与处理', en: 'What was wrong, and what was done' },
    columns: [
      textColumn('问题', 'Issue', 28),
      textColumn('程度', 'Severity', 8),
      textColumn('处理', 'Action', 16),
      ...waveColumns(waves, 'count'),
      ...sumColumn(waves),
    ],
    rows: codes.map((code) => {
      const cells = waves.map((wave) => issueCell(wave, code));
      const all = sum(waves.map(({ wave }) => wave.issues[code] ?? 0));
      return {
        cells: [
          textCell(issueNamed(code, instrumentOf(waves))),
          textCell(severityLabels[issueRules[code].severity]),
          textCell(actionLabels[issueRules[code].action]),
          ...cells,
          ...sumCells(waves, cells, all),
        ],
      };
    }),
    notes: [{ zh: '“–”为该轮未发现。', en: 'A dash: not found in this wave.' }],
  };
}

/** The rules of cleaning that any wave broke, each with its counts and with its share of what it was judged on over all waves. */
export function rulesTable(waves: readonly QualityWave[], number: Label): Table | undefined {
  const definition = instrumentNamed(instrumentOf(waves));
  if (!definition) return undefined;
  const countIn = ({ quality }: QualityWave, { id }: CleaningRule) =>
    quality?.rules.find(({ rule }) => rule === id);
  const broken = cleaningRules(definition).filter((rule) =>
    waves.some((wave) => (countIn(wave, rule)?.count ?? 0) > 0),
  );
  if (broken.length === 0) return undefined;
  broken.sort((a, b) => bySeverity(a.severity, b.severity));
  return {
    ...{ id: tableId('quality-rules', waves), number },
    title: { zh: '各条规则的违反次数', en: 'How often each rule was broken' },
    columns: [
      textColumn('规则', 'Rule', 34),
      textColumn('程度', 'Severity', 8),
      textColumn('处理', 'Action', 14),
      ...waveColumns(waves, 'count'),
      ...sumColumn(waves),
      { label: { zh: '占所判%', en: '% of judged' }, kind: 'number', width: 9 },
    ],
    rows: broken.map((rule) => {
      const counts = waves.map((wave) => countIn(wave, rule));
      const cells = counts.map((c) => countShown(c?.count));
      const all = sum(counts.map((c) => c?.count ?? 0));
      const judged = sum(counts.map((c) => c?.judged ?? 0));
      return {
        cells: [
          textCell(rule.label),
          textCell(severityLabels[rule.severity]),
          textCell(actionLabels[rule.action]),
          ...cells,
          ...sumCells(waves, cells, all),
          waves.length > 1 && tellsPart(cells) && !isFew(all)
            ? follows
            : shareShown(all, judged, { decimals: 2 }),
        ],
      };
    }),
    notes: [
      {
        zh: '“–”为该轮没有此规则所需的题目。占所判%：违反次数占该规则所能判断的记录、成员或取值的比例。',
        en: 'A dash: this wave lacks what the rule needs. % of judged: of the records, members or cells that the rule could be judged on.',
      },
    ],
  };
}
