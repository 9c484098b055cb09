import { type Cells, readColumn, reasonCodes, recordsOf, textAt } from '@wavebook/harmonise';
import { type Codebook, issueRules, type Variable } from '@wavebook/schema';
import { type Column, DataError, type Table, table, textOf } from '@wavebook/tables';
import { applyRouting } from './apply-routing.ts';
import { EditLog } from './log.ts';

/** What belongs to the units of a survey in a file of its own (children of workers, vacancies of enterprises), cleaned. */
export interface SideRecords {
  readonly members: Table;
  readonly log: EditLog;
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

/**
 * Cleans the second file of a survey: recodes it by the codebook's member columns and applies routing. A row whose unit has no record left
 * goes with it, counted as an issue.
 */
export function cleanSideRecords(
  raw: Table,
  codebook: Codebook,
  told: { readonly file: string; readonly instrument: string; readonly wave: string; readonly units: Table },
): SideRecords {
  const { key, members: variables } = recordsOf(told.instrument);
  const keyColumn = textOf(raw, key);
  const idOf = (row: number): string => keyColumn.levels[keyColumn.codes[row] as number] ?? '';
  const log = new EditLog({ instrument: told.instrument, wave: told.wave, idOf });
  const cells = new Map<string, Cells>();
  const rawColumns = new Map<string, string>();
  for (const mapping of codebook.member) {
    const variable = variables.find(({ name }) => name === mapping.variable);
    if (!variable || !raw.columns.has(mapping.raw)) continue;
    const read = readColumn(textOf(raw, mapping.raw), mapping, variable);
    cells.set(variable.name, read.cells);
    rawColumns.set(variable.name, mapping.raw);
    for (const issue of read.issues) {
      log.report({ ...issue, variable: variable.name, message: issueRules[issue.code].label.en });
      log.change(issue.row, issue.code, variable.name, mapping.raw, issue.value);
    }
  }
  const unknown = [...raw.columns.keys()].filter((name) => ![...rawColumns.values()].includes(name));
  if (unknown.length > 0)
    throw new DataError(
      `${told.file}: the questionnaire has no column ${unknown.map((name) => `"${name}"`).join(', ')}`,
    );
  applyRouting(raw.rows, cells, variables, rawColumns, log);
  const ids = textOf(told.units, key);
  const units = new Set(Array.from(ids.codes, (code) => ids.levels[code]));
  const owner = cells.get(key);
  const kept = Array.from({ length: raw.rows }, (_, row) => row).filter(
    (row) => owner !== undefined && units.has(textAt(owner, row) ?? ''),
  );
  const labels = new Map(variables.map(({ name, label }) => [name, label]));
  return { members: table(kept.length, columnsOf(variables, cells, kept), labels), log };
}
