import type { SurveyDesign } from '../design/survey-design.ts';
import type { RowReplicates } from './replicate-weights.ts';

/** How an office made the replicate weights that come with its file. */
export type GivenReplicateType =
  | 'JK1'
  | 'JK2'
  | 'JKn'
  | 'BRR'
  | 'Fay'
  | 'bootstrap'
  | 'ACS'
  | 'successive-difference'
  | 'other';

export interface GivenReplicates {
  readonly type: GivenReplicateType;
  /** one column a replicate: row → replicate weight */
  readonly weights: readonly ArrayLike<number>[];
  /** true: the columns hold weights; false: factors that the sampling weight is multiplied by */
  readonly combined: boolean;
  /** JK1: (n − 1)/n; JKn: default 1; bootstrap: default 1/(R − 1); other: must be given */
  readonly scale?: number | undefined;
  /** one a replicate. JKn: (n_h − 1)/n_h, must be given; other types: default 1 */
  readonly rscales?: ArrayLike<number> | undefined;
  /** Fay only: the factor's share, as the file's documentation says */
  readonly fayRho?: number | undefined;
  /** true: deviations from the full sample's estimate; false (default): from the replicates' mean */
  readonly mse?: boolean | undefined;
  /** degrees of freedom as the documentation says; default the rank of the replicate weights less 1, by domain */
  readonly df?: number | undefined;
}

/** Mean replicate weights further than this from the weights, up or down, are of the other kind. */
const OTHER_KIND = 5;

/**
 * Replicate weights that came with a file, for the estimators' option `replicates`.
 *
 * @param design the design with the full-sample weights: `surveyDesign({ weight })` if nothing more is known.
 * @param given columns, how they were made and scaled, and degrees of freedom.
 * @returns replicates for the option `replicates` of the estimators, and for `replicateEstimate`.
 * @throws if a column has another length or a value that is not a number, weights are negative or not 0 where the full
 *   weight is 0, the type lacks its scale, rscales or rho or has one it does not take, and if columns said to be weights
 *   look like factors or the other way round.
 *
 * R equivalent: `survey::svrepdesign(weights, repweights, type, scale, rscales, rho, combined.weights, mse)`; where R
 * guesses a scale and warns, this throws. Source: R/surveyrep.R.
 * @example
 * const design = surveyDesign({ weight: [2, 2] });
 * givenReplicates(design, { type: 'JK1', weights: [[4, 0], [0, 4]], combined: true, scale: 0.5 }).rscales.length; // 2
 */
export function givenReplicates(design: SurveyDesign, given: GivenReplicates): RowReplicates {
  const { type, weights, mse, df } = given;
  if (weights.length < 2) {
    throw new RangeError(`givenReplicates: expected at least two columns of weights; got ${weights.length}`);
  }
  if (df !== undefined && !(df > 0)) {
    throw new RangeError(`givenReplicates: df must be above 0; got ${df}`);
  }
  const rscales = rscalesOf(given);
  const scale = scaleOf(given);
  const columns = weights.map((column, r) => oneColumn(design, column, r, given.combined));
  checkKind(design, weights, given.combined);
  return {
    design,
    level: 'row',
    method: type,
    weights: columns,
    scale,
    rscales,
    ...(mse === undefined ? {} : { mse }),
    df: df ?? 'rank',
  };
}

function oneColumn(
  design: SurveyDesign,
  column: ArrayLike<number>,
  r: number,
  combined: boolean,
): Float64Array {
  if (column.length !== design.rows) {
    throw new RangeError(
      `givenReplicates: every column must have one value a row; column ${r}: expected ${design.rows}, got ${column.length}`,
    );
  }
  return design.weight.map((w, row) => {
    const value = column[row]!;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
      throw new RangeError(
        `givenReplicates: replicate weights must be numbers of at least 0; column ${r} has ${value} at row index ${row}`,
      );
    }
    if (w === 0 && combined && value !== 0) {
      throw new RangeError(
        `givenReplicates: a row of weight 0 must have replicate weights of 0; column ${r} has ${value} at row index ${row}`,
      );
    }
    return combined ? value : w * value;
  });
}

function rscalesOf({ type, rscales, weights }: GivenReplicates): Float64Array {
  if (rscales === undefined) {
    if (type === 'JKn' || type === 'other') {
      throw new RangeError(
        `givenReplicates: type ${type} needs rscales, one a replicate${type === 'JKn' ? ', (n − 1)/n of the stratum of its PSU' : ''}; got none`,
      );
    }
    return new Float64Array(weights.length).fill(1);
  }
  if (rscales.length !== weights.length) {
    throw new RangeError(
      `givenReplicates: rscales must have one number a replicate; expected ${weights.length}, got ${rscales.length}`,
    );
  }
  const values = Float64Array.from(rscales);
  const bad = values.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
  if (bad >= 0 || !values.some((value) => value > 0)) {
    throw new RangeError(
      `givenReplicates: rscales must be numbers of at least 0, and not all 0; got ${values[Math.max(0, bad)]} at index ${Math.max(0, bad)}`,
    );
  }
  return values;
}

function scaleOf({ type, scale, fayRho, weights }: GivenReplicates): number {
  const replicates = weights.length;
  if ((type === 'Fay') !== (fayRho !== undefined) || (fayRho !== undefined && !(fayRho >= 0 && fayRho < 1))) {
    throw new RangeError(
      `givenReplicates: fayRho must be given with type Fay, and only with it, from 0 to below 1; got ${fayRho} with type ${type}`,
    );
  }
  const fixed: Partial<Record<GivenReplicateType, number>> = {
    BRR: 1 / replicates,
    Fay: 1 / (replicates * (1 - (fayRho ?? 0)) ** 2),
    JK2: 1,
    ACS: 4 / replicates,
    'successive-difference': 4 / replicates,
  };
  const known = fixed[type];
  if (known !== undefined) {
    if (scale !== undefined) {
      throw new RangeError(
        `givenReplicates: type ${type} has scale ${known} by definition; got ${scale}. Leave it out, or take type other`,
      );
    }
    return known;
  }
  const usual: Partial<Record<GivenReplicateType, number>> = { JKn: 1, bootstrap: 1 / (replicates - 1) };
  const value = scale ?? usual[type];
  if (value === undefined && ['JK1', 'other'].includes(type)) {
    throw new RangeError(
      `givenReplicates: type ${type} needs scale${type === 'JK1' ? ', (n − 1)/n for n PSUs' : ''}; got none`,
    );
  }
  if (value === undefined) {
    throw new RangeError(
      `givenReplicates: type must be one of JK1, JK2, JKn, BRR, Fay, bootstrap, ACS, successive-difference, other; got "${type}"`,
    );
  }
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`givenReplicates: scale must be above 0; got ${value}`);
  }
  return value;
}

function checkKind(design: SurveyDesign, weights: readonly ArrayLike<number>[], combined: boolean): void {
  const mean = (columns: readonly ArrayLike<number>[]) =>
    columns.reduce((sum, column) => sum + Array.from(column).reduce((a, b) => a + b, 0) / column.length, 0) /
    columns.length;
  const expected = combined ? mean([design.weight]) : 1;
  const found = mean(weights);
  if (found > OTHER_KIND * expected || found < expected / OTHER_KIND) {
    throw new RangeError(
      `givenReplicates: with combined: ${combined} the columns must hold ${combined ? `weights, about ${expected.toPrecision(4)}` : 'factors, about 1'} on average; got ${found.toPrecision(4)}. Check combined, and that weight and replicates have the same unit`,
    );
  }
}
