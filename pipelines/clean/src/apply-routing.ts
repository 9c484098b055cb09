import { type Cells, reasonCodes, textAt } from '@wavebook/harmonise';
import type { Variable } from '@wavebook/schema';
import { ruleOf } from '@wavebook/schema/rules';
import type { EditLog } from './log.ts';
import { outsideOf } from './universe.ts';

const missing = reasonCodes.indexOf('missing');
const notApplicable = reasonCodes.indexOf('not_applicable');

/** How an issue names a cell, and what its message says; as it is for the records of the main file. */
export interface Naming {
  nameIn(row: number, variable: string): string;
  message(text: string): string;
}

const asItIs: Naming = { nameIn: (_, variable) => variable, message: (text) => text };

/**
 * Applies the questionnaire's routing: a blank of somebody who was routed past the question becomes `not_applicable`, an answer of such a
 * person becomes `invalid` and an issue. Where the routing itself is unknown, nothing changes.
 */
export function applyRouting(
  rows: number,
  respondents: ReadonlyMap<string, Cells>,
  unit: readonly Variable[],
  rawColumns: ReadonlyMap<string, string>,
  log: EditLog,
  { nameIn, message }: Naming = asItIs,
): void {
  for (const variable of unit) {
    const cells = respondents.get(variable.name);
    const rawColumn = rawColumns.get(variable.name);
    if (!variable.universe || !cells || rawColumn === undefined) continue;
    const outside = outsideOf(variable.universe, respondents, rows);
    let judged = 0;
    for (let row = 0; row < rows; row++) {
      if (outside[row] !== 1) continue;
      judged += 1;
      if (cells.reasons[row] === missing) cells.reasons[row] = notApplicable;
      else if (cells.reasons[row] === 0) {
        log.report({
          row,
          code: 'routing_violation',
          variable: nameIn(row, variable.name),
          value: textAt(cells, row) ?? '',
          message: message(
            `answered, although ${variable.universe.map((c) => c.variable).join(' and ')} route past it`,
          ),
        });
        log.invalidate(cells, row, 'routing_violation', nameIn(row, variable.name), rawColumn);
      }
    }
    log.judge(ruleOf('routing_violation', nameIn(0, variable.name)), judged);
  }
}
