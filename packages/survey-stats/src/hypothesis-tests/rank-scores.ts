import { qnorm } from '../distributions/normal.ts';

export type RankTest = 'wilcoxon' | 'van_der_waerden' | 'median';

/**
 * Where tied answers rank: `middle`, at the middle of their weight together, or `row_order`, R's rule: the unweighted
 * mean of the places they would have in the order of the rows, which moves when rows of unequal weight are reordered.
 */
export type TieRule = 'middle' | 'row_order';

/** Scores of the estimated population ranks, r in units of weight from 0 to N. */
const scores: Readonly<Record<RankTest, (r: number, total: number) => number>> = {
  wilcoxon: (r, total) => r / total,
  van_der_waerden: (r, total) => qnorm(r / total),
  median: (r, total) => (r > total / 2 ? 1 : 0),
};

export const RANK_TESTS: readonly string[] = Object.keys(scores);

/** Rank score of each answer. Source: Lumley & Scott (2013), r̂ = Σ weight below + half the own. */
export function rankScores(
  y: Float64Array,
  weight: Float64Array,
  test: RankTest,
  ties: TieRule,
): Float64Array {
  const order = Int32Array.from(y, (_, k) => k).sort((a, b) => y[a]! - y[b]! || a - b);
  const rank = new Float64Array(y.length);
  let below = 0;
  for (let from = 0; from < order.length; ) {
    let to = from;
    let own = 0;
    let places = 0;
    while (to < order.length && y[order[to]!] === y[order[from]!]) {
      const w = weight[order[to]!]!;
      places += below + own + w / 2;
      own += w;
      to++;
    }
    const shared = ties === 'middle' ? below + own / 2 : places / (to - from);
    for (let i = from; i < to; i++) rank[order[i]!] = shared;
    below += own;
    from = to;
  }
  return rank.map((r) => scores[test](r, below));
}
