import type { FactorLimits } from './factor-limits.ts';

/** Distance between the weights before and after: chi-square, exponential, logit between bounds, or hyperbolic sine. */
export type CalibrationKind = 'linear' | 'raking' | 'logit' | 'sinh';

export const CALIBRATION_KINDS: readonly CalibrationKind[] = ['linear', 'raking', 'logit', 'sinh'];

/**
 * F and F′ of Deville and Särndal: g = F(u) with u = xᵀλ / q. Both take all rows at once, a loop a kind: a call a row would
 * cost more than the arithmetic.
 */
export interface CalibrationFunction {
  /** row → F(u) */
  factors(u: Float64Array): Float64Array;
  /** row → F′(u), where g holds F(u) */
  slopes(u: Float64Array, g: Float64Array): Float64Array;
  /** F is a straight line: F′ is the same everywhere */
  readonly straight?: boolean;
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

const linear: CalibrationFunction = {
  factors: (u) => {
    const g = new Float64Array(u.length);
    for (let row = 0; row < g.length; row++) g[row] = 1 + u[row]!;
    return g;
  },
  slopes: (u) => new Float64Array(u.length).fill(1),
  straight: true,
};

const raking: CalibrationFunction = {
  factors: (u) => {
    const g = new Float64Array(u.length);
    for (let row = 0; row < g.length; row++) g[row] = Math.exp(u[row]!);
    return g;
  },
  slopes: (_u, g) => g,
};

const sinh: CalibrationFunction = {
  factors: (u) => {
    const g = new Float64Array(u.length);
    for (let row = 0; row < g.length; row++) {
      const s = Math.asinh(2 * u[row]!);
      const root = Math.sqrt(s * s + 4);
      g[row] = s < 0 ? 2 / (root - s) : (s + root) / 2;
    }
    return g;
  },
  slopes: (u) => {
    const slopes = new Float64Array(u.length);
    for (let row = 0; row < slopes.length; row++) {
      const own = u[row]!;
      const s = Math.asinh(2 * own);
      slopes[row] = (1 + s / Math.sqrt(s * s + 4)) / Math.sqrt(1 + 4 * own * own);
    }
    return slopes;
  },
};

function clamped(plain: CalibrationFunction, { low, high }: FactorLimits): CalibrationFunction {
  return {
    factors: (u) => {
      const g = plain.factors(u);
      for (let row = 0; row < g.length; row++) g[row] = Math.min(high[row]!, Math.max(low[row]!, g[row]!));
      return g;
    },
    slopes: (u, g) => {
      const slopes = plain.slopes(u, g).slice();
      for (let row = 0; row < slopes.length; row++) {
        if (!(g[row]! > low[row]! && g[row]! < high[row]!)) slopes[row] = 0;
      }
      return slopes;
    },
  };
}

function logit({ low: lows, high: highs }: FactorLimits): CalibrationFunction {
  return {
    factors: (u) => {
      const g = new Float64Array(u.length);
      for (let row = 0; row < g.length; row++) {
        const low = lows[row]!;
        const high = highs[row]!;
        const e = Math.exp(steepness(low, high) * u[row]!);
        g[row] =
          e === Number.POSITIVE_INFINITY
            ? high
            : (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e);
      }
      return g;
    },
    slopes: (u) => {
      const slopes = new Float64Array(u.length);
      for (let row = 0; row < slopes.length; row++) {
        const low = lows[row]!;
        const high = highs[row]!;
        const e = Math.exp(steepness(low, high) * u[row]!);
        if (e === Number.POSITIVE_INFINITY) continue;
        const below = high - 1 + (1 - low) * e;
        slopes[row] = ((high - low) / below) * (((high - low) * e) / below);
      }
      return slopes;
    },
  };
}

function steepness(low: number, high: number): number {
  return (high - low) / ((1 - low) * (high - 1));
}
