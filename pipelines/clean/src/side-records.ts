import { basename } from 'node:path';
import {
  type CellIssue,
  type Cells,
  rawColumn,
  readColumn,
  reasonCodes,
  recordsOf,
  textAt,
  type VariableForm,
} from '@wavebook/harmonise';
import { type Codebook, issueRules, type Variable } from '@wavebook/schema';
import { type Column, DataError, type Table, table, textOf } from '@wavebook/tables';
import { applyRouting } from './apply-routing.ts';
import { judgeCell } from './judge-cells.ts';
import { EditLog } from './log.ts';

/** What belongs to the units of a survey in a file of its own (children of workers, vacancies of enterprises), cleaned. */
export interface SideRecords {
  readonly rowsIn: number;
  readonly members: Table;
  readonly log: EditLog;
  readonly forms: readonly VariableForm[];
}

const reasons: string[] = reasonCodes.flatMap((reason) => reason ?? []);

function columnsOf(
  variables: readonly Variable[],
  cells: ReadonlyMap<string, Cells>,
  kept: readonly number[],
) {
  const columns: [string, Column][] = [];
  for (const variable of variables) {
    const own = cells.get(variable.name);
    if (!own) continue;
    columns.push([
      variable.name,
      own.kind === 'number'
        ? { kind: 'number', values: Float64Array.from(kept, (row) => own.values[row] as number) }
        : {
            kind: 'text',
            codes: Int32Array.from(kept, (row) => own.codes[row] as number),
            levels: own.levels,
          },
    ]);
    columns.push([
      `${variable.name}_missing`,
      {
        kind: 'text',
        codes: Int32Array.from(kept, (row) => (own.reasons[row] as number) - 1),
        levels: reasons,
      },
    ]);
  }
  return columns;
}

export interface SideContext {
  /** How messages name the file. */
  readonly file: string;
  readonly instrument: string;
  readonly wave: string;
  /** The units that are kept, cleaned. */
  readonly units: Table;
  /** Identifiers of all units of the main file, also of those that left. */
  readonly known: ReadonlySet<string>;
}

/**
 * Cleans the second file of a survey: recodes it by the codebook's member columns and applies routing. Its issues name a cell as
 * `member_<number>_<variable>`, their rows are those of this file. A row whose unit left goes with it; one whose unit never was is rejected.
 */
export function cleanSideRecords(raw: Table, codebook: Codebook, about: SideContext): SideRecords {
  const { key, members: variables } = recordsOf(about.instrument);
  const cells = new Map<string, Cells>();
  const rawColumns = new Map<string, string>();
  const forms: VariableForm[] = [];
  const found: (CellIssue & { readonly variable: string; readonly raw: string })[] = [];
  for (const mapping of codebook.member) {
    const variable = variables.find(({ name }) => name === mapping.variable);
    if (!variable || !raw.columns.has(mapping.raw)) continue;
    const read = readColumn(rawColumn(raw, mapping.raw), mapping, variable);
    cells.set(variable.name, read.cells);
    rawColumns.set(variable.name, mapping.raw);
    for (const issue of read.issues) found.push({ ...issue, variable: variable.name, raw: mapping.raw });
    for (const form of read.forms) forms.push({ ...form, variable: variable.name, rawColumn: mapping.raw });
  }
  const told = new Set([...rawColumns.values(), ...(codebook.other_columns ?? []).map((other) => other.raw)]);
  const unknown = [...raw.columns.keys()].filter((name) => !told.has(name));
  if (unknown.length > 0)
    throw new DataError(
      `${about.file}: the questionnaire has no column ${unknown.map((name) => `"${name}"`).join(', ')}`,
    );
  const textIn = (name: string | undefined, row: number): string => {
    const own = name === undefined ? undefined : cells.get(name);
    return own ? (textAt(own, row) ?? '') : '';
  };
  const numberName = variables.find(({ name }) => name.endsWith('_number'))?.name;
  const log = new EditLog({ ...about, file: basename(about.file), idOf: (row) => textIn(key, row) });
  const nameIn = (row: number, variable: string): string =>
    variable === key ? key : `member_${textIn(numberName, row) || row + 1}_${variable}`;
  const message = (text: string): string => `${text} (${about.file})`;
  for (const { row, code, variable, raw: rawColumn, value, hint } of found) {
    const name = nameIn(row, variable);
    const label = [issueRules[code].label.en, hint].filter(Boolean).join('; ');
    log.report({ row, code, variable: name, value, message: message(label) });
    log.change(row, code, name, rawColumn, value);
  }
  for (const [variable] of rawColumns) judgeCell(`member_1_${variable}`, cells.get(variable), log);
  applyRouting(raw.rows, cells, variables, rawColumns, log, { nameIn, message });
  const ids = textOf(about.units, key);
  const units = new Set(Array.from(ids.codes, (code) => ids.levels[code] ?? ''));
  for (let row = 0; row < raw.rows; row++) {
    const owner = textIn(key, row);
    if (units.has(owner)) continue;
    const code = about.known.has(owner) ? 'unit_not_kept' : 'unknown_unit';
    log.report({ row, code, variable: key, value: owner, message: message(issueRules[code].label.en) });
  }
  for (const code of ['unknown_unit', 'unit_not_kept']) log.judge(code, raw.rows);
  const kept = Array.from({ length: raw.rows }, (_, row) => row).filter((row) => !log.removed.has(row));
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  return {
    rowsIn: raw.rows,
    members: table(kept.length, columnsOf(variables, cells, kept), labels),
    log,
    forms,
  };
}
