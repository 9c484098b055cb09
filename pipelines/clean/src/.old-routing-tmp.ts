import { type Cells, setMissing, textAt } from '@wavebook/harmonise';
import { type Condition, respondentVariables, type Variable } from '@wavebook/schema';
import type { EditLog } from './log.ts';

type Truth = boolean | undefined;

/** Whether a condition holds for a record; undefined when its variable is empty for another reason than routing. */
function holds(
  condition: Condition,
  respondents: ReadonlyMap<string, Cells>,
  row: number,
  notApplicable: number,
): Truth {
  const cells = respondents.get(condition.variable);
  if (!cells) return undefined;
  if (cells.reasons[row] === notApplicable) return false;
  const text = textAt(cells, row);
  if (text === null) return undefined;
  if ('in' in condition) return condition.in.includes(text);
  const value = Number(text);
  return (
    value >= (condition.min ?? Number.NEGATIVE_INFINITY) &&
    value <= (condition.max ?? Number.POSITIVE_INFINITY)
  );
}

const asks = (
  variable: Variable,
  respondents: ReadonlyMap<string, Cells>,
  row: number,
  notApplicable: number,
): Truth => {
  let result: Truth = true;
  for (const condition of variable.universe ?? []) {
    const truth = holds(condition, respondents, row, notApplicable);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
};

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
    for (let row = 0; row < rows; row++) {
      if (asks(variable, respondents, row, codes.notApplicable) !== false) continue;
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
