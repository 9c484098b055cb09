import { type Cells, reasonCodes } from '@wavebook/harmonise';
import { type Condition, inUniverse } from '@wavebook/schema';

const notApplicable = reasonCodes.indexOf('not_applicable');

/** Whole numbers from 0 up to, not with, this one find their verdict without a search. */
const SMALL = 4096;

/** Marks the rows in which a condition fails for certain (`false`) or cannot be judged (`undefined`); each distinct value is judged once. */
function mark(condition: Condition, cells: Cells, verdict: false | undefined, marked: Uint8Array): void {
  const { variable } = condition;
  const isIt = (value: string | null, reason: string | null): number =>
    inUniverse({ universe: [condition] }, { [variable]: value, [`${variable}_missing`]: reason }) === verdict
      ? 1
      : 0;
  const byReason = new Uint8Array(reasonCodes.length).fill(isIt(null, null), 1);
  byReason[notApplicable] = isIt(null, 'not_applicable');
  if (cells.kind === 'number') markNumbers(cells, byReason, (value) => isIt(String(value), null), marked);
  else {
    const byCode = Uint8Array.from(cells.levels, (level) => isIt(level, null));
    markCodes(cells, byReason, byCode, marked);
  }
}

function markCodes(
  { codes, reasons }: Exclude<Cells, { kind: 'number' }>,
  byReason: Uint8Array,
  byCode: Uint8Array,
  marked: Uint8Array,
): void {
  for (let row = 0; row < marked.length; row++) {
    const reason = reasons[row] as number;
    const is = (reason === 0 ? byCode[codes[row] as number] : byReason[reason]) as number;
    marked[row] = (marked[row] as number) | is;
  }
}

function markNumbers(
  { values, reasons }: Extract<Cells, { kind: 'number' }>,
  byReason: Uint8Array,
  isIt: (value: number) => number,
  marked: Uint8Array,
): void {
  const UNKNOWN = 2;
  const small = new Uint8Array(SMALL).fill(UNKNOWN);
  const others = new Map<number, number>();
  for (let row = 0; row < marked.length; row++) {
    const reason = reasons[row] as number;
    let is = byReason[reason] as number;
    if (reason === 0) {
      const value = values[row] as number;
      if (value >= 0 && value < SMALL && (value | 0) === value) {
        if (small[value] === UNKNOWN) small[value] = isIt(value);
        is = small[value] as number;
      } else {
        is = others.get(value) ?? isIt(value);
        others.set(value, is);
      }
    }
    marked[row] = (marked[row] as number) | is;
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
