import { domainCells } from '../design/domain-cells.ts';
import type { SurveyDesign } from '../design/survey-design.ts';

/** The rows that enter an analysis: in the domain, of non-zero weight, with every variable answered. */
export interface AnalysisRows {
  /** their row numbers, ascending */
  readonly rows: Int32Array;
  /** row → 1 if it enters */
  readonly present: Uint8Array;
  /** PSUs minus strata that hold these rows */
  readonly df: number;
  /** sum of their weights */
  readonly weight: number;
}

/** Selects the rows with no NaN in any column; the others leave the analysis, not the design. */
export function analysisRows(
  design: SurveyDesign,
  columns: readonly Float64Array[],
  domain: Uint8Array | undefined,
): AnalysisRows {
  const present = new Uint8Array(design.rows);
  const codes = new Int32Array(design.rows).fill(-1);
  let weight = 0;
  let count = 0;
  for (let row = 0; row < design.rows; row++) {
    if (design.weight[row] === 0 || domain?.[row] === 0) continue;
    if (columns.some((column) => Number.isNaN(column[row]))) continue;
    present[row] = 1;
    codes[row] = 0;
    weight += design.weight[row]!;
    count++;
  }
  const rows = new Int32Array(count);
  for (let row = 0, at = 0; row < design.rows; row++) if (present[row] === 1) rows[at++] = row;
  return { rows, present, df: domainCells(design, codes, 1).df[0]!, weight };
}

export function checkDomain(caller: string, design: SurveyDesign, domain: Uint8Array | undefined): void {
  if (domain && domain.length !== design.rows) {
    throw new RangeError(
      `${caller}: domain must have one entry a row of the design, 1 inside and 0 outside; expected ${design.rows}, got ${domain.length}`,
    );
  }
}

/** A column of numbers or NaN, of the design's length. */
export function checkVariable(
  caller: string,
  name: string,
  values: Float64Array,
  design: SurveyDesign,
): void {
  if (!(values instanceof Float64Array)) {
    throw new TypeError(
      `${caller}: "${name}" must be a Float64Array with NaN where there is no answer; make one with Float64Array.from(…)`,
    );
  }
  if (values.length !== design.rows) {
    throw new RangeError(
      `${caller}: "${name}" must have one value a row of the design; expected ${design.rows}, got ${values.length}`,
    );
  }
  const infinite = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite >= 0) {
    throw new RangeError(
      `${caller}: "${name}" must be finite, or NaN if missing; row index ${infinite} is infinite`,
    );
  }
}

/** The values of a column on some rows, in their order. */
export function gather(values: Float64Array, rows: Int32Array): Float64Array {
  const gathered = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) gathered[k] = values[rows[k]!]!;
  return gathered;
}
