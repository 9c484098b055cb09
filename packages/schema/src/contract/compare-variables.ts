import { canonical } from './canonical.ts';
import type { ContractVariable } from './contract.ts';
import { entriesOf, type Found } from './contract-change.ts';
import type { Rename } from './rename.ts';

type Variables = Readonly<Record<string, ContractVariable>>;

/** Reports what changed among the variables of one record. */
export function compareVariables(
  path: string,
  [old, next]: readonly [Variables, Variables],
  { renames, add }: { renames: readonly Rename[]; add: Found },
): void {
  const renamed = renames.filter(
    ({ from, to }) => from in old && !(from in next) && to in next && !(to in old),
  );
  const newName = new Map(renamed.map(({ from, to }) => [from, to]));
  for (const { from, to } of renamed) add('major', `${path}.${from}`, `is renamed to ${to}`);
  const underNewNames = Object.fromEntries(
    Object.entries(old).map(([name, variable]) => [newName.get(name) ?? name, variable]),
  );
  for (const [name, before, after] of entriesOf(underNewNames, next, path, add))
    compareVariable(`${path}.${name}`, [before, after], add);
}

function compareVariable(
  path: string,
  [old, next]: readonly [ContractVariable, ContractVariable],
  add: Found,
): void {
  const meaning = ['kind', 'codes', 'unit', 'universe'] as const;
  for (const key of meaning)
    if (canonical(old[key]) !== canonical(next[key])) add('major', path, `has another ${key}`);
  const [low, high] = old.range ?? [-Infinity, Infinity];
  const [newLow, newHigh] = next.range ?? [-Infinity, Infinity];
  if (newLow > low || newHigh < high) add('major', path, `has a narrower range, [${newLow}, ${newHigh}]`);
  else if (newLow < low || newHigh > high) add('minor', path, `has a wider range, [${newLow}, ${newHigh}]`);
  if (old.missing !== undefined || next.missing !== undefined) {
    const [reasons, newReasons] = [new Set(old.missing), new Set(next.missing)];
    const dropped = [...reasons].filter((r) => !newReasons.has(r));
    const added = [...newReasons].filter((r) => !reasons.has(r));
    if (dropped.length > 0) add('major', path, `cannot be ${dropped.join(', ')} any more`);
    if (added.length > 0) add('minor', path, `can be ${added.join(', ')}`);
  }
  if (canonical(old.label) !== canonical(next.label)) add('patch', path, 'has another label');
}
