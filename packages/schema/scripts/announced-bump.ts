import type { Bump } from '../src/contract/index.ts';

const order: readonly Bump[] = ['patch', 'minor', 'major'];

/**
 * The largest bump that changesets announce for a package; undefined if none names it.
 *
 * @param changesets the texts of `.changeset/*.md`
 */
export function announcedBump(changesets: readonly string[], packageName: string): Bump | undefined {
  const bumps = changesets.flatMap((text) => {
    const [, head = ''] = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text) ?? [];
    return head.split(/\r?\n/).flatMap((line) => {
      const [, name, bump] = /^\s*['"]?([^'":]+)['"]?\s*:\s*(patch|minor|major)\s*$/.exec(line) ?? [];
      return name === packageName ? [bump as Bump] : [];
    });
  });
  return order.findLast((bump) => bumps.includes(bump));
}

/** The bump between two version numbers; undefined if the second is not later. */
export function bumpBetween(from: string, to: string): Bump | undefined {
  const [a, b] = [from, to].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const part = a.findIndex((value, i) => value !== b[i]);
  if (part === -1 || (b[part] ?? 0) < (a[part] ?? 0)) return undefined;
  return (['major', 'minor', 'patch'] as const)[part];
}
