/** Quantiles of numbers, by linear interpolation; NaN of none. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = values.slice().sort();
  return shares.map((share) => {
    if (sorted.length === 0) return Number.NaN;
    const at = share * (sorted.length - 1);
    const below = sorted[Math.floor(at)] as number;
    const above = sorted[Math.ceil(at)] as number;
    return below + (above - below) * (at - Math.floor(at));
  });
}

/** The quantile of numbers; NaN of none. */
export const quantileOf = (values: Float64Array, share: number): number =>
  quantilesOf(values, [share])[0] as number;

/** The median of numbers; NaN of none. */
export const medianOf = (values: Float64Array): number => quantileOf(values, 0.5);
