import type { Label } from '@wavebook/schema';
import { percentCell, textCell } from '../../table/estimate-cells.ts';
import type { Table, TableCell, TableRow } from '../../table/table.ts';
import type { QualityWave } from '../book-data.ts';
import { instrumentNamed, tableId, textColumn, waveName } from './names.ts';
import { mayShowRead, mayShowSecondRead } from './records-shown.ts';
import { countShown, follows } from './shown-cells.ts';

/** How many were read and kept, and the share kept: the number kept alone where the others would tell who left. */
const readAndKept = (read: number, kept: number, mayShow: boolean): TableCell[] => [
  mayShow ? { kind: 'count', value: read } : follows,
  { kind: 'count', value: kept },
  mayShow ? percentCell(read > 0 ? kept / read : null) : follows,
];

const ownRow = (own: QualityWave): TableRow => {
  const { wave, quality } = own;
  return {
    cells: [
      textCell(waveName(wave)),
      ...readAndKept(wave.rows_in, wave.rows_out, mayShowRead(own)),
      countShown(quality?.corrections),
      percentCell(quality?.layout.score),
      textCell(quality?.layout.next ?? ''),
      percentCell(quality?.layout.next_score),
      { kind: 'count', value: wave.not_asked.length },
      { kind: 'count', value: wave.unmapped.length },
    ],
  };
};

/** The rows of a second file: children of workers, vacancies of enterprises. */
function secondRow(own: QualityWave): TableRow[] {
  const { wave, quality } = own;
  const { members } = quality ?? {};
  const record = instrumentNamed(wave.instrument)?.records.find(({ name }) => name === members?.record);
  if (!members || members.rows_in === null || !record) return [];
  const { rows_in: read, rows_out: kept } = members;
  return [
    {
      cells: [
        textCell(record.label, { indent: 1 }),
        ...readAndKept(read, kept, mayShowSecondRead(own, read, kept)),
        ...Array.from({ length: 6 }, (): TableCell => ({ kind: 'blank' })),
      ],
    },
  ];
}

/** Records read and kept, how well each file's layout was recognised, and which other layout comes nearest. */
export const recordsTable = (waves: readonly QualityWave[], number: Label): Table => ({
  ...{ id: tableId('quality-records', waves), number },
  title: { zh: '各轮记录数与版式', en: 'Records and layout of each wave' },
  columns: [
    textColumn('年份', 'Wave', 14),
    { label: { zh: '读入', en: 'Read' }, kind: 'count' },
    { label: { zh: '保留', en: 'Kept' }, kind: 'count' },
    { label: { zh: '保留%', en: 'Kept %' }, kind: 'number' },
    { label: { zh: '更正的值', en: 'Cells corrected' }, kind: 'count', width: 11 },
    { label: { zh: '版式相符%', en: 'Layout match %' }, kind: 'number' },
    textColumn('次近版式', 'Next nearest layout', 18),
    { label: { zh: '其相符%', en: 'Its match %' }, kind: 'number' },
    { label: { zh: '未设题', en: 'Not asked' }, kind: 'count' },
    { label: { zh: '无原始列的变量', en: 'Variables without a column' }, kind: 'count' },
  ],
  rows: waves.flatMap((wave) => [ownRow(wave), ...secondRow(wave)]),
  notes: [
    {
      zh: '版式相符：该版式特有的变量名在文件中出现的比例；与次近版式相差越大，识别越可靠。',
      en: 'Layout match: the share of the layout’s own column names that the file has; the further the next layout lies below, the surer the file is what it says.',
    },
  ],
});
