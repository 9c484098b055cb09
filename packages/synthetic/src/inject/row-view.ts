import {
  type Codebook,
  codeLists,
  type Mapping,
  memberVariables,
  respondentVariables,
} from '@wavebook/schema';
import type { RawTable } from '../raw/csv.ts';

/** New cells by raw column. */
export type Cells = Readonly<Record<string, string>>;

/** A raw row read by canonical variable or by column; the injector knows layouts, not rules. */
export interface RowView {
  readonly codebook: Codebook;
  /** Whether the layout has a column for a respondent's variable. */
  has(variable: string): boolean;
  /** The raw column of a respondent's variable. */
  column(variable: string): string;
  /** The second column of a number asked in two parts; undefined if it is asked in one. */
  times(variable: string): string | undefined;
  /** Raw columns of a member slot. */
  slotColumns(slot: number): string[];
  /** The raw column of a member's variable; undefined if the layout has none. */
  memberColumn(slot: number, variable: string): string | undefined;
  /** The cell of a raw column. */
  cell(column: string): string;
  /** The cell of a respondent's variable. */
  value(variable: string): string;
  /** The canonical code in the cell of a respondent's variable; undefined if blank or not a code. */
  code(variable: string): string | undefined;
  /** The canonical code in the cell of a member's variable. */
  memberCode(slot: number, variable: string): string | undefined;
  /** Whether a question is answered to which an answer to this variable (or the age) leads. */
  leadsToAnswers(variable: string): boolean;
  /** The Chinese label of the code in a respondent's cell; undefined if there is none. */
  label(variable: string): string | undefined;
  /** Year and month of `birth` or `arrival`; NaN where blank. */
  date(event: string, slot?: number): { readonly year: number; readonly month: number };
  /** The cells that hold the year (and the month, if given) of an event, written in the layout's way. */
  writeDate(event: string, date: { readonly year: number; readonly month?: number }, slot?: number): Cells;
  /** Slots, from 2, in which a member is. */
  readonly filledSlots: readonly number[];
}

const listOf = new Map([...memberVariables, ...respondentVariables].map(({ name, codes }) => [name, codes]));
/** The variables whose universe names a variable. */
const ledToBy = new Map<string, string[]>();
for (const { name, universe = [] } of respondentVariables)
  for (const condition of universe)
    ledToBy.set(condition.variable, [...(ledToBy.get(condition.variable) ?? []), name]);

const mappingsOf = new WeakMap<
  Codebook,
  { respondent: Map<string, Mapping>; member: Map<string, Mapping> }
>();

function mappings(codebook: Codebook) {
  let known = mappingsOf.get(codebook);
  if (!known) {
    const byVariable = (list: readonly Mapping[]) => new Map(list.map((m) => [m.variable, m]));
    known = { respondent: byVariable(codebook.respondent), member: byVariable(codebook.member) };
    mappingsOf.set(codebook, known);
  }
  return known;
}

const numberIn = (cell: string): number => (cell === '' ? Number.NaN : Number(cell));
const inSlot = (raw: string, slot: number): string => raw.replace('{n}', String(slot));

/** The canonical code whose Chinese label stands in a cell; a layout can hold labels instead of codes. */
function codeOfLabel(found: Mapping | undefined, text: string): string | undefined {
  const list = codeLists[listOf.get(found?.variable ?? '') ?? ''];
  const code = list?.codes.find(({ label }) => label.zh === text)?.code;
  return code !== undefined && Object.values(found?.codes ?? {}).includes(code) ? code : undefined;
}

/** Reads a row of a table by the layout of its wave. */
export function rowView(table: RawTable, codebook: Codebook, cells: readonly string[]): RowView {
  const { respondent, member } = mappings(codebook);
  const mapping = (variable: string, slot = 1): Mapping => {
    const found = slot === 1 ? respondent.get(variable) : member.get(variable);
    if (!found) throw new Error(`rowView: codebook ${codebook.name} has no column for "${variable}"`);
    return found;
  };
  const column = (variable: string, slot = 1): string => inSlot(mapping(variable, slot).raw, slot);
  const cell = (name: string): string => cells[placeOf(table, name)] ?? '';
  const slotColumns = (slot: number): string[] => codebook.member.map(({ raw }) => inSlot(raw, slot));
  const codeIn = (found: Mapping | undefined, text: string): string | undefined =>
    found?.codes?.[text] ?? codeOfLabel(found, text.trim());
  const code = (variable: string): string | undefined => codeIn(mapping(variable), cell(column(variable)));
  return {
    codebook,
    has: (variable) => respondent.has(variable),
    column,
    times: (variable) => mapping(variable).times,
    slotColumns,
    memberColumn: (slot, variable) => {
      const found = member.get(variable);
      return found && inSlot(found.raw, slot);
    },
    cell,
    value: (variable) => cell(column(variable)),
    code,
    memberCode: (slot, variable) => codeIn(member.get(variable), cell(column(variable, slot))),
    leadsToAnswers: (variable) =>
      (ledToBy.get(variable) ?? []).some((name) => respondent.has(name) && cell(column(name)) !== ''),
    label: (variable) => {
      const list = codeLists[listOf.get(variable) ?? ''];
      return list?.codes.find((entry) => entry.code === code(variable))?.label.zh;
    },
    date: (event, slot = 1) => {
      const year = numberIn(cell(column(`${event}_year`, slot)));
      if (mapping(`${event}_year`, slot).read === 'year_of_yyyymm')
        return { year: Math.floor(year / 100), month: year % 100 };
      const month = (slot === 1 ? respondent : member).get(`${event}_month`);
      return { year, month: month ? numberIn(cell(inSlot(month.raw, slot))) : Number.NaN };
    },
    writeDate: (event, { year, month }, slot = 1) => {
      const name = column(`${event}_year`, slot);
      if (mapping(`${event}_year`, slot).read === 'year_of_yyyymm')
        return { [name]: String(year * 100 + (month ?? numberIn(cell(name)) % 100)) };
      const months = month === undefined ? {} : { [column(`${event}_month`, slot)]: String(month) };
      return { [name]: String(year), ...months };
    },
    get filledSlots() {
      const slots = Array.from({ length: codebook.roster_slots - 1 }, (_, i) => i + 2);
      return slots.filter((slot) => slotColumns(slot).some((name) => cell(name) !== ''));
    },
  };
}

const places = new WeakMap<readonly string[], Map<string, number>>();

/** Where a column stands in a table. */
export function placeOf(table: RawTable, name: string): number {
  let known = places.get(table.columns);
  if (!known) {
    known = new Map(table.columns.map((column, i) => [column, i]));
    places.set(table.columns, known);
  }
  const place = known.get(name);
  if (place === undefined) throw new Error(`placeOf: the table has no column "${name}"`);
  return place;
}
