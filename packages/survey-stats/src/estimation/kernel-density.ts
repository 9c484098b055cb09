/**
 * Width of the kernel: `weights` and `rows` are σ/N^0.2 with the weighted standard deviation σ and N the sum of the
 * weights (Osier 2009, as convey and vardpoor have it; for weights that add up to people) or the number of rows; or a
 * number in units of the variable.
 */
export type Bandwidth = 'weights' | 'rows' | number;

/**
 * Weighted Gaussian kernel density at a point.
 *
 * @param rows the rows that enter. @returns Σ w φ((at − y)/h)/(W h); 0 when no value varies.
 * Source: convey `densfun` (FUN = "F"); Osier 2009, Survey Research Methods 3(3).
 */
export function kernelDensity(
  rows: Int32Array,
  { y, weight }: { readonly y: Float64Array; readonly weight: Float64Array },
  at: number,
  bandwidth: Bandwidth,
): number {
  let sum = 0;
  let mean = 0;
  for (const row of rows) sum += weight[row]!;
  for (const row of rows) mean += (weight[row]! / sum) * y[row]!;
  let width = 0;
  if (typeof bandwidth === 'number') width = bandwidth;
  else {
    let squares = 0;
    for (const row of rows) squares += weight[row]! * (y[row]! - mean) ** 2;
    width = Math.sqrt(squares / sum) / (bandwidth === 'weights' ? sum : rows.length) ** 0.2;
  }
  let density = 0;
  for (const row of rows) density += weight[row]! * Math.exp(-(((at - y[row]!) / width) ** 2) / 2);
  return width > 0 ? density / (Math.sqrt(2 * Math.PI) * sum * width) : 0;
}
