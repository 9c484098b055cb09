/** A smooth function of several estimates. */
export type SmoothFunction = (estimates: readonly number[]) => number;

/** Its partial derivatives, one an estimate. */
export type Gradient = (estimates: readonly number[]) => readonly number[];

/**
 * Relative step at which truncation and rounding of the five-point rule are about equal for a function without a
 * pole near.
 */
const STEP = 7e-4;
const STEPS = 9;

/**
 * Partial derivatives by the five-point central rule, about 1e-12 relative for smooth functions. Of steps that
 * shrink to a quarter each time, the one whose slope agrees best with the step before is taken: beside a pole (the
 * log-odds of a share near 1) a wide step is wrong or not finite.
 */
function numericGradient(g: SmoothFunction, at: readonly number[]): number[] {
  return at.map((value, index) => {
    const shifted = (by: number) => g(at.map((other, i) => (i === index ? other + by : other)));
    let h = STEP * (value === 0 ? 1 : Math.abs(value));
    let previous = Number.NaN;
    let best = Number.NaN;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < STEPS; step++) {
      const slope = (8 * (shifted(h) - shifted(-h)) - (shifted(2 * h) - shifted(-2 * h))) / (12 * h);
      const difference = Math.abs(slope - previous);
      if (difference < least) {
        least = difference;
        best = slope;
      }
      previous = slope;
      h /= 4;
    }
    return best;
  });
}

/** The gradient given, checked, or the numeric one. */
export function gradientAt(
  caller: string,
  g: SmoothFunction,
  gradient: Gradient | undefined,
  at: readonly number[],
): readonly number[] {
  if (!gradient) return numericGradient(g, at);
  const slopes = gradient(at);
  if (slopes.length !== at.length) {
    throw new RangeError(
      `${caller}: gradient must return one derivative an estimate; expected ${at.length}, got ${slopes.length}`,
    );
  }
  return slopes;
}
