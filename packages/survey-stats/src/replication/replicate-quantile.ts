import type { DomainCells } from '../design/domain-cells.ts';
import { ascendingRows } from '../estimation/ascending-rows.ts';
import { type QuantileRule, weightedQuantile } from '../estimation/weighted-quantile.ts';
import { replicateSpread } from './replicate-spread.ts';
import { checkReplicates } from './replicate-variance.ts';
import type { ReplicateWeights } from './replicate-weights.ts';
import { rowWeights } from './row-weights.ts';

const JACKKNIVES: readonly string[] = ['jackknife', 'JK1', 'JK2', 'JKn'];

/** A quantile moves by one step or not at all when one PSU is left out. @param instead what there is without replicates. */
export function refuseJackknife(caller: string, replicates: ReplicateWeights, instead: string): void {
  if (!JACKKNIVES.includes(replicates.method)) return;
  throw new RangeError(
    `${caller}: a jackknife (${replicates.method}) gives no valid variance of a quantile, which is not a smooth function of the weights; take brr, fay, a bootstrap or successive-difference replicates, or leave replicates out for ${instead}`,
  );
}

/** A quantile asked for in every domain of a breakdown. */
export interface QuantileAsked {
  readonly cells: DomainCells;
  /** row → value; NaN: no answer */
  readonly y: Float64Array;
  readonly probability: number;
  readonly rule: QuantileRule;
  /** domain → the full sample's quantile */
  readonly quantile: Float64Array;
  /** method of the interval: `mean` is the only one */
  readonly ciMethod: string;
}

/**
 * Variance of a quantile in every domain from replicates: the quantile read off again in each.
 *
 * @throws for a jackknife: leaving out one PSU moves a quantile by one step or not at all, so its variance does not settle
 *   as the sample grows.
 *
 * R equivalent: `survey::svyquantile(…, interval.type = "quantile")` on a replicate design. Source: R/newsvyquantile.R
 * (`repCI`); Efron 1982 on the jackknife.
 */
export function replicateQuantileVariance(
  caller: string,
  { cells, y, probability, rule, quantile, ciMethod }: QuantileAsked,
  replicates: ReplicateWeights,
): Float64Array {
  checkReplicates(caller, cells.design, replicates);
  refuseJackknife(caller, replicates, 'the Woodruff interval');
  if (ciMethod !== 'mean') {
    throw new RangeError(
      `${caller}: with replicates the interval of a quantile is estimate ∓ t se, ciMethod 'mean'; got '${ciMethod}'. Leave it out, or leave replicates out for the Woodruff interval`,
    );
  }
  const rowsOf = answersInOrder(cells, y);
  const room = rowsOf.reduce((most, rows) => Math.max(most, rows.length), 0);
  const values = new Float64Array(room);
  const cumulative = new Float64Array(room);
  const theta = Array.from(replicates.rscales, (_, r) => {
    const weight = rowWeights(replicates, r);
    return Float64Array.from(rowsOf, (rows) => {
      const count = accumulate(rows, y, weight, values, cumulative);
      return weightedQuantile(values.subarray(0, count), cumulative.subarray(0, count), probability, rule);
    });
  });
  return replicateSpread(replicates, theta, quantile);
}

/** domain → its rows with an answer, by value and then by row */
function answersInOrder({ levels, levelOfRow }: DomainCells, y: Float64Array): Int32Array[] {
  const rows: number[][] = Array.from({ length: levels }, () => []);
  for (const row of ascendingRows(y).rows) rows[levelOfRow[row]!]?.push(row);
  return rows.map((members) => Int32Array.from(members));
}

/**
 * Values of the rows of non-zero weight, and the weights up to and including each, compensated, so that exact boundaries are
 * met. @returns how many there are.
 */
function accumulate(
  rows: Int32Array,
  y: Float64Array,
  weight: Float64Array,
  values: Float64Array,
  cumulative: Float64Array,
): number {
  let count = 0;
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const w = weight[row]!;
    if (w === 0) continue;
    const next = sum + w;
    lost += Math.abs(sum) >= Math.abs(w) ? sum - next + w : w - next + sum;
    sum = next;
    values[count] = y[row]!;
    cumulative[count] = sum + lost;
    count++;
  }
  return count;
}
