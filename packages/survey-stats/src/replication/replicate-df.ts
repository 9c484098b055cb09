import type { DomainCells } from '../design/domain-cells.ts';
import type { DomainDf } from '../estimation/survey-estimate.ts';
import type { ReplicateWeights } from './replicate-weights.ts';
import { rowWeights } from './row-weights.ts';

const known = new WeakMap<DomainCells, WeakMap<ReplicateWeights, Float64Array>>();

/**
 * Degrees of freedom that the replicates give every domain; undefined: PSUs minus strata of the domain hold.
 *
 * R's rule is the rank of the domain's rows of replicate weights less 1, at least 0.
 */
export function replicateDf(replicates: ReplicateWeights, cells: DomainCells): DomainDf | undefined {
  const { df } = replicates;
  if (df === undefined) return undefined;
  if (df !== 'rank') return { df: new Float64Array(cells.levels).fill(df), rule: 'given' };
  let ofCells = known.get(cells);
  if (!ofCells) {
    ofCells = new WeakMap();
    known.set(cells, ofCells);
  }
  let ranks = ofCells.get(replicates);
  if (!ranks) {
    ranks = domainRanks(replicates, cells).map((rank) => Math.max(0, rank - 1));
    ofCells.set(replicates, ranks);
  }
  return { df: ranks, rule: 'replicate_rank_minus_one' };
}

/** A row whose length outside the span of those before is below this share of its own adds nothing to the rank; R's tol. */
const DEPENDENT = 1e-5;

/** Rank of each domain's rows of replicate weights, by Gram-Schmidt on the rows until the rank is full. */
function domainRanks(replicates: ReplicateWeights, { levels, levelOfRow }: DomainCells): Float64Array {
  const columns = Array.from(replicates.rscales, (_, r) => rowWeights(replicates, r));
  const bases: Float64Array[][] = Array.from({ length: levels }, () => []);
  for (let row = 0; row < levelOfRow.length; row++) {
    const basis = bases[levelOfRow[row]!];
    if (!basis || basis.length === columns.length) continue;
    const rest = Float64Array.from(columns, (column) => column[row]!);
    const length = norm(rest);
    if (length === 0) continue;
    // twice: rounding of the first pass is what the second takes away
    for (let pass = 0; pass < 2; pass++) for (const vector of basis) subtractProjection(rest, vector);
    const left = norm(rest);
    if (left > DEPENDENT * length) basis.push(rest.map((value) => value / left));
  }
  return Float64Array.from(bases, (basis) => basis.length);
}

function subtractProjection(rest: Float64Array, vector: Float64Array): void {
  let product = 0;
  for (let r = 0; r < rest.length; r++) product += rest[r]! * vector[r]!;
  for (let r = 0; r < rest.length; r++) rest[r]! -= product * vector[r]!;
}

function norm(vector: Float64Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}
