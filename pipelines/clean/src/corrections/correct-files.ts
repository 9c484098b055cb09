import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AuditEntry } from '@wavebook/schema';
import { codesOf, DataError, pathInside, type Table, type TextColumn, textOf } from '@wavebook/tables';
import { type CorrectableFile, columnMeant, fileMeant, rowsById, textIn } from './correctable-file.ts';
import { type Correction, readCorrections } from './read-corrections.ts';

/** The file beside the raw ones in which a researcher corrects single cells. */
export const CORRECTIONS = 'corrections.csv';

const mostTold = 10;

/** A correction found to fit: its file, the row from 0, and the raw column. */
interface Fitting {
  readonly file: CorrectableFile;
  readonly row: number;
  readonly column: string;
  readonly correction: Correction;
}

/** The row that a correction means, or why there is none. */
function rowMeant(
  { respondent_id: id, row }: Correction,
  { table }: CorrectableFile,
  { ids, of }: { readonly ids: ReadonlyMap<string, readonly number[]>; readonly of: string },
): number | string {
  if (row !== '') {
    const at = Number(row);
    if (!Number.isInteger(at) || at < 1 || at > table.rows)
      return `row "${row}" is no data row${of || ' of the file'} (1 to ${table.rows})`;
    return at - 1;
  }
  const rows = ids.get(id) ?? [];
  if (id === '' || rows.length === 0) return `no record${of} has the respondent_id "${id}"`;
  return rows.length > 1
    ? `${rows.length} records${of} have the respondent_id "${id}"; give the row`
    : (rows[0] as number);
}

/**
 * Finds the cells that corrections mean. Throws a `DataError` with file and line of each that fits no file, record or column, says neither
 * who nor why, or whose old value is not what stands in the cell.
 */
function fit(
  corrections: readonly Correction[],
  files: readonly CorrectableFile[],
  shown: string,
): Fitting[] {
  const ids = new Map<CorrectableFile, Map<string, number[]>>();
  const columns = new Map<string, TextColumn>();
  const current = new Map<string, string>();
  const problems: string[] = [];
  const fitting = corrections.flatMap((correction): Fitting[] => {
    const refuse = (why: string): Fitting[] => {
      problems.push(`${correction.place}: ${why}`);
      return [];
    };
    const empty = (['reason', 'by', 'date'] as const).filter((name) => correction[name] === '');
    if (empty.length > 0)
      return refuse(`${empty.join(' and ')} is empty; every correction says why, by whom and when`);
    const file = fileMeant(correction, files);
    if (typeof file === 'string') return refuse(file);
    const column = columnMeant(correction.variable, file);
    if (column === undefined)
      return refuse(`"${correction.variable}" is no column of ${file.name} and no variable of one column`);
    if (!file.table.columns.has(column))
      return refuse(
        `${column} is a column of ${file.name} that no variable is read from, so it changes nothing`,
      );
    if (!ids.has(file)) ids.set(file, rowsById(file));
    const of = file === files[0] ? '' : ` of ${file.name}`;
    const row = rowMeant(correction, file, { ids: ids.get(file) ?? new Map(), of });
    if (typeof row === 'string') return refuse(row);
    const cell = JSON.stringify([file.name, row, column]);
    const own = JSON.stringify([file.name, column]);
    const texts = columns.get(own) ?? codesOf(file.table, column);
    columns.set(own, texts);
    const stands = current.get(cell) ?? textIn(texts, row);
    if (stands !== correction.old_value)
      return refuse(
        `${column} of row ${row + 1}${of} holds another value than the old_value given; look at the file again, nothing was changed`,
      );
    current.set(cell, correction.new_value);
    return [{ file, row, column, correction }];
  });
  if (problems.length > 0) {
    const more = problems.length > mostTold ? `; and ${problems.length - mostTold} more` : '';
    throw new DataError(
      `${shown}: ${problems.length} of ${corrections.length} corrections refused: ${problems.slice(0, mostTold).join('; ')}${more}`,
    );
  }
  return fitting;
}

/** A copy of a column with some cells replaced, which are then no longer declared missing. */
function withCells(column: TextColumn, cells: ReadonlyMap<number, string>): TextColumn {
  const levels = [...column.levels];
  const codes = Int32Array.from(column.codes);
  const declared = column.missing && Int32Array.from(column.missing.codes);
  for (const [row, text] of cells) {
    const known = levels.indexOf(text);
    if (text !== '' && known < 0) levels.push(text);
    codes[row] = text === '' ? -1 : known < 0 ? levels.length - 1 : known;
    if (declared) declared[row] = -1;
  }
  return {
    ...{ kind: 'text', codes, levels },
    ...(declared && column.missing ? { missing: { ...column.missing, codes: declared } } : {}),
  };
}

function corrected({ table: raw }: CorrectableFile, own: readonly Fitting[]): Table {
  if (own.length === 0) return raw;
  const changed = new Map<string, Map<number, string>>();
  for (const { row, column, correction } of own)
    changed.set(column, (changed.get(column) ?? new Map()).set(row, correction.new_value));
  const columns = new Map(
    [...raw.columns].map(([name, column]) => {
      const cells = changed.get(name);
      return [name, cells ? withCells(textOf(raw, name), cells) : column] as const;
    }),
  );
  return { ...raw, columns };
}

/**
 * The files of a wave (its records first) with the corrections of `corrections.csv` beside them, by name, and the audit of what was corrected;
 * as they are without one.
 *
 * @throws DataError that names every line that is refused; nothing is corrected then.
 */
export async function correctFiles(
  { root, folder }: { readonly root: string; readonly folder: string },
  files: readonly CorrectableFile[],
): Promise<{ tables: ReadonlyMap<string, Table>; audit: AuditEntry[] }> {
  const fitting: Fitting[] = [];
  if (existsSync(join(folder, CORRECTIONS))) {
    const shown = relative(root, join(folder, CORRECTIONS));
    const path = await pathInside(folder, CORRECTIONS, relative(root, folder));
    fitting.push(...fit(await readCorrections(path, shown), files, shown));
  }
  const idIn = ({ table: raw, key }: CorrectableFile, row: number): string =>
    raw.columns.has(key) ? textIn(codesOf(raw, key), row) : `row-${row + 1}`;
  return {
    tables: new Map(
      files.map((file) => [
        file.name,
        corrected(
          file,
          fitting.filter((one) => one.file === file),
        ),
      ]),
    ),
    audit: fitting.map(({ file, row, column, correction }) => ({
      row: row + 1,
      respondent_id: idIn(file, row),
      variable: correction.variable,
      raw_column: column,
      old_value: correction.old_value,
      new_value: correction.new_value,
      code: 'correction',
      rule: 'correction',
      file: file === files[0] ? '' : file.name,
    })),
  };
}
