import { type Cells, setMissing, textAt } from '@wavebook/harmonise';
import { type Condition, inUniverse, respondentVariables } from '@wavebook/schema';
import type { EditLog } from './log.ts';

/** Marks the rows in which a condition does not hold for certain; `inUniverse` judges it once for every distinct value. */
function markFailing(condition: Condition, cells: Cells, notApplicable: number, outside: Uint8Array): void {
  const { variable } = condition;
  const fails = (value: string | null, reason: string | null): boolean =>
    inUniverse({ universe: [condition] }, { [variable]: value, [`${variable}_missing`]: reason }) === false;
  const routedPast = fails(null, 'not_applicable');
  const judged = new Map<number, boolean>();
  const values = cells.kind === 'number' ? cells.values : cells.codes;
  for (let row = 0; row < outside.length; row++) {
    if (cells.reasons[row] === notApplicable) {
      if (routedPast) outside[row] = 1;
      continue;
    }
    const value = values[row] as number;
    let known = judged.get(value);
    if (known === undefined) {
      known = fails(textAt(cells, row), null);
      judged.set(value, known);
    }
    if (known) outside[row] = 1;
  }
}

/** The rows that are outside a universe for certain (1): a condition that does not hold decides, whatever is not known of the others. */
function outsideOf(
  universe: readonly Condition[],
  respondents: ReadonlyMap<string, Cells>,
  { rows, notApplicable }: { rows: number; notApplicable: number },
): Uint8Array {
  const outside = new Uint8Array(rows);
  for (const condition of universe) {
    const cells = respondents.get(condition.variable);
    if (cells) markFailing(condition, cells, notApplicable, outside);
  }
  return outside;
}

/**
 * Applies the questionnaire's routing: a blank of somebody who was routed past the question becomes `not_applicable`, an answer of such a
 * person becomes `invalid` and an issue. Where the routing itself is unknown, nothing changes.
 */
export function applyRouting(
  rows: number,
  respondents: ReadonlyMap<string, Cells>,
  rawColumns: ReadonlyMap<string, string>,
  codes: { missing: number; notApplicable: number },
  log: EditLog,
): void {
  for (const variable of respondentVariables) {
    const cells = respondents.get(variable.name);
    const rawColumn = rawColumns.get(variable.name);
    if (!variable.universe || !cells || rawColumn === undefined) continue;
    const outside = outsideOf(variable.universe, respondents, { rows, notApplicable: codes.notApplicable });
    for (let row = 0; row < rows; row++) {
      if (outside[row] !== 1) continue;
      if (cells.reasons[row] === codes.missing) setMissing(cells, row, 'not_applicable');
      else if (cells.reasons[row] === 0) {
        log.report({
          row,
          code: 'routing_violation',
          variable: variable.name,
          value: textAt(cells, row) ?? '',
          message: `answered, although ${variable.universe.map((c) => c.variable).join(' and ')} route past it`,
        });
        log.invalidate(cells, row, 'routing_violation', variable.name, rawColumn);
      }
    }
  }
}
