import type { CalibrationKind, IntervalMethod, LonelyPsu, ReplicateOptions } from '@wavebook/survey-stats';
import { UsageError } from '../usage-error.ts';
import type { Where } from '../where/expression.ts';
import { parseWhere } from '../where/parse-where.ts';
import { methodsOf } from './interval-methods.ts';
import type { Reading } from './open-data.ts';
import { checkReplicates, replicatesRequest } from './replicates.ts';
import { nameAndRest, oneName, splitNames } from './split-names.ts';

/** One `--mean`, `--proportion`, … as asked. */
export type StatisticRequest =
  | { readonly statistic: 'mean' | 'proportion' | 'total'; readonly variable: string }
  | { readonly statistic: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly statistic: 'quantile'; readonly variable: string; readonly probabilities: readonly number[] };

const FORMATS = ['table', 'csv', 'json'] as const;
export type Format = (typeof FORMATS)[number];
const LONELY_PSU_RULES: readonly LonelyPsu[] = ['fail', 'remove', 'certainty', 'adjust', 'average'];
const CALIBRATION_METHODS = ['rake', 'linear', 'logit'] as const;

/** What commander hands over: texts, and the statistics in the order typed. */
export interface EstimateOptions extends Reading {
  readonly statistics: readonly StatisticRequest[];
  readonly weight?: string;
  readonly strata?: string;
  readonly psu?: string;
  readonly fpc?: string;
  readonly nest: boolean;
  readonly lonelyPsu?: string;
  readonly by?: readonly string[];
  readonly where?: string;
  readonly ciLevel?: string;
  readonly ciMethod?: string;
  readonly unweighted?: boolean;
  readonly margins?: string;
  readonly method?: string;
  readonly bounds?: string;
  readonly replicates?: string;
  readonly format?: string;
  readonly labels?: boolean;
  readonly out?: string;
}

/** A checked call of `wavebook estimate`. */
export interface EstimateRequest {
  readonly file: string;
  readonly reading: Reading;
  readonly statistics: readonly StatisticRequest[];
  /** undefined: every weight is 1 */
  readonly weight: string | undefined;
  /** the weight column that `--unweighted` puts aside */
  readonly unusedWeight: string | undefined;
  readonly strata: string | undefined;
  readonly psu: readonly string[];
  readonly fpc: readonly string[];
  readonly nest: boolean;
  readonly lonelyPsu: LonelyPsu;
  /** breakdowns in turn; a single empty one is the whole population */
  readonly by: readonly (readonly string[])[];
  readonly where: Where | undefined;
  readonly ciLevel: number;
  readonly ciMethod: IntervalMethod | undefined;
  readonly margins: string | undefined;
  readonly calibration: CalibrationKind;
  readonly bounds: readonly [number, number] | undefined;
  /** undefined: linearised standard errors */
  readonly replicates: ReplicateOptions | undefined;
  readonly format: Format;
  /** whether values are written as their labels */
  readonly labels: boolean;
  readonly out: string | undefined;
}

/** Limits of g when `--method logit` is asked for without `--bounds`: logit cannot do without. */
export const LOGIT_BOUNDS: readonly [number, number] = [0.1, 10];

/** Checks a call as far as that is possible without the data. @throws UsageError */
export function estimateRequest(file: string, options: EstimateOptions): EstimateRequest {
  const { statistics, unweighted = false } = options;
  if (statistics.length === 0) {
    throw new UsageError(
      'expected at least one of --mean, --proportion, --total, --ratio, --quantile; got none, for example: --mean income',
    );
  }
  if (options.weight === undefined && !unweighted) {
    throw new UsageError(
      'expected --weight with the column of the weights; got none. Weights of 1: --unweighted',
    );
  }
  const weight = options.weight === undefined ? undefined : oneName('--weight', options.weight);
  const psu = names('--psu', options.psu);
  const fpc = names('--fpc', options.fpc);
  if (fpc.length > Math.max(1, psu.length)) {
    throw new UsageError(
      `--fpc: expected at most one column a stage, ${Math.max(1, psu.length)} for ${psu.length === 0 ? 'a design without --psu' : `--psu ${options.psu}`}; got ${fpc.length}`,
    );
  }
  for (const option of ['method', 'bounds'] as const) {
    if (options[option] !== undefined && options.margins === undefined)
      throw new UsageError(`--${option}: expected --margins M.csv with it; got none`);
  }
  const method = oneOf('--method', options.method ?? 'rake', CALIBRATION_METHODS);
  const bounds = options.bounds === undefined ? undefined : boundsOf(options.bounds);
  const { encoding, sheet, member } = options;
  const request: EstimateRequest = {
    file,
    reading: { encoding, sheet, member },
    statistics,
    weight: unweighted ? undefined : weight,
    unusedWeight: unweighted ? weight : undefined,
    strata: options.strata === undefined ? undefined : oneName('--strata', options.strata),
    psu,
    fpc,
    nest: options.nest,
    lonelyPsu: oneOf('--lonely-psu', options.lonelyPsu ?? 'fail', LONELY_PSU_RULES),
    by: options.by?.map((text) => names('--by', text)) ?? [[]],
    where: options.where === undefined ? undefined : parseWhere(options.where),
    ciLevel: options.ciLevel === undefined ? 0.95 : levelOf(options.ciLevel),
    ciMethod: options.ciMethod === undefined ? undefined : methodOf(options.ciMethod, statistics),
    margins: options.margins,
    calibration: method === 'rake' ? 'raking' : method,
    bounds: bounds ?? (method === 'logit' ? LOGIT_BOUNDS : undefined),
    labels: options.labels ?? false,
    replicates: options.replicates === undefined ? undefined : replicatesRequest(options.replicates),
    format: formatOf(options.format, options.out),
    out: options.out,
  };
  checkReplicates(request);
  return request;
}

/** The request that an option's value stands for. @throws UsageError */
export function statisticRequest(statistic: StatisticRequest['statistic'], text: string): StatisticRequest {
  if (statistic === 'ratio') {
    const [numerator, denominator, ...more] = splitNames('--ratio', text, '/');
    if (numerator === undefined || denominator === undefined || more.length > 0) {
      throw new UsageError(
        `--ratio: expected N/D, two columns; got "${text}". A name that holds / stands in double quotes: --ratio '"收入/月"/"工时"'`,
      );
    }
    return { statistic, numerator, denominator };
  }
  if (statistic === 'quantile') {
    const [variable, rest] = nameAndRest('--quantile', text, '@');
    return { statistic, variable, probabilities: rest.split(',').map((part) => probabilityOf(part, text)) };
  }
  return { statistic, variable: oneName(`--${statistic}`, text) };
}

function probabilityOf(part: string, text: string): number {
  const value = numberOf(part);
  if (!(value >= 0 && value <= 1)) {
    throw new UsageError(
      `--quantile: expected probabilities from 0 to 1 after @, for example income@0.1,0.5; got "${part}" in "${text}"`,
    );
  }
  return value;
}

function names(option: string, text: string | undefined): string[] {
  if (text === undefined) return [];
  const list = splitNames(option, text, ',');
  const twice = list.find((name, i) => list.indexOf(name) !== i);
  if (twice !== undefined)
    throw new UsageError(`${option}: expected each column once; got "${twice}" twice in "${text}"`);
  return list;
}

/** The allowed value that was given. @throws UsageError */
export function oneOf<T extends string>(option: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((name) => name === given);
  if (found === undefined) throw new UsageError(`${option}: expected ${allowed.join(', ')}; got "${given}"`);
  return found;
}

function levelOf(text: string): number {
  const level = numberOf(text);
  if (!(level > 0 && level < 1))
    throw new UsageError(`--ci-level: expected a number between 0 and 1, for example 0.95; got "${text}"`);
  return level;
}

/** `--bounds L,U` as limits of g. @throws UsageError */
export function boundsOf(text: string): [number, number] {
  const [low, high, ...more] = text.split(',').map(numberOf);
  if (low === undefined || high === undefined || more.length > 0 || !(low >= 0 && low < 1 && high > 1)) {
    throw new UsageError(
      `--bounds: expected L,U with 0 <= L < 1 < U, the limits of weight after / weight before, for example 0.3,3; got "${text}"`,
    );
  }
  return [low, high];
}

/** A number without sign, or NaN. */
export const numberOf = (text: string): number =>
  /^\s*(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text) ? Number(text) : Number.NaN;

function methodOf(text: string, statistics: readonly StatisticRequest[]): IntervalMethod {
  const method = oneOf('--ci-method', text, methodsOf.proportion);
  if (!statistics.some(({ statistic }) => methodsOf[statistic].includes(method))) {
    const asked = [...new Set(statistics.map(({ statistic }) => statistic))];
    throw new UsageError(
      `--ci-method ${method}: expected a method that fits what is asked (${asked
        .map((statistic) => `${statistic}: ${methodsOf[statistic].join(', ')}`)
        .join('; ')}); got ${method}, which fits proportions`,
    );
  }
  return method;
}

function formatOf(given: string | undefined, out: string | undefined): Format {
  if (given !== undefined) return oneOf('--format', given, FORMATS);
  const extension = out?.toLowerCase().match(/\.(csv|json)$/)?.[1];
  return oneOf('--format', extension ?? 'table', FORMATS);
}
