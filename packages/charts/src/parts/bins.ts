import { boundParts, type NumberStyle } from '../number-format.ts';
import type { words } from '../words.ts';

/** Lower bounds of the second to the last class. */
export type Bins = readonly [number, number, number, number];

const steps = [1, 2, 2.5, 5];

/**
 * Bounds of five classes of equal, round width about the middle of the values; the first and the last class are
 * open, and each holds a value unless all values are the same.
 *
 * @example niceBins([0.23, 0.31, 0.58]) // [0.35, 0.4, 0.45, 0.5]
 */
export function niceBins(values: readonly (number | null)[]): Bins {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length === 0 || numbers.some((value) => !Number.isFinite(value))) {
    throw new Error('niceBins: expected finite numbers, at least one; got none, or one that is not finite');
  }
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const even = (high - low) / 5 || Math.abs(high) / 3 || 1;
  const power = Math.floor(Math.log10(even));
  const widths = [power - 1, power, power + 1]
    .flatMap((exponent) => steps.map((step) => Number(`${step}e${exponent}`)))
    .sort((a, b) => Math.abs(Math.log(a / even)) - Math.abs(Math.log(b / even)));
  const tried = widths.map((width): Bins => {
    const first = Math.round((low + high) / 2 / width - 1.5);
    const bound = (index: number) => Number(((first + index) * width).toPrecision(12));
    return [bound(0), bound(1), bound(2), bound(3)];
  });
  const [nearest] = tried as [Bins, ...Bins[]];
  return tried.find((bins) => low < bins[0] && high >= bins[3]) ?? nearest;
}

/** How values and bounds are rounded for printing: a value belongs to the class that its printed form belongs to. */
export function printedUnits(style: NumberStyle): number {
  const { factor, decimals } = boundParts(style);
  return factor * 10 ** decimals;
}

/** A vega expression: the number of the class of a field's value, from 0. */
export function binExpression(field: string, bins: Bins, units: number): string {
  const value = `round(datum[${JSON.stringify(field)}] * ${units})`;
  return bins.map((bound) => `(${value} >= ${Math.round(bound * units)})`).join(' + ');
}

/** What each class is called, from the lowest. */
export function binLabels(
  bins: Bins,
  print: (value: number) => string,
  units: number,
  { below, fromTo, orMore }: (typeof words)['zh'],
): string[] {
  const next = (bound: number) => print((Math.round(bound * units) - 1) / units);
  return [
    below(print(bins[0])),
    ...bins.slice(0, -1).map((bound, index) => fromTo(print(bound), next(bins[index + 1] ?? bound))),
    orMore(print(bins[3])),
  ];
}
