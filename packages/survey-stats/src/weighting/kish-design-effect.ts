/**
 * Kish's design effect of weighting: 1 + cv² of the weights = n Σw² / (Σw)², over rows of non-zero weight.
 *
 * How much unequal weights alone would inflate the variance of a mean that has nothing to do with them.
 *
 * @param weight row → weight.
 * @returns 1 or more; NaN without a row of non-zero weight.
 * @throws nothing.
 *
 * R equivalent: none in survey; `surveytable` deffK. Source: Kish 1965.
 * @example kishDesignEffect(Float64Array.of(1, 1, 2)) // 1.125
 */
export function kishDesignEffect(weight: ArrayLike<number>): number {
  let n = 0;
  for (let row = 0; row < weight.length; row++) if (weight[row] !== 0) n++;
  return n / effectiveSampleSize(weight);
}

/**
 * Effective sample size of a set of weights, (Σw)² / Σw²: the size of an equally weighted sample as precise.
 *
 * @param weight row → weight.
 * @returns rows; NaN without a row of non-zero weight.
 * @throws nothing.
 *
 * R equivalent: none in survey; `PracTools::deffK` gives n over it. Source: Kish 1965.
 * @example effectiveSampleSize(Float64Array.of(1, 1, 2)) // 2.6666666666666665
 */
export function effectiveSampleSize(weight: ArrayLike<number>): number {
  let sum = 0;
  let squares = 0;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row]!;
    sum += w;
    squares += w * w;
  }
  return (sum * sum) / squares;
}
