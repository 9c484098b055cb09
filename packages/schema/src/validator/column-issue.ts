import { z } from '../zod.ts';

/**
 * What can be wrong with a column.
 *
 * - `unknown_code`: a code that is not in the variable's list. `not_a_number`, `not_text`: a value of another type (infinite is no number).
 * `not_an_integer`: a number with decimals in a key.
 * - `value_out_of_range`: a number outside the hard limits. `empty_cell`: empty, where the variable never is.
 * - `routing_violation`: an answer from someone outside the variable's universe.
 * - `missing_column`, `unknown_column`: the record has such a variable and the columns do not, or the other way round.
 */
export const ColumnIssueCode = z.enum([
  'unknown_code',
  'not_a_number',
  'not_text',
  'not_an_integer',
  'value_out_of_range',
  'empty_cell',
  'routing_violation',
  'missing_column',
  'unknown_column',
]);
export type ColumnIssueCode = z.infer<typeof ColumnIssueCode>;

/** One kind of fault in one column: in how many rows, and the first of them (counted from 1, with the values found). */
export const ColumnIssue = z.strictObject({
  variable: z.string(),
  code: ColumnIssueCode,
  count: z.number().int().positive(),
  rows: z.array(z.number().int().positive()),
  values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  message: z.string(),
});
export type ColumnIssue = z.infer<typeof ColumnIssue>;
