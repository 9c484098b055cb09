import type { EncodedIds } from './encode-ids.ts';
import { type SamplingStage, type StageUnits, stageUnits } from './sampling-stage.ts';

/** How strata with one PSU find a partner: by what was known when the sample was drawn, never by an answer. */
export interface CollapseOptions {
  /**
   * row → value of each design variable, the most important first, constant in every stratum. Strata stand in their order,
   * and one with a single PSU is merged with the neighbour that agrees on more of the leading variables; if both agree on
   * the same number, with the nearer one in the first variable that differs (numbers), else with the one before.
   */
  readonly order: readonly ArrayLike<number | string>[];
  /** strata are never merged across the first so many of `order`; default 0 */
  readonly within?: number | undefined;
}

/** Strata merged into one because some of them had a single PSU. */
export interface CollapsedStratum {
  /** id in the design: the ids joined by " + " */
  readonly label: string;
  /** ids as given */
  readonly strata: readonly (number | string)[];
  readonly psus: number;
}

interface Collapse {
  readonly strata: EncodedIds;
  /** the first stage's units in the new strata, and their stage without unequal probabilities */
  readonly units: StageUnits;
  readonly stage: SamplingStage;
  readonly collapsed: readonly CollapsedStratum[];
}

/**
 * Merges every stratum with one PSU with a similar one, until none is left. Strata taken whole (1 − n/N < 1e-7) are
 * neither merged nor partners.
 *
 * n and N of a merged stratum are the sums of its strata. The variance is then too large rather than too small, by the
 * difference of the strata's means. @throws if a variable is not constant in a stratum, or no partner is left.
 *
 * Source: Wolter, Introduction to Variance Estimation, 2.5.
 */
export function collapseStrata(
  strata: EncodedIds,
  units: StageUnits,
  stage: SamplingStage,
  options: CollapseOptions,
  certain: (h: number) => boolean,
): Collapse {
  const keys = stratumKeys(strata, options);
  const groups = mergedGroups(strata.labels, stage, keys, options.within ?? 0, certain);
  const groupOf = new Int32Array(strata.labels.length);
  groups.forEach((members, g) => {
    for (const h of members) groupOf[h] = g;
  });
  const labels = groups.map((members) =>
    members.length === 1 ? strata.labels[members[0]!]! : members.map((h) => strata.labels[h]).join(' + '),
  );
  const codes = strata.codes.map((h) => groupOf[h]!);
  const regrouped = stageUnits(codes, groups.length, units.unit, units.units);
  const sum = (members: readonly number[], value: (h: number) => number) =>
    members.reduce((total, h) => total + value(h), 0);
  const sampled = Int32Array.from(groups, (members) => sum(members, (h) => stage.sampled[h]!));
  const fraction = Float64Array.from(groups, (members, g) =>
    members.length === 1
      ? stage.fraction[members[0]!]!
      : sampled[g]! / sum(members, (h) => stage.sampled[h]! / stage.fraction[h]!),
  );
  return {
    strata: { codes, labels },
    units: regrouped,
    stage: {
      units: regrouped.units,
      groups: groups.length,
      group: regrouped.group,
      sampled,
      fraction,
      correction: Float64Array.from(groups, (members, g) =>
        members.length === 1 ? stage.correction[members[0]!]! : 1 - fraction[g]!,
      ),
      above: stage.above,
    },
    collapsed: groups.flatMap((members, g) =>
      members.length === 1
        ? []
        : [{ label: String(labels[g]), strata: members.map((h) => strata.labels[h]!), psus: sampled[g]! }],
    ),
  };
}

/** stratum → its values of the design variables */
function stratumKeys({ codes, labels }: EncodedIds, { order, within = 0 }: CollapseOptions) {
  if (order.length === 0) {
    throw new RangeError(
      'surveyDesign: collapse.order must have at least one design variable, for example the region of each row; got none',
    );
  }
  if (!(Number.isInteger(within) && within >= 0 && within <= order.length)) {
    throw new RangeError(`surveyDesign: collapse.within must be 0 to ${order.length}; got ${within}`);
  }
  const keys: (number | string)[][] = labels.map(() => []);
  order.forEach((column, index) => {
    if (column.length !== codes.length) {
      throw new RangeError(
        `surveyDesign: collapse.order must have one value a row; variable ${index}: expected ${codes.length}, got ${column.length}`,
      );
    }
    for (let row = 0; row < codes.length; row++) {
      const key = keys[codes[row]!]!;
      const value = column[row]!;
      if (key.length === index) key.push(value);
      else if (key[index] !== value) {
        throw new RangeError(
          `surveyDesign: variables of collapse.order must be constant in a stratum; variable ${index} in stratum "${labels[codes[row]!]}" is ${key[index]} and ${value} (row index ${row})`,
        );
      }
    }
  });
  return keys;
}

/** Strata in groups, by the lowest number in each. */
function mergedGroups(
  labels: readonly (number | string)[],
  { sampled }: SamplingStage,
  keys: readonly (readonly (number | string)[])[],
  within: number,
  certain: (h: number) => boolean,
): number[][] {
  const every = labels.map((_, h) => h);
  const groups = every
    .filter((h) => !certain(h))
    .sort((a, b) => compareKeys(keys[a]!, keys[b]!) || a - b)
    .map((h) => [h]);
  for (;;) {
    const at = groups.findIndex((members) => members.length === 1 && sampled[members[0]!] === 1);
    if (at < 0) break;
    const own = groups[at]![0]!;
    const neighbours = [
      { place: at - 1, h: groups[at - 1]?.at(-1) },
      { place: at + 1, h: groups[at + 1]?.[0] },
    ].flatMap(({ place, h }) => (h === undefined ? [] : [{ place, ...likeness(keys[own]!, keys[h]!) }]));
    const [best] = neighbours
      .filter(({ agree }) => agree >= within)
      .sort((a, b) => b.agree - a.agree || a.distance - b.distance);
    if (!best) {
      throw new RangeError(
        `surveyDesign: stratum "${labels[own]}" has only one PSU and no stratum to be merged with${within > 0 ? ` that agrees on the first ${within} variables of collapse.order; lower collapse.within` : '; choose another lonelyPsu'}`,
      );
    }
    const from = Math.min(at, best.place);
    groups.splice(from, 2, [...groups[from]!, ...groups[from + 1]!]);
  }
  return [...groups, ...every.filter(certain).map((h) => [h])]
    .map((members) => members.sort((a, b) => a - b))
    .sort((a, b) => a[0]! - b[0]!);
}

function likeness(a: readonly (number | string)[], b: readonly (number | string)[]) {
  let agree = 0;
  while (agree < a.length && a[agree] === b[agree]) agree++;
  const [x, y] = [a[agree], b[agree]];
  const distance = typeof x === 'number' && typeof y === 'number' ? Math.abs(x - y) : 0;
  return { agree, distance };
}

function compareKeys(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i]!, b[i]!];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return String(x) < String(y) ? -1 : 1;
  }
  return 0;
}
