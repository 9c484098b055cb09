/** Quantile of sorted values, R's type 7; NaN of none. */
export function quantileOf(sorted: ArrayLike<number>, probability: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = probability * (sorted.length - 1);
  const below = Math.floor(at + 4 * Number.EPSILON);
  const low = sorted[below]!;
  const share = at - below;
  return Math.abs(share) < 1e-12 ? low : low + share * (sorted[below + 1]! - low);
}
