import type { CodeList } from '../code-list.ts';
import type { RecordDefinition } from '../instrument-definition.ts';
import type { Variable } from '../variable.ts';
import { z } from '../zod.ts';
import { codesOf } from './codes-of.ts';

/**
 * The zod schema of a record, made from its definition: a category is one of its codes, a number lies in its range, a text is a string; an empty
 * cell is null. A variable that is never empty (`missing: []`) is not nullable: a text of at least one character, or a whole number. The committed
 * schemas of `src/records` are the same, written out for types.
 */
export function recordSchema(
  record: Pick<RecordDefinition, 'variables'>,
  lists: Readonly<Record<string, CodeList>>,
): z.ZodObject {
  return z.object(
    Object.fromEntries(record.variables.map((variable) => [variable.name, cellSchema(variable, lists)])),
  );
}

function cellSchema(variable: Variable, lists: Readonly<Record<string, CodeList>>): z.ZodType {
  const { kind, codes, range, missing } = variable;
  const isKey = missing?.length === 0;
  const number = isKey ? z.number().int() : z.number();
  const value =
    kind === 'category'
      ? z.enum(codesOf(codes, lists).codes.map(({ code }) => code))
      : kind === 'number'
        ? range
          ? number.min(range[0]).max(range[1])
          : number
        : isKey
          ? z.string().min(1)
          : z.string();
  return isKey ? value : value.nullable();
}
