import type { SurveyDesign } from '../design/survey-design.ts';

/** One wave's PSUs: their ids as they are known in both waves, and their totals of an influence value. */
interface WavePsus {
  readonly design: SurveyDesign;
  /** PSU → id */
  readonly ids: readonly (number | string)[];
  /** PSU → total */
  readonly totals: Float64Array;
}

/** Place of a PSU in each wave, −1 where the wave has it not: every PSU of either wave once. */
function matchPsus(
  before: readonly (number | string)[],
  after: readonly (number | string)[],
): [number, number][] {
  const inAfter = new Map(after.map((id, psu) => [id, psu]));
  const seen = new Set(before);
  const both = before.map((id, psu): [number, number] => [psu, inAfter.get(id) ?? -1]);
  const added = after.flatMap((id, psu): [number, number][] => (seen.has(id) ? [] : [[-1, psu]]));
  return [...both, ...added];
}

/**
 * Correlation of two waves' estimates under partial overlap of their PSUs: PSU totals over the union of the PSUs, 0
 * where a wave has not the PSU, centred in the cells of (stratum in the first wave or absent, stratum in the second
 * or absent).
 *
 * @returns −1 to 1; 0 without overlap or when one of the waves does not vary in the cells.
 * Source: Berger and Priam 2016, JRSS A 179; ReGenesees R/LinDelta.R with `rho.STRAT = "Full"`.
 */
export function overlapCorrelation(before: WavePsus, after: WavePsus): number {
  const pairs = matchPsus(before.ids, after.ids);
  const cells = new Map<string, { n: number; first: number; second: number }>();
  const rows = pairs.map(([i, j]) => {
    const h1 = i < 0 ? 'absent' : before.design.psuStratum[i]!;
    const h2 = j < 0 ? 'absent' : after.design.psuStratum[j]!;
    const key = `${h1} ${h2}`;
    const cell = cells.get(key) ?? { n: 0, first: 0, second: 0 };
    cells.set(key, cell);
    const first = i < 0 ? 0 : before.totals[i]!;
    const second = j < 0 ? 0 : after.totals[j]!;
    cell.n++;
    cell.first += first;
    cell.second += second;
    return { cell, first, second };
  });
  let product = 0;
  let squares1 = 0;
  let squares2 = 0;
  for (const { cell, first, second } of rows) {
    const e1 = first - cell.first / cell.n;
    const e2 = second - cell.second / cell.n;
    product += e1 * e2;
    squares1 += e1 * e1;
    squares2 += e2 * e2;
  }
  const size = Math.sqrt(squares1) * Math.sqrt(squares2);
  return size > 0 ? Math.max(-1, Math.min(1, product / size)) : 0;
}
