/** What a change asks of the version number. */
export type Bump = 'patch' | 'minor' | 'major';

/** One difference between two contracts: where (dotted path), what, and the least bump of the version that announces it. */
export interface ContractChange {
  readonly bump: Bump;
  readonly path: string;
  readonly what: string;
}

export type Found = (bump: Bump, path: string, what: string) => void;

const order: readonly Bump[] = ['patch', 'minor', 'major'];

/** The least bump that announces all changes; undefined if there are none. */
export function requiredBump(changes: readonly { readonly bump: Bump }[]): Bump | undefined {
  return order.findLast((bump) => changes.some((change) => change.bump === bump));
}

/** Whether the announced bump is at least the required one. */
export function isEnough(announced: Bump | undefined, required: Bump | undefined): boolean {
  const rank = (bump: Bump | undefined) => (bump === undefined ? -1 : order.indexOf(bump));
  return rank(announced) >= rank(required);
}

/** The entries that both have; what only one has is reported as removed (major) or added (minor). */
export function entriesOf<T>(
  old: Readonly<Record<string, T>>,
  next: Readonly<Record<string, T>>,
  path: string,
  add: Found,
): [string, T, T][] {
  for (const name of Object.keys(next))
    if (!Object.hasOwn(old, name)) add('minor', `${path}.${name}`, 'is new');
  return Object.entries(old).flatMap(([name, before]): [string, T, T][] => {
    if (Object.hasOwn(next, name)) return [[name, before, next[name] as T]];
    add('major', `${path}.${name}`, 'is removed');
    return [];
  });
}
