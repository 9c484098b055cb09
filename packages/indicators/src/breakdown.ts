import { codeLists, respondentVariables } from '@wavebook/schema';
import { type Table, textOf } from '@wavebook/tables';

/** Breakdowns in which every indicator is estimated. */
export const always: readonly string[] = [
  'all',
  'sex',
  'age_group',
  'sex:age_group',
  'birth_cohort',
  'province',
  'region',
  'region_three',
];

/** A breakdown of the records: `codes[row]` points into `levels`, -1 where one of its variables is empty. */
export interface Breakdown {
  readonly id: string;
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/**
 * The breakdown by one variable or by several joined with `:`; `all` is one level for everybody. Levels are those that occur in the
 * records, in code-list order, whatever the universe; undefined if the records lack a variable.
 */
export function breakdownOf(records: Table, id: string): Breakdown | undefined {
  if (id === 'all') return { id, codes: new Int32Array(records.rows), levels: ['all'] };
  const names = id.split(':');
  if (names.some((name) => !records.columns.has(name))) return undefined;
  const axes = names.map((name) => {
    const column = textOf(records, name);
    const list = respondentVariables.find((v) => v.name === name)?.codes;
    const order = codeLists[list ?? '']?.codes.map((c) => c.code) ?? [...column.levels].sort();
    return { column, order, position: column.levels.map((level) => order.indexOf(level)) };
  });
  if (axes.every(({ column }) => column.levels.length === 0)) return undefined;
  const raw = new Int32Array(records.rows);
  for (let row = 0; row < records.rows; row++) {
    let code = 0;
    for (const { column, order, position } of axes) {
      const level = column.codes[row] as number;
      if (level < 0) {
        code = -1;
        break;
      }
      code = code * order.length + (position[level] as number);
    }
    raw[row] = code;
  }
  const present = [...new Set(raw)].filter((code) => code >= 0).sort((a, b) => a - b);
  if (present.length === 0) return undefined;
  const name = (code: number): string => {
    const parts: string[] = [];
    for (const { order } of [...axes].reverse()) {
      parts.unshift(order[code % order.length] as string);
      code = Math.floor(code / order.length);
    }
    return parts.join(':');
  };
  const dense = new Map(present.map((code, i) => [code, i]));
  return { id, codes: raw.map((code) => dense.get(code) ?? -1), levels: present.map(name) };
}
