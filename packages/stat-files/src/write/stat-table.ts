import type { NumberArray } from '../stat-column.ts';
import type { MultipleResponseSet, StatVariable } from '../stat-file.ts';

/** A column to write: `StatColumn`, or one without missing codes, where NaN and −1 are empty cells. */
export type WrittenColumn =
  | { readonly kind: 'number'; readonly values: NumberArray; readonly missing?: Uint8Array }
  | {
      readonly kind: 'text';
      readonly codes: Int32Array;
      readonly levels: readonly string[];
      readonly missing?: Uint8Array;
    };

/** A variable to write: only its name is needed. */
export type WrittenVariable = Pick<StatVariable, 'name'> & Partial<StatVariable>;

/** A table to write. An opened file with its columns is one: `{ ...file, columns: file.columns() }`. */
export interface StatTable {
  readonly rows: number;
  readonly label?: string;
  readonly variables: readonly WrittenVariable[];
  readonly columns: ReadonlyMap<string, WrittenColumn>;
  /** SPSS only */
  readonly multipleResponseSets?: readonly MultipleResponseSet[];
  /** SPSS only: the name of the weight variable */
  readonly weight?: string;
}

/** The columns of the variables, in their order. Throws for a missing column, a wrong length or a name that comes twice. */
export function checkedColumns(caller: string, table: StatTable): WrittenColumn[] {
  const names = new Set<string>();
  return table.variables.map(({ name }) => {
    if (names.has(name))
      throw new Error(`${caller}: variables must have names of their own; got "${name}" twice`);
    names.add(name);
    const column = table.columns.get(name);
    if (!column) throw new Error(`${caller}: expected a column for every variable; "${name}" has none`);
    const rows = column.kind === 'text' ? column.codes.length : column.values.length;
    if (rows !== table.rows || (column.missing && column.missing.length !== rows))
      throw new Error(`${caller}: column "${name}" must have ${table.rows} rows; got ${rows}`);
    return column;
  });
}
