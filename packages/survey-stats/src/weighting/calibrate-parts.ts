import type { SurveyDesign } from '../design/survey-design.ts';
import type { CalibrationInput, CalibrationPartition } from './calibrate.ts';
import { divided } from './calibration-equations.ts';
import { calibrationFactors } from './calibration-factors.ts';
import { withCalibration } from './calibration-layer.ts';
import { type CalibrationMatrix, sparseMatrix } from './calibration-matrix.ts';
import { generalisedInverse } from './pseudo-inverse.ts';
import { type SparseRows, sparseSubset } from './sparse-rows.ts';

interface Parts extends Omit<CalibrationInput, 'x' | 'totals' | 'partition'> {
  readonly x: CalibrationMatrix;
  readonly partition: CalibrationPartition;
  /** group → column → total */
  readonly totals: readonly (readonly number[])[];
  readonly columnName: (column: number) => string;
}

/**
 * Calibrates each group of a partition by itself and joins the results to one layer, whose calibration variables are
 * those of every group side by side: later residuals are taken inside the groups.
 *
 * @throws as `calibrate`, naming the group; for rows without a group; for units of `constantWithin` in two groups.
 */
export function calibrateParts(design: SurveyDesign, parts: Parts): SurveyDesign {
  const { partition, totals, columnName, kind } = parts;
  const { codes, levels } = partition;
  checkGroups(design, codes, levels.length);
  if (parts.constantWithin) checkUnits(codes, parts.constantWithin);
  const groups = levels.length;
  const p = parts.x.columns;
  const g = new Float64Array(design.rows).fill(1);
  const q = parts.q && new Float64Array(design.rows).fill(1);
  const inverse = new Float64Array(groups * p * groups * p);
  const ofGroup: { rows: Int32Array; x: SparseRows }[] = [];
  for (let group = 0; group < groups; group++) {
    const rows = Int32Array.from(rowsOf(codes, group));
    const weight = Float64Array.from(rows, (row) => design.weight[row]!);
    const pick = <T>(column: ArrayLike<T> | undefined) =>
      column && Array.from(rows, (row) => column[row] as T);
    const made = calibrationFactors(
      'calibrate',
      weight,
      {
        x: sparseMatrix(sparseSubset(parts.x.sparse, rows)),
        totals: totals[group]!,
        kind,
        totalsName: `totals of group "${levels[group]}"`,
        columnName,
      },
      { ...parts, q: pick(parts.q), constantWithin: pick(parts.constantWithin) },
    );
    const block = generalisedInverse(made.x.cross(divided(weight, made.q)), p);
    for (let a = 0; a < p; a++)
      inverse.set(block.subarray(a * p, (a + 1) * p), (group * p + a) * groups * p + group * p);
    rows.forEach((row, i) => {
      g[row] = made.g[i]!;
      if (q && made.q) q[row] = made.q[i]!;
    });
    ofGroup.push({ rows, x: made.x.sparse });
  }
  return withCalibration(design, sparseMatrix(sideBySide(ofGroup, design.rows, p)), g, { q, inverse });
}

function checkGroups(design: SurveyDesign, codes: Int32Array, groups: number): void {
  if (codes.length !== design.rows) {
    throw new RangeError(
      `calibrate: partition must have one code a row; expected ${design.rows}, got ${codes.length}`,
    );
  }
  const bad = codes.findIndex((code, row) => code < (design.weight[row] === 0 ? -1 : 0) || code >= groups);
  if (bad >= 0) {
    throw new RangeError(
      `calibrate: every row must have a group of the partition, 0 to ${groups - 1}; row index ${bad} has ${codes[bad]}. Give it one, or weight 0`,
    );
  }
}

function checkUnits(codes: Int32Array, ids: ArrayLike<number | string>): void {
  const groupOf = new Map<number | string, number>();
  codes.forEach((code, row) => {
    const id = ids[row]!;
    const seen = groupOf.get(id) ?? code;
    if (seen !== code) {
      throw new RangeError(
        `calibrate: rows that share g must be in one group of the partition; "${id}" of constantWithin is in two, row index ${row}`,
      );
    }
    groupOf.set(id, code);
  });
}

function* rowsOf(codes: Int32Array, group: number): Generator<number> {
  for (let row = 0; row < codes.length; row++) if (codes[row] === group) yield row;
}

function sideBySide(
  parts: readonly { rows: Int32Array; x: SparseRows }[],
  rows: number,
  columns: number,
): SparseRows {
  const start = new Int32Array(rows + 1);
  for (const { rows: own, x } of parts)
    own.forEach((row, i) => {
      start[row + 1] = x.start[i + 1]! - x.start[i]!;
    });
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  const column = new Int32Array(start[rows]!);
  const value = new Float64Array(start[rows]!);
  parts.forEach(({ rows: own, x }, group) => {
    own.forEach((row, i) => {
      for (let e = x.start[i]!, at = start[row]!; e < x.start[i + 1]!; e++, at++) {
        column[at] = x.column[e]! + group * columns;
        value[at] = x.value[e]!;
      }
    });
  });
  return { rows, columns: parts.length * columns, start, column, value };
}
