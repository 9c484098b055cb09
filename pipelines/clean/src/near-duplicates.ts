import type { Cells, HarmonisedWave } from '@wavebook/harmonise';
import { issueRules } from '@wavebook/schema';
import { alikeIn } from './alike.ts';
import type { EditLog } from './log.ts';

/** Columns that say where and who, not what was answered. */
const notAnswers: ReadonlySet<string> = new Set([
  'province',
  'prefecture',
  'county',
  'survey_weight',
  'site',
  'interviewer',
  'enterprise_id',
  'interview_year',
  'interview_month',
]);
/** Answers by which records that may repeat each other are brought together. */
const blockedBy = ['province', 'sex', 'birth_year', 'birth_month', 'education', 'site'];
/** The share of answers, among those that either record has, that may differ. */
const mayDiffer = 0.05;
/** With fewer answers two people can well agree in all. */
const fewestAnswers = 18;
/** What the roster tells of a member. */
const ofMembers = ['relation', 'sex', 'birth_year', 'birth_month'];

const valueAt = (cells: Cells, row: number): number =>
  cells.kind === 'number' ? (cells.values[row] as number) : (cells.codes[row] as number);

/** Whether two records differ in at most the allowed share of the answers that either has. */
function areAlike(columns: readonly Cells[], a: number, b: number): boolean {
  const most = Math.floor(columns.length * mayDiffer);
  let answered = 0;
  let different = 0;
  for (const cells of columns) {
    if (cells.reasons[a] !== 0 && cells.reasons[b] !== 0) continue;
    answered += 1;
    if (Object.is(valueAt(cells, a), valueAt(cells, b))) continue;
    different += 1;
    if (different > most) return false;
  }
  return answered >= fewestAnswers && different <= answered * mayDiffer;
}

/** The values of a column by number, from 0, an empty cell among them, and how many there are. */
function numbered(cells: Cells): { part: Int32Array; size: number } {
  if (cells.kind !== 'number')
    return { part: cells.codes.map((code) => code + 1), size: cells.levels.length + 1 };
  const numbers = new Map<number, number>();
  const part = new Int32Array(cells.values.length);
  for (let row = 0; row < part.length; row++) {
    const value = cells.values[row] as number;
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    part[row] = number;
  }
  return { part, size: numbers.size };
}

/** Rows that agree in everything that records are brought together by, in file order; blocks of more than one alone. */
function blocksOf(rows: number, columns: readonly Cells[], skip: (row: number) => boolean): number[][] {
  let blockOf: Int32Array = new Int32Array(rows);
  for (const { part, size } of columns.map(numbered)) blockOf = alikeIn(blockOf, part, size);
  const first = new Int32Array(rows).fill(-1);
  const blocks = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    if (skip(row)) continue;
    const block = blockOf[row] as number;
    const before = first[block] as number;
    const known = blocks.get(block);
    if (before < 0) first[block] = row;
    else if (known) known.push(row);
    else blocks.set(block, [before, row]);
  }
  return [...blocks.values()];
}

/**
 * Flags records that repeat nearly all answers of an earlier one under another identifier, as copied interviews do. Records that repeat an
 * identifier are left out: they are taken out already.
 */
export function flagNearDuplicates(
  { rows, respondents, unit, key, roster }: HarmonisedWave,
  log: EditLog,
): void {
  const answers = [
    ...unit
      .filter(({ name, derived }) => derived === undefined && name !== key && !notAnswers.has(name))
      .flatMap(({ name }) => respondents.get(name) ?? []),
    ...roster.slots.slice(1).flatMap((slot) => ofMembers.flatMap((name) => slot.get(name) ?? [])),
  ];
  const together = blockedBy.flatMap((name) => respondents.get(name) ?? []);
  const isRepeated = (row: number): boolean => log.removed.get(row) === 'duplicate_respondent_id';
  for (const block of blocksOf(rows, together, isRepeated))
    for (const [i, row] of block.entries())
      if (block.slice(0, i).some((earlier) => areAlike(answers, earlier, row)))
        log.report({
          row,
          code: 'near_duplicate',
          variable: key,
          value: '',
          message: `${issueRules.near_duplicate.label.en}; kept`,
        });
  log.judge('near_duplicate', rows);
}
