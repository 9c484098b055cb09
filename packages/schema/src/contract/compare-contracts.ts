import { canonical } from './canonical.ts';
import { compareCodeLists } from './compare-code-lists.ts';
import { compareVariables } from './compare-variables.ts';
import type { Contract } from './contract.ts';
import { type ContractChange, entriesOf, type Found } from './contract-change.ts';
import type { Rename } from './rename.ts';

export interface CompareOptions {
  /** Renames that the package honours: one change “renamed”, in place of a removal and an addition. */
  readonly renames?: readonly Rename[];
  /** Paths of labels whose new text says the same in other words, though it changed in both languages. */
  readonly rewordings?: readonly string[];
}

/**
 * What changed between two versions of the contract, and what each change asks of the version number.
 *
 * - **major**: something is removed or renamed (instrument, record, variable, code, indicator, column, codebook), a code or indicator means
 *   something else, a type, unit, universe or key changed, or a range became narrower.
 * - **minor**: something was added (an answer to an enumerated column too), or a range became wider.
 * - **patch**: wording. A label of a code that changed in one language is wording; one that changed in both, or that moved to another code,
 *   is taken for a change of meaning, unless `rewordings` names its path.
 *
 * @returns one entry a change, in the order of their paths; empty if nothing that others rely on changed.
 * @example compareContracts(old, next).map(({ bump, path }) => `${bump} ${path}`) // ['minor code_lists.sex.other']
 */
export function compareContracts(
  old: Contract,
  next: Contract,
  { renames = [], rewordings = [] }: CompareOptions = {},
): ContractChange[] {
  const found: ContractChange[] = [];
  const add: Found = (bump, path, what) => found.push({ bump, path, what });
  compareInstruments(old, next, { renames, add });
  for (const [id, before, after] of entriesOf(old.code_lists, next.code_lists, 'code_lists', add))
    compareCodeLists(`code_lists.${id}`, [before, after], { rewordings, add });
  for (const [id, before, after] of entriesOf(old.indicators, next.indicators, 'indicators', add)) {
    if (before.meaning !== after.meaning) add('major', `indicators.${id}`, 'is computed in another way');
    if (before.topic !== after.topic)
      add('major', `indicators.${id}`, `moved from ${before.topic} to ${after.topic}`);
    if (differ([before.label, before.definition], [after.label, after.definition]))
      add('patch', `indicators.${id}`, 'is worded differently');
  }
  for (const [name, before, after] of entriesOf(old.rows, next.rows, 'rows', add))
    compareRows(name, [before, after], add);
  for (const [name, before, after] of entriesOf(old.codebooks, next.codebooks, 'codebooks', add))
    if (differ(before, after)) add('major', `codebooks.${name}`, 'is of another instrument or wave');
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function compareInstruments(
  old: Contract,
  next: Contract,
  { renames, add }: { renames: readonly Rename[]; add: Found },
): void {
  for (const [id, before, after] of entriesOf(old.instruments, next.instruments, 'instruments', add)) {
    const path = `instruments.${id}`;
    for (const [name, record, newRecord] of entriesOf(before, after, path, add)) {
      if (differ(record.key, newRecord.key)) add('major', `${path}.${name}`, 'has another key');
      const here = renames.filter((r) => r.instrument === id && r.record === name);
      compareVariables(`${path}.${name}`, [record.variables, newRecord.variables], { renames: here, add });
    }
  }
}

type Row = Contract['rows'][string];

function compareRows(name: string, [before, after]: readonly [Row, Row], add: Found): void {
  const path = `rows.${name}`;
  const [columns, newColumns] = [Object.fromEntries(before.columns), Object.fromEntries(after.columns)];
  let broken = false;
  const watched: Found = (bump, where, what) => {
    broken ||= bump === 'major';
    add(bump, where, what);
  };
  for (const [column, type, newType] of entriesOf(columns, newColumns, path, watched))
    if (type !== newType) {
      if (isWidened(JSON.parse(type), JSON.parse(newType)))
        add('minor', `${path}.${column}`, 'has more values');
      else watched('major', `${path}.${column}`, 'has another type');
    }
  if (broken && after.version <= before.version)
    add('major', path, `changed without a new format version (still ${before.version}): raise it`);
  if (after.version < before.version) add('major', path, 'has an earlier format version than before');
}

/** Whether the second type is the first with more values in its enumerations, or with more properties that need not be there. */
function isWidened(old: unknown, next: unknown): boolean {
  if (Array.isArray(old) && Array.isArray(next)) {
    const texts = next.map(canonical);
    return old.every((value) => texts.includes(canonical(value)));
  }
  if (typeof old !== 'object' || typeof next !== 'object' || !old || !next) return Object.is(old, next);
  const [before, after] = [old as Record<string, unknown>, next as Record<string, unknown>];
  const keys = Object.keys(before);
  return (
    keys.length === Object.keys(after).length &&
    keys.every((key) => {
      if (key === 'properties') return hasAll(before[key], after[key]);
      if (key === 'required') return !differ(before[key], after[key]);
      return key === 'enum' || typeof before[key] === 'object'
        ? isWidened(before[key], after[key])
        : before[key] === after[key];
    })
  );
}

/** Whether the properties of an object are all there, each as it was or widened; others may have come. */
function hasAll(old: unknown, next: unknown): boolean {
  const [before, after] = [old as Record<string, unknown>, next as Record<string, unknown>];
  return Object.keys(before).every((name) => name in after && isWidened(before[name], after[name]));
}

const differ = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b);
