import type { StatTable, WrittenVariable } from '../write/stat-table.ts';
import { millisecondsOf } from './date-of.ts';
import { converted } from './stata-dates.ts';

/** 1582-10-14 in milliseconds before 1970, where SPSS begins to count seconds. */
const spssStart = 141_428 * 86_400_000;

const formats: Readonly<Record<string, string>> = {
  c: 'DATETIME20',
  C: 'DATETIME20',
  d: 'DATE11',
  w: 'WKYR10',
  m: 'MOYR8',
  q: 'QYR8',
  h: 'MOYR8',
};

/** The table with numbers in Stata's date formats as SPSS's seconds; years (`%ty`) stay the numbers that they are. */
export function withSpssDates(table: StatTable): StatTable {
  const columns = new Map(table.columns);
  const variables = table.variables.map((variable): WrittenVariable => {
    const column = table.columns.get(variable.name);
    const [, unit = 'd'] = /^%-?t?([cCdwmqh])/.exec(variable.format ?? '') ?? [];
    const toMilliseconds = variable.format?.startsWith('%') ? millisecondsOf(variable.format) : undefined;
    const format = formats[unit];
    if (!toMilliseconds || !format || column?.kind !== 'number' || /^%-?ty/.test(variable.format ?? ''))
      return variable;
    columns.set(
      variable.name,
      converted(column, (value) => (toMilliseconds(value) + spssStart) / 1000),
    );
    return { ...variable, format };
  });
  return { ...table, variables, columns };
}
