/** Quantiles of numbers, by linear interpolation; NaN of none. */
export function quantilesOf(values: Float64Array, shares: readonly number[]): number[] {
  const last = values.length - 1;
  if (last < 0) return shares.map(() => Number.NaN);
  const sorted = countedOrder(values) ?? selectedOrder(values);
  return shares.map((share) => {
    const at = share * last;
    const from = Math.floor(at);
    const below = sorted(from);
    return at === from ? below : below + (sorted(from + 1) - below) * (at - from);
  });
}

/** Gives the number that stands at a place when sorted. */
type Order = (place: number) => number;

/** Whole numbers from 0 up to, not with, this one are counted, not moved. */
const SMALL = 4096;

/** The order of small whole numbers by counting them; undefined where there are others. */
function countedOrder(values: Float64Array): Order | undefined {
  const counts = new Int32Array(SMALL);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!(value >= 0 && value < SMALL && (value | 0) === value)) return undefined;
    counts[value] = (counts[value] as number) + 1;
  }
  return (place) => {
    let value = 0;
    for (let before = counts[0] as number; before <= place; before += counts[value] as number) value++;
    return value;
  };
}

function selectedOrder(values: Float64Array): Order {
  const found = values.slice();
  // what stands before is no larger
  let low = 0;
  return (place) => {
    const value = select(found, place, place < low ? 0 : low);
    low = place;
    return value;
  };
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
