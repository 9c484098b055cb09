import type { DomainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';
import { stageVariance } from '../estimation/stage-variance.ts';

type Ids = readonly (number | string)[];

/** PSU → its id in both waves, from ids by row. */
export function psuIds(
  name: string,
  design: SurveyDesign,
  byRow: ArrayLike<number | string> | undefined,
): Ids {
  if (byRow === undefined || byRow.length !== design.rows) {
    throw new RangeError(
      `changeBetween: ${name}.psu must have one id a row of its design, the same id for the same PSU in both waves; expected ${design.rows}, got ${byRow?.length ?? 'none'}. Without ids that persist, say overlap: 'independent'`,
    );
  }
  const ids: (number | string)[] = new Array(design.psus);
  const psuOf = new Map<number | string, number>();
  for (let row = 0; row < design.rows; row++) {
    const id = byRow[row]!;
    const psu = design.psu[row]!;
    const known = psuOf.get(id);
    if ((known !== undefined && known !== psu) || (ids[psu] !== undefined && ids[psu] !== id)) {
      throw new RangeError(
        `changeBetween: ${name}.psu must tell the PSUs of the design apart; id "${id}" at row index ${row} does not match the design's PSU. Join the stratum to ids that restart in strata`,
      );
    }
    psuOf.set(id, psu);
    ids[psu] = id;
  }
  return ids;
}

/** Totals of the PSUs from those of the last stage's units. */
export function psuTotals(design: SurveyDesign, unitTotals: Float64Array): Float64Array {
  let totals = unitTotals;
  for (let s = design.stages.length - 1; s > 0; s--) {
    const above = new Float64Array(design.stages[s - 1]!.units);
    const { group } = design.stages[s]!;
    for (let unit = 0; unit < totals.length; unit++) above[group[unit]!]! += totals[unit]!;
    totals = above;
  }
  return totals;
}

/** The first wave's design as that of both, and the place of each of its PSUs in the second. */
interface SharedPsus {
  readonly design: SurveyDesign;
  readonly inSecond: Int32Array;
}

/** Checks that both waves have the same PSUs in the same strata. */
export function sharedPsus(
  before: { design: SurveyDesign; ids: Ids },
  after: { design: SurveyDesign; ids: Ids },
): SharedPsus {
  const problem = differenceOf(before, after);
  if (problem) {
    throw new RangeError(
      `changeBetween: overlap: 'same_psus' needs ${problem}. Say overlap: 'partial_overlap' if only some PSUs are shared`,
    );
  }
  const place = new Map(after.ids.map((id, psu) => [id, psu]));
  return { design: before.design, inSecond: Int32Array.from(before.ids, (id) => place.get(id)!) };
}

function differenceOf(
  before: { design: SurveyDesign; ids: Ids },
  after: { design: SurveyDesign; ids: Ids },
): string | undefined {
  const place = new Map(after.ids.map((id, psu) => [id, psu]));
  const missing = before.ids.find((id) => !place.has(id));
  if (missing !== undefined) return `the same PSUs in both waves; "${missing}" is not in the second`;
  if (after.ids.length > before.ids.length) {
    return `the same PSUs in both waves; got ${before.ids.length} and ${after.ids.length}`;
  }
  if (before.design.stages.length > 1 || after.design.stages.length > 1) {
    return 'designs without fpc below the first stage';
  }
  if (before.design.pps || after.design.pps) return 'designs without unequal probabilities (pps)';
  if (before.design.strata !== after.design.strata) return 'the same strata in both waves';
  const [first, second] = [before.design.stages[0]!, after.design.stages[0]!];
  const stratum = new Map<number, number>();
  for (const [psu, id] of before.ids.entries()) {
    const h1 = before.design.psuStratum[psu]!;
    const h2 = after.design.psuStratum[place.get(id)!]!;
    if (stratum.has(h1) && stratum.get(h1) !== h2) return `every PSU in the same stratum; "${id}" moved`;
    stratum.set(h1, h2);
    if (Math.abs(first.correction[h1]! - second.correction[h2]!) > 1e-9) return 'the same fpc in both waves';
  }
  return undefined;
}

/** Variance of a1 times the first wave's total plus a2 times the second's, both over the same PSUs. */
export function sharedVariance(
  { design, inSecond }: SharedPsus,
  [t1, a1]: readonly [Float64Array, number],
  [t2, a2]: readonly [Float64Array, number],
): number {
  const units = Int32Array.from(t1, (_, psu) => psu);
  return stageVariance(
    design,
    units,
    t1.map((total, psu) => a1 * total + a2 * t2[inSecond[psu]!]!),
  );
}

/** PSUs minus strata that hold rows of a domain in either wave. */
export function sharedDf(
  { design, inSecond }: SharedPsus,
  cells: readonly DomainCells[],
  level: number,
): number {
  const [first, second] = cells.map((wave) => {
    const seen = new Uint8Array(wave.design.psus);
    for (let row = 0; row < wave.design.rows; row++) {
      if (wave.levelOfRow[row] === level) seen[wave.design.psu[row]!] = 1;
    }
    return seen;
  });
  const strata = new Set<number>();
  let psus = 0;
  for (let psu = 0; psu < design.psus; psu++) {
    if (first![psu] === 0 && second![inSecond[psu]!] === 0) continue;
    psus++;
    strata.add(design.psuStratum[psu]!);
  }
  return psus - strata.size;
}
