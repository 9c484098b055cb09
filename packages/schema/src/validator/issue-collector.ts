import type { ColumnIssue, ColumnIssueCode } from './column-issue.ts';

type Value = ColumnIssue['values'][number];

/** Gathers the faults of one column: counts all, keeps the first `limit`, and marks the rows. */
export class IssueCollector {
  readonly #found = new Map<ColumnIssueCode, { count: number; rows: number[]; values: Value[] }>();
  readonly #invalid: Uint8Array;
  readonly #limit: number;

  constructor(invalid: Uint8Array, limit: number) {
    this.#invalid = invalid;
    this.#limit = limit;
  }

  add(code: ColumnIssueCode, row: number, value: Value): void {
    let entry = this.#found.get(code);
    if (!entry) {
      entry = { count: 0, rows: [], values: [] };
      this.#found.set(code, entry);
    }
    entry.count += 1;
    if (entry.rows.length < this.#limit) {
      entry.rows.push(row + 1);
      entry.values.push(value);
    }
    // routing depends on other cells: the cell itself is well formed
    if (code !== 'routing_violation') this.#invalid[row] = 1;
  }

  issues(variable: string, messages: Readonly<Record<string, string>>): ColumnIssue[] {
    return [...this.#found].map(([code, { count, rows, values }]) => ({
      variable,
      code,
      count,
      rows,
      values,
      message: `${variable}: ${messages[code] ?? code}; got ${values
        .slice(0, 3)
        .map((v) => JSON.stringify(v))
        .join(', ')} in ${count} ${count === 1 ? 'row' : 'rows'}, first row ${rows[0]}`,
    }));
  }
}
