import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Closed forms: R works in long double and other summation orders, both far below this. */
export const CLOSED_FORM = 1e-9;
/** Calibrated weights: g is unique only as far as the solvers' stop rules reach (R run at 1e-13). */
export const CALIBRATED_WEIGHT = 1e-8;
/** Calibrated SEs: the residuals carry the weights' error, divided by the share of variance left. */
export const CALIBRATED_SE = 1e-7;
/** A variable spanned by the calibration has SE 0: rounding of the residuals against a total of this relative size. */
export const SPANNED = 1e-12;

// biome-ignore lint/suspicious/noExplicitAny: fixtures have one shape each, read by the test beside them
export type Golden = any;

export function golden(topic: string): Golden {
  return JSON.parse(readFileSync(new URL(`./fixtures/r/${topic}/${topic}.json`, import.meta.url), 'utf8'));
}

/** Column with null for missing, as NaN. */
export function numbers(column: readonly (number | null)[]): Float64Array {
  return Float64Array.from(column, (value) => value ?? Number.NaN);
}

function relativeError(actual: number, expected: number | null): number {
  if (expected === null) return Number.isNaN(actual) ? 0 : Number.POSITIVE_INFINITY;
  if (actual === expected) return 0;
  return expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
}

let worst: Record<string, number> = {};

/** Expects a relative error below the tolerance and remembers the worst of each kind. */
export function expectClose(actual: number, expected: number | null, tolerance: number, kind: string): void {
  const error = relativeError(actual, expected);
  worst[kind] = Math.max(worst[kind] ?? 0, error);
  expect(error, `${kind}: got ${actual}, R has ${expected}`).toBeLessThan(tolerance);
}

/** Worst relative errors so far; SHOW_ERRORS=1 prints them. */
export function reportWorst(): void {
  if (process.env.SHOW_ERRORS) {
    for (const [kind, error] of Object.entries(worst)) console.log(`${kind}: ${error.toExponential(1)}`);
  }
  worst = {};
}

/** Codes of a text column, levels in the order given. */
export function codesOf(
  column: readonly (string | number)[],
  levels: readonly (string | number)[],
): Int32Array {
  return Int32Array.from(column, (value) => levels.indexOf(value));
}
