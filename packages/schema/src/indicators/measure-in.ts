import type { MeasurableIndicator } from '../indicator-definition.ts';
import type { Instrument } from '../snapshot.ts';

const nameKeys: ReadonlySet<string> = new Set(['variable', 'denominator', 'by', 'year', 'month']);
const listKeys: ReadonlySet<string> = new Set(['variables', 'controls']);

function withNames<T>(value: T, names: Readonly<Record<string, string>>): T {
  if (Array.isArray(value)) return value.map((part) => withNames(part, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (nameKeys.has(key) && typeof part === 'string') return [key, names[part] ?? part];
      if (listKeys.has(key) && Array.isArray(part))
        return [key, part.map((name) => names[name as string] ?? name)];
      return [key, withNames(part, names)];
    }),
  ) as T;
}

/**
 * The measure and universe of an indicator in the variable names of one instrument: the housing fund of the baseline survey is
 * `housing_fund_insured`, that of the monitoring survey `housing_fund`.
 *
 * @throws Error if the instrument does not measure the indicator.
 * @example measureIn(housingFund, 'baseline-worker').measure // { kind: 'share', variable: 'housing_fund_insured', codes: ['yes'] }
 */
export function measureIn(
  { id, instruments, renamed, measure, universe }: MeasurableIndicator,
  instrument: Instrument,
): Pick<MeasurableIndicator, 'measure' | 'universe'> {
  if (!instruments.includes(instrument))
    throw new Error(
      `measureIn: expected an instrument that measures "${id}" (${instruments.join(', ')}); got "${instrument}"`,
    );
  return withNames({ measure, universe }, renamed?.[instrument] ?? {});
}
