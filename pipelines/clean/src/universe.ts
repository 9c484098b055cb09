import { type Cells, reasonCodes, textAt } from '@wavebook/harmonise';
import { type Condition, inUniverse } from '@wavebook/schema';

const notApplicable = reasonCodes.indexOf('not_applicable');

/** Codes and whole numbers from 0 up to, not with, this one find their verdict without a search. */
const SMALL = 4096;

/** Marks the rows in which a condition fails for certain (`false`) or cannot be judged (`undefined`); each distinct value is judged once. */
function mark(condition: Condition, cells: Cells, verdict: false | undefined, marked: Uint8Array): void {
  const { variable } = condition;
  const isIt = (value: string | null, reason: string | null): boolean =>
    inUniverse({ universe: [condition] }, { [variable]: value, [`${variable}_missing`]: reason }) === verdict;
  const routedPast = isIt(null, 'not_applicable');
  const empty = isIt(null, null);
  const small = new Uint8Array(SMALL);
  const judged = new Map<number, boolean>();
  const values = cells.kind === 'number' ? cells.values : cells.codes;
  for (let row = 0; row < marked.length; row++) {
    const reason = cells.reasons[row];
    if (reason !== 0) {
      if (reason === notApplicable ? routedPast : empty) marked[row] = 1;
      continue;
    }
    const value = values[row] as number;
    if (value >= 0 && value < SMALL && (value | 0) === value) {
      if (small[value] === 0) small[value] = isIt(textAt(cells, row), null) ? 2 : 1;
      if (small[value] === 2) marked[row] = 1;
      continue;
    }
    let known = judged.get(value);
    if (known === undefined) {
      known = isIt(textAt(cells, row), null);
      judged.set(value, known);
    }
    if (known) marked[row] = 1;
  }
}

function marked(
  universe: readonly Condition[],
  respondents: ReadonlyMap<string, Cells>,
  rows: number,
  verdict: false | undefined,
): Uint8Array {
  const rowsMarked = new Uint8Array(rows);
  for (const condition of universe) {
    const cells = respondents.get(condition.variable);
    if (cells) mark(condition, cells, verdict, rowsMarked);
  }
  return rowsMarked;
}

/** The rows that are outside a universe for certain (1): a condition that does not hold decides, whatever is not known of the others. */
export const outsideOf = (
  universe: readonly Condition[],
  respondents: ReadonlyMap<string, Cells>,
  rows: number,
): Uint8Array => marked(universe, respondents, rows, false);

/** The rows of which some condition of a universe cannot be judged (1), whether or not another condition fails. */
export const unknownOf = (
  universe: readonly Condition[],
  respondents: ReadonlyMap<string, Cells>,
  rows: number,
): Uint8Array => marked(universe, respondents, rows, undefined);
