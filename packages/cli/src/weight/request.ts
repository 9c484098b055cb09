import type { Reading } from '../estimate/open-data.ts';
import { boundsOf, LOGIT_BOUNDS, numberOf, oneOf } from '../estimate/request.ts';
import { oneName } from '../estimate/split-names.ts';
import { UsageError } from '../usage-error.ts';

const METHODS = ['rake', 'linear', 'logit', 'poststratify'] as const;
type WeightMethod = (typeof METHODS)[number];

/** What commander hands over. */
export interface WeightOptions extends Reading {
  readonly weight?: string;
  readonly margins?: string;
  readonly method?: string;
  readonly bounds?: string;
  readonly trim?: string;
  readonly out?: string;
}

/** A checked call of `wavebook weight`. */
export interface WeightRequest {
  readonly file: string;
  readonly reading: Reading;
  readonly weight: string;
  readonly margins: string;
  readonly method: WeightMethod;
  /** limits of g */
  readonly bounds: readonly [number, number] | undefined;
  /** limits of the final weight */
  readonly trim: readonly [number, number] | undefined;
  readonly out: string;
}

/** Checks a call as far as that is possible without the data. @throws UsageError */
export function weightRequest(file: string, options: WeightOptions): WeightRequest {
  const weight = oneName(
    '--weight',
    given(options.weight, '--weight with the column of the weights', 'weight w'),
  );
  const margins = given(options.margins, '--margins with the file of population totals', 'margins M.csv');
  const out = given(options.out, '--out with the file to write', 'out 加权.csv');
  const method = oneOf('--method', options.method ?? 'rake', METHODS);
  const bounds = options.bounds === undefined ? undefined : boundsOf(options.bounds);
  const trim = options.trim === undefined ? undefined : trimOf(options.trim);
  if (method === 'poststratify' && (bounds || trim)) {
    const option = bounds ? '--bounds' : '--trim';
    throw new UsageError(
      `${option}: post-stratification has one factor a cell and no room for limits; got --method poststratify. With the same margin --method linear is the same, and takes ${option}`,
    );
  }
  const { encoding, sheet, member } = options;
  return {
    file,
    reading: { encoding, sheet, member },
    weight,
    margins,
    method,
    bounds: bounds ?? (method === 'logit' && !trim ? LOGIT_BOUNDS : undefined),
    trim,
    out,
  };
}

function given(value: string | undefined, what: string, example: string): string {
  if (value === undefined) throw new UsageError(`expected ${what}; got none, for example: --${example}`);
  return value;
}

function trimOf(text: string): [number, number] {
  const [low, high, ...more] = text.split(',').map(numberOf);
  if (low === undefined || high === undefined || more.length > 0 || !(low >= 0 && low < high)) {
    throw new UsageError(
      `--trim: expected L,U with 0 <= L < U, the limits of the final weight, for example 0,8000; got "${text}"`,
    );
  }
  return [low, high];
}
