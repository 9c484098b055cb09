import type { PopulationKind } from './sampling-stage.ts';

/** Weights as numbers. @throws if one is missing, not finite or below 0: how many, and the first. */
export function weightColumn(caller: string, given: ArrayLike<number>): Float64Array {
  const weight = Float64Array.from(given);
  let bad = 0;
  let first = -1;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row]!;
    if (w >= 0 && w < Number.POSITIVE_INFINITY && given[row] !== null) continue;
    if (bad === 0) first = row;
    bad++;
  }
  if (bad > 0) {
    throw new RangeError(
      `${caller}: every weight must be finite and at least 0; ${bad} of ${weight.length} rows are not, ` +
        `the first at index ${first} (${given[first]}). Take these rows out or give them weight 0`,
    );
  }
  return weight;
}

/** Columns of PSU ids and of the ids of later stages, from one column or several. */
export function idColumns(
  psu: ArrayLike<number | string> | ArrayLike<number | string>[] | undefined,
): ArrayLike<number | string>[] {
  if (psu === undefined) return [];
  if (Array.isArray(psu) && typeof psu[0] === 'object' && psu[0] !== null)
    return psu as ArrayLike<number | string>[];
  return [psu as ArrayLike<number | string>];
}

/** Columns of finite population values, from one column or several. @throws unless each has one value a row. */
export function fpcColumns(
  fpc: ArrayLike<number> | ArrayLike<number>[] | undefined,
  rows: number,
): ArrayLike<number>[] {
  if (fpc === undefined) return [];
  const columns =
    Array.isArray(fpc) && typeof fpc[0] === 'object'
      ? (fpc as ArrayLike<number>[])
      : [fpc as ArrayLike<number>];
  columns.forEach((column, index) => {
    if (column.length !== rows) {
      throw new RangeError(
        `surveyDesign: fpc of stage ${index + 1} must have one value a row; expected ${rows}, got ${column.length}`,
      );
    }
  });
  return columns;
}

/** Values on one side of 1: how many, and the first. */
interface Kind {
  rows: number;
  first: string;
}

/** Whether the values are counts or fractions. @throws if they are both, or one is not above 0. */
export function populationKind(columns: ArrayLike<number>[]): PopulationKind {
  const counts: Kind = { rows: 0, first: '' };
  const fractions: Kind = { rows: 0, first: '' };
  columns.forEach((column, s) => {
    for (let row = 0; row < column.length; row++) {
      const value = column[row]!;
      if (!(value > 0)) {
        throw new RangeError(
          `surveyDesign: every fpc must be above 0; fpc of stage ${s + 1} has ${value} at row index ${row}`,
        );
      }
      if (value === 1) continue;
      const kind = value > 1 ? counts : fractions;
      if (kind.rows++ === 0) kind.first = `${value} at row index ${row} of the fpc of stage ${s + 1}`;
    }
  });
  if (counts.rows > 0 && fractions.rows > 0) {
    throw new RangeError(
      `surveyDesign: fpc must be all population counts (1 or more) or all sampled fractions (1 or less); got ${fractions.rows} below 1, first ${fractions.first}, and ${counts.rows} above, first ${counts.first}. Write the ones as the others, fraction = sampled / count`,
    );
  }
  return columns.length === 0 ? 'none' : counts.rows > 0 ? 'counts' : 'fractions';
}
