import type { ResponseClasses } from './nonresponse-classes.ts';

/** A class that was too small, and the one it went into. */
export interface MergedClass {
  readonly level: string;
  readonly into: string;
}

interface MergeRule {
  readonly minimum: number;
  readonly smallClass: 'throw' | 'merge';
}

/**
 * Classes of which each has enough respondents: a class with fewer goes into the one before it, the first into the next.
 * The order of the levels and the counts of respondents decide, never an outcome.
 *
 * @param respondents,eligible counts by class. Classes without eligible units stay as they are.
 * @throws naming the class, if `smallClass` is 'throw' or all classes together are too small.
 */
export function mergedClasses(
  { codes, levels }: ResponseClasses,
  respondents: Int32Array,
  eligible: Int32Array,
  { minimum, smallClass }: MergeRule,
): ResponseClasses & { merged: MergedClass[] } {
  const groups = levels.map((level, c) => ({
    members: [c],
    level,
    respondents: respondents[c]!,
    eligible: eligible[c]!,
  }));
  const merged: MergedClass[] = [];
  const isSmall = (g: (typeof groups)[number]) => g.eligible > 0 && g.respondents < minimum;
  for (let at = groups.findIndex(isSmall); at >= 0; at = groups.findIndex(isSmall)) {
    const small = groups[at]!;
    const into = groups[at === 0 ? 1 : at - 1];
    if (smallClass === 'throw' || !into) {
      throw new RangeError(
        `nonresponseClasses: every class with eligible units must have at least ${minimum} respondents; class "${small.level}" has ${small.respondents} of ${small.eligible}. Merge it with a similar class, or use smallClass: 'merge'`,
      );
    }
    merged.push({ level: small.level, into: into.level });
    const [first, second] = at === 0 ? [small, into] : [into, small];
    const joined = {
      members: [...first.members, ...second.members],
      level: `${first.level} + ${second.level}`,
      respondents: first.respondents + second.respondents,
      eligible: first.eligible + second.eligible,
    };
    groups.splice(Math.max(0, at - 1), 2, joined);
  }
  const place = new Int32Array(levels.length);
  groups.forEach(({ members }, g) => {
    for (const member of members) place[member] = g;
  });
  return { codes: codes.map((code) => place[code]!), levels: groups.map(({ level }) => level), merged };
}
