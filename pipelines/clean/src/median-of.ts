/** The quantile of numbers, by linear interpolation; NaN of none. */
export function quantileOf(values: Float64Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = Float64Array.from(values).sort();
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

/** The median of numbers; NaN of none. */
export const medianOf = (values: Float64Array): number => quantileOf(values, 0.5);
