/** A variable that has a new name: data written under the old one stay readable until the major version after `since`. */
export interface Rename {
  readonly instrument: string;
  readonly record: string;
  readonly from: string;
  readonly to: string;
  /** The version in which the new name came. */
  readonly since: string;
}

/** Every rename that is still honoured. An entry goes when the next major version after `since` is released. */
export const renames: readonly Rename[] = [];

/**
 * A record read from an older file with its variables under their present names; names that were never changed stay. Where both names stand
 * in the record, the present one wins.
 *
 * @example
 * withCurrentNames({ wage: 3000 }, [{ instrument: 'monitoring', record: 'respondent', from: 'wage', to: 'monthly_income', since: '2.0.0' }]);
 * // { monthly_income: 3000 }
 */
export function withCurrentNames<Value>(
  record: Readonly<Record<string, Value>>,
  honoured: readonly Rename[],
): Record<string, Value> {
  const present = new Map(honoured.map(({ from, to }) => [from, to]));
  const renamed = Object.entries(record).map(([name, value]) => [present.get(name) ?? name, value] as const);
  const kept = Object.entries(record).filter(([name]) => !present.has(name));
  return Object.fromEntries([...renamed, ...kept]);
}
