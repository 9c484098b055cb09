/** Quantiles of numbers, by linear interpolation; NaN of none. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const found = values.slice();
  const last = found.length - 1;
  // what stands before is no larger
  let low = 0;
  return shares.map((share) => {
    if (last < 0) return Number.NaN;
    const at = share * last;
    const from = Math.floor(at);
    const below = select(found, from, from < low ? 0 : low);
    low = from;
    if (at === from) return below;
    let above = Number.POSITIVE_INFINITY;
    for (let i = from + 1; i <= last; i++) above = Math.min(above, found[i] as number);
    return below + (above - below) * (at - from);
  });
}

/**
 * The number that stands at a place when sorted: moved there, none after it smaller and none before it larger (Hoare's selection). Of the
 * numbers before `first` none may be larger than those from there on.
 */
function select(values: Float64Array, place: number, first: number): number {
  let low = first;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let i = low;
    let j = high;
    while (i <= j) {
      while ((values[i] as number) < pivot) i++;
      while ((values[j] as number) > pivot) j--;
      if (i > j) break;
      const other = values[i] as number;
      values[i] = values[j] as number;
      values[j] = other;
      i++;
      j--;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place] as number;
}

/** The quantile of numbers; NaN of none. */
export const quantileOf = (values: Float64Array, share: number): number =>
  quantilesOf(values, [share])[0] as number;

/** The median of numbers; NaN of none. */
export const medianOf = (values: Float64Array): number => quantileOf(values, 0.5);
