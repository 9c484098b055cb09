export type PAdjustment = 'holm' | 'bonferroni' | 'bh';

/**
 * P-values adjusted for being several: `holm` and `bonferroni` keep the chance of any false finding below the level
 * (Holm finds at least as many), `bh` the expected share of false ones among the findings (Benjamini-Hochberg).
 *
 * @param p one a test; NaN is not counted as a test and stays NaN. @param method see above.
 * @returns adjusted p-values in the order given, each at least p and at most 1.
 * @throws on a p-value outside 0 to 1.
 *
 * R equivalent: `p.adjust(p, method)`. Source: Holm (1979); Benjamini & Hochberg (1995).
 * @example adjustPValues([0.01, 0.04, 0.03], 'holm') // [0.03, 0.06, 0.06]
 */
export function adjustPValues(p: readonly number[], method: PAdjustment): number[] {
  const bad = p.find((value) => value < 0 || value > 1);
  if (bad !== undefined)
    throw new RangeError(`adjustPValues: every p-value must lie between 0 and 1; got ${bad}`);
  const order = p
    .flatMap((value, index) => (Number.isNaN(value) ? [] : [index]))
    .sort((a, b) => p[a]! - p[b]!);
  const tests = order.length;
  const adjusted = p.map(() => Number.NaN);
  if (method === 'bh') {
    let least = 1;
    for (let rank = tests; rank > 0; rank--) {
      const at = order[rank - 1]!;
      least = Math.min(least, (tests / rank) * p[at]!);
      adjusted[at] = least;
    }
    return adjusted;
  }
  let most = 0;
  order.forEach((at, before) => {
    const own = Math.min(1, (method === 'holm' ? tests - before : tests) * p[at]!);
    most = Math.max(most, own);
    adjusted[at] = most;
  });
  return adjusted;
}
