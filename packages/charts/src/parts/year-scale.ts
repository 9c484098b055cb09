/** Years at their true distance. */
export interface YearScale {
  /** First and last value of the axis. */
  domain: [number, number];
  /** Pixels from the left of the plot. */
  place: (year: number) => number;
}

/** Spreads years over a plot, with a margin for the points at both ends. */
export function yearScale(years: readonly number[], width: number, margin: number): YearScale {
  const first = Math.min(...years);
  const last = Math.max(...years);
  const perYear = (width - 2 * margin) / (last - first);
  return {
    domain: [first - margin / perYear, last + margin / perYear],
    place: (year) => margin + (year - first) * perYear,
  };
}

/**
 * The year of a wave: its first four digits.
 *
 * @example yearOf('lineTrend', '2009-baseline') // 2009
 */
export function yearOf(caller: string, wave: string): number {
  const year = Number(/^(\d{4})(?!\d)/.exec(wave)?.[1] ?? Number.NaN);
  if (Number.isNaN(year)) {
    throw new Error(
      `${caller}: a wave begins with its year, such as 2017 or 2009-baseline; got ${JSON.stringify(wave)}`,
    );
  }
  return year;
}
