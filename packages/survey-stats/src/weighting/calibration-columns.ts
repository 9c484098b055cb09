import { type CalibrationMatrix, sparseMatrix } from './calibration-matrix.ts';
import { type CodedMargin, crossedMargins } from './crossed-margins.ts';
import { sparseFromColumns } from './sparse-rows.ts';

/**
 * Calibration variables from columns: margins where all are indicators, as the dummy columns of factors are.
 *
 * @throws unless every column has a finite value for every row.
 */
export function calibrationColumns(
  caller: string,
  x: readonly Float64Array[],
  rows: number,
): CalibrationMatrix {
  x.forEach((column, j) => {
    if (column.length !== rows) {
      throw new RangeError(
        `${caller}: x must have one value a row; column ${j}: expected ${rows}, got ${column.length}`,
      );
    }
  });
  const margins = marginsFromColumns(x, rows);
  if (margins) return crossedMargins(margins, rows);
  const sparse = sparseFromColumns(x, rows);
  if (!sparse.value.every(Number.isFinite)) refuseMissing(caller, x);
  return sparseMatrix(sparse);
}

function refuseMissing(caller: string, x: readonly Float64Array[]): void {
  x.forEach((column, j) => {
    const first = column.findIndex((value) => !Number.isFinite(value));
    if (first < 0) return;
    const bad = column.filter((value) => !Number.isFinite(value)).length;
    throw new RangeError(
      `${caller}: every row needs a value of every calibration variable; column ${j} has none in ${bad} of ${column.length} rows, the first at index ${first}. Impute them first`,
    );
  });
}

/** Neighbouring columns of zeros and ones that no row has two of make up a margin. @returns undefined: there are others. */
function marginsFromColumns(x: readonly Float64Array[], rows: number): CodedMargin[] | undefined {
  const margins: { codes: Int32Array; levels: number }[] = [];
  for (const column of x) {
    let last = margins.at(-1);
    let end = last ? addIndicator(column, last.codes, last.levels) : 0;
    if (!last || (end < rows && column[end] === 1)) {
      if (last) removeIndicator(last.codes, last.levels, end);
      last = { codes: new Int32Array(rows).fill(-1), levels: 0 };
      margins.push(last);
      end = addIndicator(column, last.codes, 0);
    }
    if (end < rows) return undefined;
    last.levels++;
  }
  return margins;
}

/** Gives a code to the rows of an indicator column. @returns the row where it had to stop: it has a code, or another value. */
function addIndicator(column: Float64Array, codes: Int32Array, code: number): number {
  const rows = codes.length;
  for (let row = 0; row < rows; row++) {
    const value = column[row]!;
    if (value === 0) continue;
    if (value !== 1 || codes[row] !== -1) return row;
    codes[row] = code;
  }
  return rows;
}

function removeIndicator(codes: Int32Array, code: number, end: number): void {
  for (let row = 0; row < end; row++) if (codes[row] === code) codes[row] = -1;
}
