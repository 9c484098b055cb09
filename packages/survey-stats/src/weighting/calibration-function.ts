import type { FactorLimits } from './factor-limits.ts';

/** Distance between the weights before and after: chi-square, exponential, logit between bounds, or hyperbolic sine. */
export type CalibrationKind = 'linear' | 'raking' | 'logit' | 'sinh';

export const CALIBRATION_KINDS: readonly CalibrationKind[] = ['linear', 'raking', 'logit', 'sinh'];

/** F and F′ of Deville and Särndal: g = F(xᵀλ). The row decides only where the limits of g differ between rows. */
export interface CalibrationFunction {
  value(u: number, row: number): number;
  slope(u: number, row: number): number;
}

/**
 * The distance function of a calibration, between limits of g if there are any.
 *
 * Linear, raking and sinh are clamped to the limits; logit runs between them. Source: Deville and Särndal 1992; R
 * survey, R/grake.R (`cal.linear`, `cal.raking`, `cal.logit`, `cal.sinh`).
 */
export function calibrationFunction(
  kind: CalibrationKind,
  limits: FactorLimits | undefined,
): CalibrationFunction {
  if (kind === 'logit' && limits) return logit(limits);
  const plain = kind === 'linear' ? linear : kind === 'raking' ? raking : sinh;
  return limits ? clamped(plain, limits) : plain;
}

const linear: CalibrationFunction = { value: (u) => 1 + u, slope: () => 1 };
const raking: CalibrationFunction = { value: Math.exp, slope: Math.exp };
const sinh: CalibrationFunction = {
  value: (u) => {
    const s = Math.asinh(2 * u);
    return s < 0 ? 2 / (Math.sqrt(s * s + 4) - s) : (s + Math.sqrt(s * s + 4)) / 2;
  },
  slope: (u) => {
    const s = Math.asinh(2 * u);
    return (1 + s / Math.sqrt(s * s + 4)) / Math.sqrt(1 + 4 * u * u);
  },
};

function clamped(plain: CalibrationFunction, { low, high }: FactorLimits): CalibrationFunction {
  return {
    value: (u, row) => Math.min(high[row]!, Math.max(low[row]!, plain.value(u, row))),
    slope: (u, row) => {
      const g = plain.value(u, row);
      return g > low[row]! && g < high[row]! ? plain.slope(u, row) : 0;
    },
  };
}

function logit(limits: FactorLimits): CalibrationFunction {
  return {
    value: (u, row) => {
      const low = limits.low[row]!;
      const high = limits.high[row]!;
      const e = Math.exp(steepness(low, high) * u);
      if (e === Number.POSITIVE_INFINITY) return high;
      return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e);
    },
    slope: (u, row) => {
      const low = limits.low[row]!;
      const high = limits.high[row]!;
      const e = Math.exp(steepness(low, high) * u);
      if (e === Number.POSITIVE_INFINITY) return 0;
      const below = high - 1 + (1 - low) * e;
      return ((high - low) / below) * (((high - low) * e) / below);
    },
  };
}

function steepness(low: number, high: number): number {
  return (high - low) / ((1 - low) * (high - 1));
}
