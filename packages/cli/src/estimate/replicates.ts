import {
  calibrateReplicates,
  type ReplicateOptions,
  type ReplicateWeights,
  replicateWeights,
  type SurveyDesign,
} from '@wavebook/survey-stats';
import { UsageError } from '../usage-error.ts';
import { asDataError } from './as-data-error.ts';
import type { EstimateRequest } from './request.ts';

const FORMS = 'jackknife, bootstrap:500, rao-wu-yue-beaumont:500, brr or fay:0.5';

/** What `--replicates` asks for. @throws UsageError */
export function replicatesRequest(text: string): ReplicateOptions {
  const [name, given, ...more] = text.split(':');
  const number = given === undefined ? undefined : Number(given.trim() === '' ? Number.NaN : given);
  const bad = (expected: string) =>
    new UsageError(`--replicates: expected ${expected}; got "${text}". Forms: ${FORMS}`);
  if (more.length > 0) throw bad('one ":" at most');
  switch (name) {
    case 'jackknife':
    case 'brr':
      if (number !== undefined) throw bad(`${name} without a number`);
      return { method: name };
    case 'bootstrap':
    case 'rao-wu-yue-beaumont':
      if (number !== undefined && !(Number.isInteger(number) && number >= 2))
        throw bad('a whole number of replicates of at least 2 after ":"');
      return { method: name, replicates: number };
    case 'fay':
      if (number !== undefined && !(number > 0 && number < 1))
        throw bad('a share above 0 and below 1 after ":"');
      return { method: name, fayRho: number };
    default:
      throw bad('a method');
  }
}

/** @throws UsageError if quantiles are asked for that the replicates cannot give. */
export function checkReplicates({ replicates, statistics, ciMethod }: EstimateRequest): void {
  if (!replicates || !statistics.some(({ statistic }) => statistic === 'quantile')) return;
  if (replicates.method === 'jackknife') {
    throw new UsageError(
      '--replicates jackknife: a jackknife gives no valid standard error of a quantile; expected bootstrap:500, brr or fay:0.5 with --quantile, or quantiles in a call of their own without --replicates',
    );
  }
  if (ciMethod !== undefined && ciMethod !== 'mean' && statistics.every((s) => s.statistic === 'quantile')) {
    throw new UsageError(
      `--ci-method ${ciMethod}: with --replicates the interval of a quantile is estimate ∓ t se; leave --ci-method out`,
    );
  }
}

/**
 * Replicates of the sample; those of a calibrated sample are calibrated each on its own.
 *
 * @param calibrate what `--margins` does to a design. @throws DataError if strata do not fit the method, or a replicate
 *   cannot meet the controls.
 */
export function replicatesOf(
  sampled: SurveyDesign,
  calibrate: ((design: SurveyDesign) => SurveyDesign) | undefined,
  { replicates: options, file, strata, margins = file }: EstimateRequest,
): ReplicateWeights | undefined {
  if (!options) return undefined;
  const made = asDataError(file, () => replicateWeights(sampled, options), strata);
  if (!calibrate) return made;
  return asDataError(margins, () => {
    try {
      return calibrateReplicates(made, calibrate);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RangeError(
        `${error.message}. Without --replicates the controls are met once, and standard errors have the residual form`,
        { cause: error },
      );
    }
  });
}

/** In words, for the footer. */
export function replicatesInWords({ method, fayRho = 0.5 }: ReplicateOptions, replicates: number): string {
  const seed = method === 'bootstrap' || method === 'rao-wu-yue-beaumont' ? ', seed 1' : '';
  return `${replicates} ${method} replicates${method === 'fay' ? `, rho ${fayRho}` : ''}${seed}`;
}
