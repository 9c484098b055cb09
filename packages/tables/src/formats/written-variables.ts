import { z } from 'zod';
import { plainVariable, type VariableInfo } from '../file-info.ts';
import type { Table } from '../table.ts';

/** Under which key Parquet and Arrow files carry what is known of their variables. */
export const fileKey = 'wavebook';

const texts = z.record(z.string(), z.string());
const Written = z.object({
  label: z.string(),
  variables: z.record(
    z.string(),
    z.object({
      label: z.string(),
      format: z.string(),
      measure: z.enum(['unknown', 'nominal', 'ordinal', 'scale']),
      value_labels: texts,
    }),
  ),
});

/** What is known of the variables of a table, as JSON; undefined if that is nothing. */
export function writtenVariables({ variables }: Pick<Table, 'variables'>, label = ''): string | undefined {
  if (!variables) return undefined;
  const entries = [...variables.values()].map(({ name, label: text, format, measure, valueLabels }) => [
    name,
    { label: text, format, measure, value_labels: Object.fromEntries(valueLabels) },
  ]);
  return JSON.stringify({ label, variables: Object.fromEntries(entries) });
}

/** The inverse of `writtenVariables`; a file of another program, or a damaged text, says nothing. */
export function describedVariables(text: string | undefined): {
  readonly label: string;
  variable(name: string, type: VariableInfo['type']): VariableInfo;
} {
  const read = text === undefined ? undefined : Written.safeParse(parsed(text)).data;
  return {
    label: read?.label ?? '',
    variable: (name, type) => {
      const said = read && Object.hasOwn(read.variables, name) ? read.variables[name] : undefined;
      const plain = plainVariable(name, type);
      if (!said) return plain;
      const { label, format, measure, value_labels: labels } = said;
      return { ...plain, label, format, measure, valueLabels: new Map(Object.entries(labels)) };
    },
  };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
