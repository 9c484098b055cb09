import { type Cells, setMissing, textAt } from '@wavebook/harmonise';
import { type Condition, inUniverse, respondentVariables } from '@wavebook/schema';
import type { EditLog } from './log.ts';

/** The rows in which a condition does not hold for certain (1); `inUniverse` judges it once for every distinct value. */
function failing(condition: Condition, cells: Cells, notApplicable: number): Uint8Array {
  const { variable } = condition;
  const fails = (value: string | null, reason: string | null): 0 | 1 =>
    inUniverse({ universe: [condition] }, { [variable]: value, [`${variable}_missing`]: reason }) === false
      ? 1
      : 0;
  const routedPast = fails(null, 'not_applicable');
  const empty = fails(null, null);
  const judged = new Map<number, 0 | 1>();
  const values = cells.kind === 'number' ? cells.values : cells.codes;
  return Uint8Array.from(cells.reasons, (reason, row) => {
    if (reason === notApplicable) return routedPast;
    const value = values[row] as number;
    let known = Number.isNaN(value) || (value < 0 && cells.kind !== 'number') ? empty : judged.get(value);
    if (known === undefined) {
      known = fails(textAt(cells, row), null);
      judged.set(value, known);
    }
    return known;
  });
}

/** For every condition of a universe the rows that it leaves outside; one that does not hold decides, whatever is not known of others. */
function outside(
  universe: readonly Condition[],
  respondents: ReadonlyMap<string, Cells>,
  notApplicable: number,
): Uint8Array[] {
  return universe.flatMap((condition) => {
    const cells = respondents.get(condition.variable);
    return cells ? [failing(condition, cells, notApplicable)] : [];
  });
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
    const failed = outside(variable.universe, respondents, codes.notApplicable);
    for (let row = 0; row < rows; row++) {
      if (!failed.some((condition) => condition[row] === 1)) continue;
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
