import type { StatTable, WrittenColumn, WrittenVariable } from '../write/stat-table.ts';
import { millisecondsOf } from './date-of.ts';

const stataStart = Date.UTC(1960, 0, 1);
const dayMilliseconds = 86_400_000;

/** The table with numbers in SPSS's date formats as Stata's days or milliseconds. */
export function withStataDates(table: StatTable): StatTable {
  const columns = new Map(table.columns);
  const variables = table.variables.map((variable): WrittenVariable => {
    const column = table.columns.get(variable.name);
    const format = variable.format ?? '';
    const toMilliseconds = format.startsWith('%') ? undefined : millisecondsOf(format);
    if (!toMilliseconds || column?.kind !== 'number') return variable;
    const withTime = /^(DATETIME|YMDHMS)/.test(format);
    const step = withTime ? 1 : dayMilliseconds;
    columns.set(
      variable.name,
      converted(column, (value) => (toMilliseconds(value) - stataStart) / step),
    );
    return { ...variable, format: withTime ? '%tc' : '%td', type: 'double' };
  });
  return { ...table, variables, columns };
}

/** Numbers changed one by one, missing ones left as they are. */
export function converted(
  column: Extract<WrittenColumn, { kind: 'number' }>,
  change: (value: number) => number,
): WrittenColumn {
  const values = Float64Array.from(column.values, (value, row) =>
    column.missing?.[row] ? Number.NaN : change(value),
  );
  return { ...column, values };
}
