import { type Cells, type HarmonisedWave, textAt } from '@wavebook/harmonise';
import { issueRules } from '@wavebook/schema';
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

/** Rows that agree in everything that records are brought together by, in file order. */
function blocksOf(rows: number, columns: readonly Cells[], skip: (row: number) => boolean): number[][] {
  const blocks = new Map<string, number[]>();
  for (let row = 0; row < rows; row++) {
    if (skip(row)) continue;
    const key = columns.map((cells) => textAt(cells, row) ?? '').join('|');
    const block = blocks.get(key);
    if (block) block.push(row);
    else blocks.set(key, [row]);
  }
  return [...blocks.values()].filter((block) => block.length > 1);
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
