import { type Codebook, isReadable, isUsableOnRealFile, type Mapping, type Variable } from '@wavebook/schema';
import { DataError, type Table } from '@wavebook/tables';
import { type Cells, reasonCode, setMissing } from './cells.ts';
import { rawColumn } from './raw-column.ts';
import { type CellIssue, readCells, readPrefectures } from './read-cells.ts';
import type { FormCount } from './read-forms.ts';
import { readParts } from './read-parts.ts';
import { recordsOf } from './records-of.ts';

/** An issue of a harmonised cell, with the variable and the raw column it stands in. */
export interface RecodeIssue extends CellIssue {
  readonly variable: string;
  readonly rawColumn: string;
}

/** How many cells of a variable hold a number that is not written plainly. */
export interface VariableForm extends FormCount {
  readonly variable: string;
  readonly rawColumn: string;
}

/** A roster in slots: `slots[k]` holds the cells of member k + 1 for every record; slot 1 is the respondent. */
export interface Roster {
  readonly slots: readonly ReadonlyMap<string, Cells>[];
  /** Raw column of each variable, slot by slot. */
  readonly columns: readonly ReadonlyMap<string, string>[];
  /** For each slot 1 in the rows in which it holds a member: any of its cells was filled, readable or not. */
  readonly filled: readonly Uint8Array[];
}

export interface HarmonisedWave {
  readonly rows: number;
  /** The variable that identifies a record, and the variables of the instrument's records. */
  readonly key: string;
  readonly unit: readonly Variable[];
  readonly members: readonly Variable[];
  readonly respondents: Map<string, Cells>;
  /** The raw column of each respondent variable that has one. */
  readonly rawColumns: ReadonlyMap<string, string>;
  readonly roster: Roster;
  readonly issues: RecodeIssue[];
  /** Numbers that are not written plainly, by variable. */
  readonly forms: readonly VariableForm[];
  /** Variables without a usable raw column: not known for this wave, absent from the file, or placeholders on a real file. */
  readonly unmapped: readonly string[];
  readonly notAsked: readonly string[];
  /** Wording or code list of a question where it differs from that of the latest waves, by variable. */
  readonly questions: Readonly<Record<string, string>>;
  /** Variables whose raw name or codes were never checked against a real file. */
  readonly recalled: readonly string[];
}

const variableOf = (list: readonly Variable[], name: string): Variable => {
  const variable = list.find((v) => v.name === name);
  if (!variable) throw new Error(`harmonise: codebook maps to "${name}", which is no variable`);
  return variable;
};

const isUnsure = (m: Mapping): boolean =>
  m.confidence !== 'verified' || (m.codes_confidence ?? 'verified') !== 'verified';

/** The range of a column that is read only as a part of another variable, such as days a week within hours a week. */
const partRange = (
  column: string,
  { parts = [] }: Codebook,
  unit: readonly Variable[],
): Variable['range'] => {
  const part = parts.find(({ raw }) => raw === column);
  return unit.find(({ name }) => name === part?.variable)?.range;
};

/** One raw cell can hold two variables (a date as YYYYMM): where one part is invalid, so is the other. */
const invalidateTogether = (
  read: readonly { raw: string; cells: Cells; issues: readonly CellIssue[] }[],
): void => {
  for (const one of read)
    for (const other of read)
      if (one !== other && one.raw === other.raw)
        for (const { row } of one.issues) setMissing(other.cells, row, 'invalid');
};

/** Rows whose cell was reported for an earlier variable that reads codes from the same column; one bad code is one issue. */
const toldBefore = (
  mapping: Mapping,
  mappings: readonly Mapping[],
  issues: readonly RecodeIssue[],
): Set<number> => {
  const earlier = mappings
    .slice(0, mappings.indexOf(mapping))
    .filter(({ raw, read }) => raw === mapping.raw && read === 'code')
    .map(({ variable }) => variable);
  return new Set(issues.filter(({ variable }) => earlier.includes(variable)).map(({ row }) => row));
};

const missing = reasonCode('missing');

/** 1 in the rows in which any cell of a slot was filled. */
function filledIn(slot: ReadonlyMap<string, Cells>, rows: number): Uint8Array {
  const filled = new Uint8Array(rows);
  for (const { reasons } of slot.values())
    for (let row = 0; row < rows; row++) if (reasons[row] !== missing) filled[row] = 1;
  return filled;
}

/** Cells of a question that the wave did not ask. */
const notAskedCells = (rows: number, variable: Variable): Cells => {
  const reasons = new Uint8Array(rows).fill(reasonCode('not_asked'));
  return variable.kind === 'number'
    ? { kind: 'number', values: new Float64Array(rows).fill(Number.NaN), reasons }
    : { kind: variable.kind, codes: new Int32Array(rows).fill(-1), levels: [], reasons };
};

/**
 * Recodes a raw table to canonical variables by its codebook. A variable that the wave did not ask becomes all `not_asked`; one that has no
 * known column is left out and listed as unmapped. Placeholder names and codes are used on synthetic files only.
 *
 * The respondent's own columns are those of roster slot 1 and are read once; their issues are reported for the respondent.
 */
export function harmonise(raw: Table, codebook: Codebook, options: { synthetic: boolean }): HarmonisedWave {
  const respondents = new Map<string, Cells>();
  const rawColumns = new Map<string, string>();
  const issues: RecodeIssue[] = [];
  const forms: VariableForm[] = [];
  const usable = (m: Mapping): boolean =>
    raw.columns.has(m.raw.replace('{n}', '1')) &&
    (m.times === undefined || raw.columns.has(m.times)) &&
    (m.plus === undefined || raw.columns.has(m.plus)) &&
    isReadable(m) &&
    (options.synthetic || isUsableOnRealFile(m));

  const { key, unit, members } = recordsOf(codebook.instrument);
  const room = new Int32Array(raw.rows);
  const mappings = codebook.respondent.filter(usable);
  const readColumns: { raw: string; cells: Cells; issues: readonly CellIssue[] }[] = [];
  for (const mapping of mappings) {
    const variable = variableOf(unit, mapping.variable);
    const part = mapping.times ?? mapping.plus;
    const read =
      part === undefined
        ? readCells(rawColumn(raw, mapping.raw, room), mapping, variable)
        : readParts(
            rawColumn(raw, mapping.raw),
            rawColumn(raw, part),
            mapping,
            variable,
            [mapping.raw, part].map((column) => partRange(column, codebook, unit)),
          );
    readColumns.push({ raw: mapping.raw, ...read });
    for (const form of read.forms) forms.push({ ...form, variable: variable.name, rawColumn: mapping.raw });
    respondents.set(variable.name, read.cells);
    rawColumns.set(variable.name, mapping.raw);
    const told = mapping.read === 'code' ? toldBefore(mapping, mappings, issues) : new Set<number>();
    for (const issue of read.issues)
      if (!told.has(issue.row)) issues.push({ ...issue, variable: variable.name, rawColumn: mapping.raw });
  }
  invalidateTogether(readColumns);
  const names = respondents.get('prefecture');
  const provinces = respondents.get('province');
  if (names && provinces) {
    const read = readPrefectures(names, provinces);
    respondents.set('prefecture', read.cells);
    const rawColumn = rawColumns.get('prefecture') ?? '';
    for (const issue of read.issues) issues.push({ ...issue, variable: 'prefecture', rawColumn });
  }

  const notAsked = codebook.not_asked
    .map((absence) => absence.variable)
    .filter((name) => !respondents.has(name));
  for (const name of notAsked) respondents.set(name, notAskedCells(raw.rows, variableOf(unit, name)));
  const unmapped = unit.filter((v) => !v.derived && !respondents.has(v.name)).map((v) => v.name);

  const memberMappings = codebook.member.filter((m) => m.raw.includes('{n}') && usable(m));
  const rosterColumns = Array.from({ length: codebook.roster_slots }, () => new Map<string, string>());
  const slots = Array.from({ length: codebook.roster_slots }, (_, k) => {
    const cells = new Map<string, Cells>();
    const readSlot: { raw: string; cells: Cells; issues: readonly CellIssue[] }[] = [];
    for (const mapping of memberMappings) {
      const column = mapping.raw.replace('{n}', String(k + 1));
      rosterColumns[k]?.set(mapping.variable, column);
      const own = k === 0 && rawColumns.get(mapping.variable) === column ? mapping.variable : undefined;
      const variable = variableOf(members, mapping.variable);
      if (own !== undefined) {
        cells.set(variable.name, respondents.get(own) as Cells);
        continue;
      }
      if (!raw.columns.has(column)) continue;
      const read = readCells(rawColumn(raw, column, room), mapping, variable);
      readSlot.push({ raw: column, ...read });
      cells.set(variable.name, read.cells);
      const label = k === 0 ? variable.name : `member_${k + 1}_${variable.name}`;
      for (const issue of read.issues) issues.push({ ...issue, variable: label, rawColumn: column });
      for (const form of read.forms) forms.push({ ...form, variable: label, rawColumn: column });
    }
    invalidateTogether(readSlot);
    return cells;
  });
  for (const [name, word] of [
    ['province', 'province'],
    ['survey_weight', 'weight'],
  ] as const)
    if (unit.some((v) => v.name === name) && !respondents.has(name))
      throw new DataError(
        `layout ${codebook.name}: the file has no ${word} column; no estimate can be made from it`,
      );
  return {
    rows: raw.rows,
    key,
    unit,
    members,
    respondents,
    rawColumns,
    roster: { slots, columns: rosterColumns, filled: slots.map((slot) => filledIn(slot, raw.rows)) },
    issues,
    forms,
    unmapped,
    notAsked,
    questions: Object.fromEntries(
      mappings.flatMap((m) => (m.question === undefined ? [] : [[m.variable, m.question]])),
    ),
    recalled: [...mappings, ...memberMappings].filter((m) => isUnsure(m)).map((m) => m.variable),
  };
}
