import { codeLists, type Mapping, memberVariables, respondentVariables } from '@wavebook/schema';
import { monitoring2017 } from '@wavebook/schema/codebooks/monitoring-2017';
import { type Column, type Table, textOf, type VariableInfo } from '@wavebook/tables';
import { isMap, isSeq, parseDocument, YAMLMap, type YAMLSeq } from 'yaml';

/** A layout that no codebook has: new names, new codes, columns and rows in another order; with the labels that a Stata file has. */
export interface UnknownLayout {
  readonly table: Table;
  /** The new name of each column. */
  readonly names: ReadonlyMap<string, string>;
  /** The new code of each raw code of a column that has codes. */
  readonly recoded: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const variables = new Map([...memberVariables, ...respondentVariables].map((v) => [v.name, v]));
const statuses: Readonly<Record<string, string>> = {
  '1': '有固定雇主的雇员',
  '2': '无固定雇主的雇员（零工、散工）',
};

interface Known {
  readonly mapping: Mapping;
  readonly person: number | undefined;
}

const knownColumns = new Map<string, Known>(
  [
    ...monitoring2017.member.flatMap((mapping) =>
      Array.from({ length: monitoring2017.roster_slots }, (_, k): [string, Known] => [
        mapping.raw.replace('{n}', String(k + 1)),
        { mapping, person: k + 1 },
      ]),
    ),
    ...monitoring2017.respondent
      .filter(({ variable }) => variable !== 'fixed_employer')
      .map((mapping): [string, Known] => [mapping.raw, { mapping, person: undefined }]),
  ].reverse(),
);
for (const { raw } of monitoring2017.member) {
  const name = raw.replace('{n}', '1');
  const known = knownColumns.get(name) as Known;
  knownColumns.set(name, { ...known, person: 1 });
}

const newNameOf = (name: string, position: number): string => {
  const known = knownColumns.get(name);
  if (known?.person === undefined) return `b${position}${'xyz'[position % 3]}`;
  const item = monitoring2017.member.findIndex(
    ({ raw }) => raw.replace('{n}', String(known.person)) === name,
  );
  return `h${'JKLMNPQRSTUVW'[item]}_${known.person}`;
};

/** The column that all persons of a roster share the codes of, or the column itself. */
const itemOf = (name: string): string => {
  const known = knownColumns.get(name);
  return known?.person === undefined ? name : known.mapping.raw;
};

/** Codes in turned order: every second question keeps the numbers and turns their meaning, the others begin with 11. */
const turned = (codes: readonly string[], item: string): Map<string, string> => {
  const from = [...item].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 2 === 0 ? 0 : 10;
  return new Map(codes.map((code, i) => [code, String(from + codes.length - i)]));
};

const labelOf = ({ mapping, person }: Known): string => {
  const label = variables.get(mapping.variable)?.label.zh ?? '';
  return person === undefined ? label : `成员${person}：${label}`;
};

const answerLabel = ({ mapping }: Known, raw: string): string => {
  if (mapping.variable === 'employment_status' && statuses[raw]) return statuses[raw];
  const list = codeLists[variables.get(mapping.variable)?.codes ?? '']?.codes ?? [];
  return list.find(({ code }) => code === mapping.codes?.[raw])?.label.zh ?? raw;
};

const shuffled = (rows: number): number[] =>
  Array.from({ length: rows }, (_, row) => ({ row, key: (row * 7919) % 10_007 }))
    .sort((a, b) => a.key - b.key || a.row - b.row)
    .map(({ row }) => row);

/** Rewrites a clean raw table of 2017 in a layout of its own. */
export function unknownLayout(raw: Table): UnknownLayout {
  const order = shuffled(raw.rows);
  const names = new Map([...raw.columns.keys()].map((name, i) => [name, newNameOf(name, i)]));
  const recoded = new Map<string, Map<string, string>>();
  const columns: [string, Column][] = [];
  const infos: [string, VariableInfo][] = [];
  for (const name of [...raw.columns.keys()].reverse()) {
    const known = knownColumns.get(name);
    const text = textOf(raw, name);
    const codes =
      known?.mapping.read === 'code'
        ? turned(Object.keys(known.mapping.codes ?? {}), itemOf(name))
        : undefined;
    if (codes) recoded.set(name, codes);
    const cells = order.map((row) => text.levels[text.codes[row] as number] ?? null);
    const coded = cells.map((cell) => (cell === null ? null : (codes?.get(cell) ?? cell)));
    const isNumber = coded.every((cell) => cell === null || /^-?\d+(\.\d+)?$/.test(cell));
    const levels = [...new Set(coded.filter((cell) => cell !== null))];
    const place = new Map(levels.map((level, i) => [level, i]));
    const seen = names.get(name) as string;
    columns.push([
      seen,
      isNumber
        ? {
            kind: 'number',
            values: Float64Array.from(coded, (cell) => (cell === null ? Number.NaN : Number(cell))),
          }
        : {
            kind: 'text',
            codes: Int32Array.from(coded, (cell) => (cell === null ? -1 : (place.get(cell) as number))),
            levels,
          },
    ]);
    infos.push([
      seen,
      {
        name: seen,
        label: known ? labelOf(known) : '',
        type: isNumber ? 'number' : 'text',
        storage: '',
        format: '',
        measure: 'unknown',
        valueLabels: new Map(
          [...(codes ?? [])].map(([before, code]) => [code, answerLabel(known as Known, before)]),
        ),
        userMissing: { values: [] },
      },
    ]);
  }
  return { table: { rows: raw.rows, columns: new Map(columns), variables: new Map(infos) }, names, recoded };
}

/** How many entries of a draft a person took over, put right, and added. */
export interface Edits {
  taken: number;
  decided: number;
  corrected: number;
  added: number;
}

/** Edits a draft as a person does who has the questionnaire: takes over what is right, decides, corrects, and adds what was not found. */
export function editDraft(text: string, { names, recoded }: UnknownLayout): { text: string; edits: Edits } {
  const document = parseDocument(text, { schema: 'failsafe' });
  const edits: Edits = { taken: 0, decided: 0, corrected: 0, added: 0 };
  for (const fact of ['interview', 'age_window']) document.deleteIn([fact, 'decide']);
  const leftOut = document.get('left_out') as YAMLSeq;
  for (const section of ['respondent', 'member'] as const) {
    const entries = document.get(section) as YAMLSeq;
    const truth = monitoring2017[section].flatMap((mapping) => {
      const first = mapping.raw.replace('{n}', '1');
      const seen = names.get(first);
      if (seen === undefined) return [];
      const raw = section === 'member' ? seen.replace(/1$/, '{n}') : seen;
      const turn = recoded.get(first);
      const codes =
        turn &&
        Object.entries(mapping.codes ?? {}).map(([before, code]) => [turn.get(before), code] as const);
      const missing =
        turn &&
        Object.entries(mapping.missing ?? {}).map(([before, reason]) => [turn.get(before), reason] as const);
      return [{ variable: mapping.variable, raw, read: mapping.read, codes, missing }];
    });
    const right = new Set<string>();
    entries.items = entries.items.filter((item) => {
      if (!isMap(item)) return false;
      const [variable, raw] = [String(item.get('variable')), String(item.get('raw'))];
      const mapping = truth.find((m) => m.variable === variable && m.raw === raw);
      const codes = item.get('codes');
      const isRight =
        mapping?.read === String(item.get('read')) &&
        (mapping.codes ?? []).every(
          ([code, meaning]) => !isMap(codes) || !codes.has(code) || String(codes.get(code)) === meaning,
        );
      if (!isRight) {
        edits.corrected += 1;
        return false;
      }
      right.add(variable);
      if (item.delete('decide')) edits.decided += 1;
      else edits.taken += 1;
      return true;
    });
    for (const { variable, raw, read, codes, missing } of truth) {
      if (right.has(variable) || read === 'not_known' || (read === 'code' && !codes)) continue;
      edits.added += 1;
      const entry = new YAMLMap();
      for (const [key, value] of Object.entries({ raw, variable, read })) entry.set(key, value);
      if (codes) entry.set('codes', document.createNode(Object.fromEntries(codes)));
      if (missing && missing.length > 0)
        entry.set('missing', document.createNode(Object.fromEntries(missing)));
      entries.add(entry);
    }
    const mapped = new Set(entries.items.map((item) => (isMap(item) ? String(item.get('raw')) : '')));
    leftOut.items = leftOut.items.filter((item) => !mapped.has(String(item)));
  }
  const covered = new Set(
    ['respondent', 'member'].flatMap((section) => {
      const entries = document.get(section);
      return isSeq(entries) ? entries.items.map((item) => (isMap(item) ? String(item.get('raw')) : '')) : [];
    }),
  );
  const listed = new Set(leftOut.items.map(String));
  for (const seen of names.values())
    if (
      !covered.has(seen) &&
      !covered.has(seen.replace(/\d+$/, '{n}')) &&
      !listed.has(seen) &&
      !listed.has(seen.replace(/\d+$/, '{n}'))
    )
      leftOut.add(seen);
  return { text: document.toString({ lineWidth: 0 }), edits };
}
