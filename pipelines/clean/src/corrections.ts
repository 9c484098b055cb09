import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { recordsOf } from '@wavebook/harmonise';
import type { AuditEntry, Codebook } from '@wavebook/schema';
import {
  DataError,
  pathInside,
  readTable,
  type Table,
  type TextColumn,
  table,
  textOf,
} from '@wavebook/tables';

/** The file beside the raw one in which a researcher corrects single cells. */
export const CORRECTIONS = 'corrections.csv';

const columns = [
  'respondent_id',
  'row',
  'variable',
  'old_value',
  'new_value',
  'reason',
  'by',
  'date',
] as const;
const mostTold = 10;

type Line = Readonly<Record<(typeof columns)[number], string>> & { readonly line: number };

/** A correction found to fit: the row from 0, the raw column, and the variable as the file names it. */
interface Fitting {
  readonly row: number;
  readonly column: string;
  readonly correction: Line;
}

async function readLines(path: string, shown: string): Promise<Line[]> {
  const { table: read } = await readTable(path, { typed: false, encoding: 'utf-8' });
  const absent = columns.filter((name) => !read.columns.has(name));
  if (absent.length > 0)
    throw new DataError(
      `${shown}: line 1: lacks the columns ${absent.join(', ')}; it has ${columns.join(', ')}`,
    );
  const texts = columns.map((name) => [name, textOf(read, name)] as const);
  return Array.from({ length: read.rows }, (_, i) => {
    const cells = texts.map(([name, column]) => [
      name,
      column.levels[column.codes[i] as number]?.trim() ?? '',
    ]);
    return { ...Object.fromEntries(cells), line: i + 2 } as Line;
  });
}

/** The raw column that a correction means: named itself, or by the one variable of a respondent that is read from it. */
function rawColumnOf(variable: string, raw: Table, { respondent }: Codebook): string | undefined {
  if (raw.columns.has(variable)) return variable;
  const mapping = respondent.find((m) => m.variable === variable);
  return mapping && mapping.times === undefined && mapping.plus === undefined && raw.columns.has(mapping.raw)
    ? mapping.raw
    : undefined;
}

const textIn = (column: TextColumn, row: number): string =>
  column.levels[column.codes[row] as number]?.trim() ?? '';

/** The rows of each identifier, from 0. */
function rowsById(raw: Table, codebook: Codebook): Map<string, number[]> {
  const { key } = recordsOf(codebook.instrument);
  const idColumn = codebook.respondent.find((m) => m.variable === key)?.raw;
  const rows = new Map<string, number[]>();
  if (idColumn === undefined || !raw.columns.has(idColumn)) return rows;
  const ids = textOf(raw, idColumn);
  for (let row = 0; row < raw.rows; row++) {
    const id = textIn(ids, row);
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  return rows;
}

/** The row that a correction means, or why there is none. */
function rowOf(correction: Line, raw: Table, ids: ReadonlyMap<string, readonly number[]>): number | string {
  const { respondent_id: id, row } = correction;
  if (row !== '') {
    const at = Number(row);
    if (!Number.isInteger(at) || at < 1 || at > raw.rows)
      return `row "${row}" is no data row of the file (1 to ${raw.rows})`;
    return at - 1;
  }
  const rows = ids.get(id) ?? [];
  if (id === '' || rows.length === 0) return `no record has the respondent_id "${id}"`;
  return rows.length > 1
    ? `${rows.length} records have the respondent_id "${id}"; give the row`
    : (rows[0] as number);
}

/**
 * Finds the cells that the corrections of a file mean. Throws a `DataError` with file and line of each that fits no record or column, says
 * neither who nor why, or whose old value is not what stands in the cell.
 */
function fit(lines: readonly Line[], raw: Table, codebook: Codebook, shown: string): Fitting[] {
  const ids = rowsById(raw, codebook);
  const current = new Map<string, string>();
  const problems: string[] = [];
  const fitting = lines.flatMap((correction): Fitting[] => {
    const refuse = (why: string): Fitting[] => {
      problems.push(`line ${correction.line}: ${why}`);
      return [];
    };
    const empty = (['reason', 'by', 'date'] as const).filter((name) => correction[name] === '');
    if (empty.length > 0)
      return refuse(`${empty.join(' and ')} is empty; every correction says why, by whom and when`);
    const column = rawColumnOf(correction.variable, raw, codebook);
    if (column === undefined)
      return refuse(`"${correction.variable}" is no column of the file and no variable of one column`);
    const row = rowOf(correction, raw, ids);
    if (typeof row === 'string') return refuse(row);
    const cell = `${row} ${column}`;
    const stands = current.get(cell) ?? textIn(textOf(raw, column), row);
    if (stands !== correction.old_value)
      return refuse(
        `${column} of row ${row + 1} holds another value than the old_value given; look at the file again, nothing was changed`,
      );
    current.set(cell, correction.new_value);
    return [{ row, column, correction }];
  });
  if (problems.length > 0) {
    const more = problems.length > mostTold ? `; and ${problems.length - mostTold} more` : '';
    throw new DataError(
      `${shown}: ${problems.length} of ${lines.length} corrections refused: ${problems.slice(0, mostTold).join('; ')}${more}`,
    );
  }
  return fitting;
}

/** A copy of a column with some cells replaced. */
function withCells(column: TextColumn, cells: ReadonlyMap<number, string>): TextColumn {
  const levels = [...column.levels];
  const codes = Int32Array.from(column.codes);
  for (const [row, text] of cells) {
    const known = levels.indexOf(text);
    if (text !== '' && known < 0) levels.push(text);
    codes[row] = text === '' ? -1 : known < 0 ? levels.length - 1 : known;
  }
  return { ...column, codes, levels };
}

/** The raw records with the corrections of `corrections.csv` beside them, and the audit of what was corrected; as they are without one. */
export async function correctRaw(
  { root, folder }: { readonly root: string; readonly folder: string },
  raw: Table,
  codebook: Codebook,
): Promise<{ records: Table; audit: AuditEntry[] }> {
  if (!existsSync(join(folder, CORRECTIONS))) return { records: raw, audit: [] };
  const shown = relative(root, join(folder, CORRECTIONS));
  const path = await pathInside(folder, CORRECTIONS, relative(root, folder));
  const fitting = fit(await readLines(path, shown), raw, codebook, shown);
  const changed = new Map<string, Map<number, string>>();
  for (const { row, column, correction } of fitting)
    changed.set(column, (changed.get(column) ?? new Map()).set(row, correction.new_value));
  const { key } = recordsOf(codebook.instrument);
  const idColumn = codebook.respondent.find((m) => m.variable === key)?.raw ?? '';
  const ids = raw.columns.has(idColumn) ? textOf(raw, idColumn) : undefined;
  return {
    records: table(
      raw.rows,
      [...raw.columns].map(([name, column]) => {
        const cells = changed.get(name);
        return [name, cells ? withCells(textOf(raw, name), cells) : column] as const;
      }),
      raw.labels,
    ),
    audit: fitting.map(({ row, column, correction }) => ({
      row: row + 1,
      respondent_id: ids ? textIn(ids, row) : `row-${row + 1}`,
      variable: correction.variable,
      raw_column: column,
      old_value: correction.old_value,
      new_value: correction.new_value,
      code: 'correction',
      rule: 'correction',
    })),
  };
}
