export type CalibrationKind = 'linear' | 'raking' | 'logit';

/** F and F′ of Deville and Särndal: g = F(xᵀλ). */
export interface CalibrationFunction {
  value(u: number): number;
  slope(u: number): number;
}

/**
 * The distance function of a calibration, with bounds on g if wanted.
 *
 * @throws if logit has no bounds around 1, or bounds are not low < 1 < high.
 * Source: Deville and Särndal 1992; R survey, R/grake.R.
 */
export function calibrationFunction(
  caller: string,
  kind: CalibrationKind,
  bounds: readonly [number, number] | undefined,
): CalibrationFunction {
  if (bounds !== undefined && !(bounds[0] < 1 && bounds[1] > 1)) {
    throw new RangeError(
      `${caller}: bounds on g must be below and above 1, for example [0.3, 3]; got [${bounds.join(', ')}]`,
    );
  }
  if (kind === 'logit') {
    if (!bounds || !Number.isFinite(bounds[0]) || !Number.isFinite(bounds[1])) {
      throw new RangeError(`${caller}: kind "logit" needs finite bounds on g, for example bounds: [0.3, 3]`);
    }
    return logit(bounds[0], bounds[1]);
  }
  if (kind !== 'linear' && kind !== 'raking') {
    throw new RangeError(`${caller}: kind must be linear, raking or logit; got "${kind}"`);
  }
  const plain: CalibrationFunction =
    kind === 'linear' ? { value: (u) => 1 + u, slope: () => 1 } : { value: Math.exp, slope: Math.exp };
  return bounds ? clamped(plain, bounds[0], bounds[1]) : plain;
}

function clamped(plain: CalibrationFunction, low: number, high: number): CalibrationFunction {
  return {
    value: (u) => Math.min(high, Math.max(low, plain.value(u))),
    slope: (u) => {
      const g = plain.value(u);
      return g > low && g < high ? plain.slope(u) : 0;
    },
  };
}

function logit(low: number, high: number): CalibrationFunction {
  const a = (high - low) / ((1 - low) * (high - 1));
  return {
    value: (u) => {
      const e = Math.exp(a * u);
      if (e === Number.POSITIVE_INFINITY) return high;
      return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e);
    },
    slope: (u) => {
      const e = Math.exp(a * u);
      if (e === Number.POSITIVE_INFINITY) return 0;
      const below = high - 1 + (1 - low) * e;
      return ((high - low) / below) * (((high - low) * e) / below);
    },
  };
}
