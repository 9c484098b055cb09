import { type Cells, type HarmonisedWave, reasonCodes } from '@wavebook/harmonise';
import type { IssueCode } from '@wavebook/schema';
import { ruleOf } from '@wavebook/schema/rules';
import type { EditLog } from './log.ts';

const missing = reasonCodes.indexOf('missing');
const notAsked = reasonCodes.indexOf('not_asked');

/** The rules that judge single cells as they are read. */
const cellCodes: readonly IssueCode[] = [
  'unknown_code',
  'not_a_number',
  'value_out_of_range',
  'unusual_value',
  'unknown_place',
  'garbled_text',
];

const given = ({ reasons }: Cells): number => {
  let count = 0;
  for (let row = 0; row < reasons.length; row++)
    if (reasons[row] !== missing && reasons[row] !== notAsked) count += 1;
  return count;
};

/** Counts on how many cells of a variable the rules of reading were judged: all that are not blank. */
export function judgeCell(variable: string, cells: Cells | undefined, log: EditLog): void {
  if (!cells) return;
  const count = given(cells);
  for (const code of cellCodes) log.judge(ruleOf(code, variable), count);
}

/** Counts on how many cells the rules of reading were judged, and the rules of the file on all records. */
export function judgeCells({ rows, respondents, rawColumns, roster }: HarmonisedWave, log: EditLog): void {
  for (const [variable] of rawColumns) judgeCell(variable, respondents.get(variable), log);
  for (const [i, slot] of roster.slots.entries())
    if (i > 0) for (const [variable, cells] of slot) judgeCell(`member_${i + 1}_${variable}`, cells, log);
  for (const code of ['duplicate_respondent_id', 'missing_weight', 'missing_design', 'unknown_province'])
    log.judge(code, rows);
}
