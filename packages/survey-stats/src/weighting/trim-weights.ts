export interface TrimOptions {
  /** smallest weight allowed, default 0 */
  readonly lower?: number | undefined;
  /** largest weight allowed, default Infinity */
  readonly upper?: number | undefined;
  /** true (default): repeat until no weight is outside; false: once */
  readonly strict?: boolean | undefined;
}

export interface TrimResult {
  readonly weight: Float64Array;
  /** rows that were ever outside the limits */
  readonly trimmed: number;
  /** Σ before − Σ after: not 0 when no row was left to take the excess */
  readonly lost: number;
}

/**
 * Weight trimming: clamps weights to [lower, upper] and spreads the excess evenly over rows that were never trimmed.
 *
 * Control totals are not kept: calibrate again afterwards. Rows of weight 0 stay 0 and take no excess.
 *
 * @param weight row → weight. @param options limits, and whether rows once trimmed may take excess.
 * @returns weights with the same sum, how many rows were trimmed, and weight that no row could take.
 * @throws if lower > upper, or a weight is not finite.
 * R equivalent: `survey::trimWeights(design, upper, lower, strict)` of 4.5 (rows once trimmed are frozen; 4.1-1 moved
 * them in later passes). Source: R/grake.R.
 * @example trimWeights(Float64Array.of(1, 2, 9), { upper: 6 }).weight // Float64Array [2.5, 3.5, 6]
 */
export function trimWeights(weight: Float64Array, options: TrimOptions = {}): TrimResult {
  const { lower = 0, upper = Number.POSITIVE_INFINITY, strict = true } = options;
  if (!(lower <= upper))
    throw new RangeError(`trimWeights: lower must not exceed upper; got ${lower} and ${upper}`);
  const result = weight.slice();
  const frozen = new Uint8Array(weight.length);
  let trimmed = 0;
  let lost = 0;
  for (let pass = 0; pass <= weight.length; pass++) {
    let excess = 0;
    let outside = 0;
    let takers = 0;
    for (let row = 0; row < result.length; row++) {
      const w = result[row]!;
      if (!Number.isFinite(w))
        throw new RangeError(`trimWeights: every weight must be finite; row index ${row} has ${w}`);
      if (frozen[row] === 1 || weight[row] === 0) continue;
      if (w < lower || w > upper) {
        const clamped = w < lower ? lower : upper;
        excess += w - clamped;
        result[row] = clamped;
        frozen[row] = 1;
        outside++;
      } else takers++;
    }
    if (outside === 0) break;
    trimmed += outside;
    if (takers === 0) {
      lost = excess;
      break;
    }
    const share = excess / takers;
    for (let row = 0; row < result.length; row++) {
      if (frozen[row] === 0 && weight[row] !== 0) result[row]! += share;
    }
    if (!strict) break;
  }
  return { weight: result, trimmed, lost };
}
