import {
  type IssueAction,
  type IssueCode,
  issueRules,
  type Label,
  type Language,
  missingReasonLabels,
  respondentVariables,
} from '@wavebook/schema';
import type { Block } from '../document/block.ts';
import { numberCell, percentCell, textCell } from '../table/estimate-cells.ts';
import { sameInBoth, type Table, type TableCell, type TableColumn } from '../table/table.ts';
import { countInWords } from '../words/number.ts';
import type { BookData, BookWave } from './book-data.ts';
import { listed } from './in-both.ts';
import { numbering } from './numbering.ts';

const actions: Record<IssueAction, Label> = {
  keep: { zh: '保留并标记', en: 'kept, flagged' },
  set_invalid: { zh: '该值作废', en: 'cell set invalid' },
  out_of_scope: { zh: '不属调查总体，剔除', en: 'out of scope' },
  reject: { zh: '剔除记录', en: 'record rejected' },
};

const variableLabel = (name: string): Label =>
  respondentVariables.find((v) => v.name === name)?.label ?? sameInBoth(name);

const waveColumn = ({ wave }: BookWave): TableColumn => ({
  label: sameInBoth(wave.wave),
  kind: 'count',
  width: 8,
});

const text = (zh: string, en: string, width?: number): TableColumn => ({
  label: { zh, en },
  kind: 'text',
  ...(width === undefined ? {} : { width }),
});

const count = (value: number | undefined): TableCell =>
  value === undefined ? { kind: 'none' } : { kind: 'count', value };

/** Records read and kept, and how well each file's layout was recognised. */
const recordsTable = (waves: readonly BookWave[], number: Label): Table => ({
  ...{ id: 'quality-records', number },
  title: { zh: '各轮记录数', en: 'Records of each wave' },
  columns: [
    text('调查', 'Survey', 34),
    { label: { zh: '读入', en: 'Read' }, kind: 'count' },
    { label: { zh: '保留', en: 'Kept' }, kind: 'count' },
    { label: { zh: '保留%', en: 'Kept %' }, kind: 'number' },
    { label: { zh: '版式相符%', en: 'Layout match %' }, kind: 'number' },
    { label: { zh: '未设题', en: 'Not asked' }, kind: 'count' },
    { label: { zh: '未用原始变量', en: 'Raw columns not used' }, kind: 'count' },
  ],
  rows: waves.map(({ wave, quality }) => ({
    cells: [
      textCell(wave.title),
      count(wave.rows_in),
      count(wave.rows_out),
      percentCell(wave.rows_in > 0 ? wave.rows_out / wave.rows_in : null),
      percentCell(quality?.layout.score),
      count(wave.not_asked.length),
      count(wave.unmapped.length),
    ],
  })),
});

/** What was found wrong, how often in each wave, and what was done about it. */
const issuesTable = (waves: readonly BookWave[], number: Label): Table => {
  const codes = [...new Set(waves.flatMap(({ wave }) => Object.keys(wave.issues)))].sort() as IssueCode[];
  return {
    ...{ id: 'quality-issues', number },
    title: { zh: '发现的问题与处理', en: 'What was wrong, and what was done' },
    columns: [text('问题', 'Issue', 28), text('处理', 'Action', 16), ...waves.map(waveColumn)],
    rows: codes.map((code) => ({
      cells: [
        textCell(issueRules[code].label),
        textCell(actions[issueRules[code].action]),
        ...waves.map(({ wave }) => count(wave.issues[code])),
      ],
    })),
    notes: [{ zh: '“–”为该轮未发现。', en: 'A dash: not found in this wave.' }],
  };
};

/** Numbers whose answers gather on round values. */
const heapingTable = (waves: readonly BookWave[], number: Label): Table | undefined => {
  const whole = waves.flatMap(({ wave, quality }) =>
    (quality?.heaping ?? []).filter((h) => h.province === null).map((h) => ({ ...h, wave: wave.wave })),
  );
  if (whole.length === 0) return undefined;
  const keys = [...new Set(whole.map((h) => `${h.variable}:${h.step}`))];
  return {
    ...{ id: 'quality-heaping', number },
    title: { zh: '取整程度（1为不取整）', en: 'Heaping on round values (1: none)' },
    columns: [
      text('变量', 'Variable', 24),
      text('倍数', 'Multiples of', 10),
      ...waves.map((wave) => ({ ...waveColumn(wave), kind: 'number' as const })),
    ],
    rows: keys.map((key) => {
      const [variable = '', step = ''] = key.split(':');
      return {
        cells: [
          textCell(variableLabel(variable)),
          textCell(step),
          ...waves.map(({ wave }) =>
            numberCell(
              whole.find((h) => h.wave === wave.wave && `${h.variable}:${h.step}` === key)?.index,
              2,
            ),
          ),
        ],
      };
    }),
  };
};

/** Shares of records that have no answer to a question although it was asked, most first. */
const missingTable = (waves: readonly BookWave[], number: Label): Table | undefined => {
  const reasons = ['refused', 'dont_know', 'invalid', 'missing'];
  const all = waves.flatMap(({ wave, quality }) =>
    (quality?.missing ?? [])
      .filter(({ reason }) => reasons.includes(reason))
      .map((m) => ({ ...m, wave: wave.wave })),
  );
  if (all.length === 0) return undefined;
  const largest = new Map<string, number>();
  for (const { variable, reason, share } of all) {
    const key = `${variable}:${reason}`;
    largest.set(key, Math.max(largest.get(key) ?? 0, share));
  }
  const keys = [...largest]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, 25)
    .map(([key]) => key);
  return {
    ...{ id: 'quality-missing', number },
    title: { zh: '缺失最多的题目（占记录的%）', en: 'Questions with most answers missing (% of records)' },
    columns: [
      text('变量', 'Variable', 28),
      text('原因', 'Reason', 12),
      ...waves.map((wave) => ({ ...waveColumn(wave), kind: 'number' as const })),
    ],
    rows: keys.map((key) => {
      const [variable = '', reason = ''] = key.split(':');
      return {
        cells: [
          textCell(variableLabel(variable)),
          textCell(missingReasonLabels[reason as keyof typeof missingReasonLabels]),
          ...waves.map(({ wave }) =>
            percentCell(all.find((m) => m.wave === wave.wave && `${m.variable}:${m.reason}` === key)?.share),
          ),
        ],
      };
    }),
  };
};

const gapBlocks = ({ wave }: BookWave, lang: Language): Block[] => {
  const zh = lang === 'zh';
  const lists: [string, readonly string[]][] = [
    [zh ? '本轮未设题' : 'Not asked in this wave', wave.not_asked],
    [zh ? '原始变量名未知或未用' : 'Raw column not known or not used', wave.unmapped],
    [zh ? '映射未经真实文件核对' : 'Mapping never checked against a real file', wave.recalled],
  ];
  const entries = lists.flatMap(([term, names]) =>
    names.length === 0
      ? []
      : [
          {
            term: [term],
            text: [
              listed(
                names.map((n) => variableLabel(n)[lang]),
                lang,
              ),
            ],
          },
        ],
  );
  return entries.length === 0
    ? []
    : [
        {
          kind: 'fold',
          words: wave.title[lang],
          blocks: [
            { kind: 'heading', level: 4, text: wave.title[lang] },
            { kind: 'definitions', entries },
          ],
        },
      ];
};

/** What was wrong with the data and what was done about it, wave by wave; where every number comes from. */
export function qualitySection(data: BookData, letter: string, lang: Language): Block {
  const zh = lang === 'zh';
  const { waves } = data;
  const number = numbering(letter);
  const rowsIn = waves.reduce((sum, { wave }) => sum + wave.rows_in, 0);
  const rowsOut = waves.reduce((sum, { wave }) => sum + wave.rows_out, 0);
  const found = waves.reduce(
    (sum, { wave }) => sum + Object.values(wave.issues).reduce((a, b) => a + b, 0),
    0,
  );
  const opening = zh
    ? `${waves.length}轮调查共读入${countInWords(rowsIn)}条记录，保留${countInWords(rowsOut)}条，发现问题${countInWords(found)}处。问题逐条记录，按下表处理；原值保存在审计文件中，任何更正都不改动原始文件。`
    : `The ${waves.length} waves hold ${countInWords(rowsIn)} records, of which ${countInWords(rowsOut)} are kept; ${countInWords(found)} issues were found. Each is listed and treated as the table says; former values stay in the audit file, and no raw file is ever changed.`;
  const tables = [
    recordsTable(waves, number.table()),
    issuesTable(waves, number.table()),
    ...[missingTable, heapingTable].flatMap((make) => {
      const made = make(waves, sameInBoth(''));
      return made ? [{ ...made, number: number.table() }] : [];
    }),
  ];
  return {
    kind: 'section',
    id: 'quality',
    kindOf: 'back',
    blocks: [
      { kind: 'heading', level: 2, number: letter, text: zh ? '数据质量' : 'Data quality' },
      { kind: 'paragraph', runs: [opening] },
      ...tables.map((table): Block => ({ kind: 'table', table })),
      { kind: 'heading', level: 3, text: zh ? '各轮的题目与变量' : 'Questions and columns of each wave' },
      ...waves.flatMap((wave) => gapBlocks(wave, lang)),
    ],
  };
}
