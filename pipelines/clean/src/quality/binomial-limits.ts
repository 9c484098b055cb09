/** Each tail of the funnel: limits hold 99.8 % of the clusters of a size. */
const tail = 0.001;

/**
 * The fewest and the most of `n` that are not surprising at a common share `p`: outside, the exact binomial tail is below 0.1 %.
 *
 * @example binomialLimits(20, 0.05) // { fewest: 0, most: 5 }
 */
export function binomialLimits(n: number, p: number): { fewest: number; most: number } {
  if (p <= 0) return { fewest: 0, most: 0 };
  if (p >= 1) return { fewest: n, most: n };
  let mass = (1 - p) ** n;
  let below = 0;
  let fewest = 0;
  let most = n;
  for (let k = 0; k <= n; k++) {
    if (below + mass < tail) fewest = k + 1;
    if (1 - below >= tail) most = k;
    else break;
    below += mass;
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return { fewest, most };
}
