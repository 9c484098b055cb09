import type { SurveyDesign } from '../design/survey-design.ts';
import { standardErrors } from '../models/standard-errors.ts';
import { type TwoWayCells, type TwoWayInput, tableMargins, twoWayCells } from './two-way-cells.ts';

export interface SurveyTableInput extends TwoWayInput {
  /** what the cell is a share of; default 'table' */
  readonly shareOf?: 'table' | 'row' | 'column' | undefined;
}

export interface SurveyTableCell {
  readonly row: string;
  readonly column: string;
  /** sample rows, not weighted */
  readonly n: number;
  /** estimated number in the population; NaN, as all below, in a cell without a sample row */
  readonly count: number;
  readonly countSe: number;
  /** count as a share of the table, of its row or of its column */
  readonly share: number;
  readonly shareSe: number;
}

export interface SurveyTable {
  /** row by row, every level present */
  readonly cells: readonly SurveyTableCell[];
  /** rows of the domain with both variables, and the sum of their weights */
  readonly n: number;
  readonly nWeighted: number;
  readonly shareOf: 'table' | 'row' | 'column';
}

/**
 * Survey table: two categorical variables against each other, with estimated counts, shares and sample sizes.
 *
 * A cell without a sample row has n = 0 and no estimate, where R has 0 with SE 0.
 *
 * @returns every cell, row by row, also cells without a row.
 * @throws on codes outside −1 … levels − 1, and for a stratum with one PSU under `lonelyPsu: 'fail'`.
 *
 * R equivalent: `survey::svytable(~a + b, design)` for the counts; SEs as `svytotal` and `svymean` of
 * `~interaction(a, b)`, row shares as `svyby(~b, ~a, design, svymean)`. Source: z = w I for a count, z = w D (I − p)/W for
 * a share, D the table, row or column and W its weight.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 1, 1] });
 * const region = { name: 'region', codes: Int32Array.of(0, 0, 1, 1), levels: ['east', 'west'] };
 * const skill = { name: 'skill', codes: Int32Array.of(0, 1, 1, 1), levels: ['low', 'high'] };
 * surveyTable(design, { rows: region, columns: skill, shareOf: 'row' }).cells[0];
 * // { row: 'east', column: 'low', n: 1, count: 1, countSe: 1, share: 0.5, shareSe: … }
 */
export function surveyTable(design: SurveyDesign, input: SurveyTableInput): SurveyTable {
  const shareOf = input.shareOf ?? 'table';
  const table = twoWayCells('surveyTable', design, input, false);
  const { used, rowLevels, columnLevels, weight, n } = table;
  const width = columnLevels.length;
  const margins = tableMargins(weight, rowLevels.length, width);
  const cells = rowLevels.flatMap((row, i) =>
    columnLevels.map((column, j): SurveyTableCell => {
      const cell = i * width + j;
      const whole = { table: used.weight, row: margins.byRow[i]!, column: margins.byColumn[j]! }[shareOf];
      if (n[cell] === 0) {
        const none = Number.NaN;
        return { row, column, n: 0, count: none, countSe: none, share: none, shareSe: none };
      }
      const share = weight[cell]! / whole;
      const inWhole = (r: number, c: number) =>
        shareOf === 'table' || (shareOf === 'row' ? r === i : c === j);
      const se = standardErrors(
        design,
        [
          cellInfluence(design, table, (r, c) => (r === i && c === j ? 1 : 0)),
          cellInfluence(design, table, (r, c) =>
            inWhole(r, c) ? ((r === i && c === j ? 1 : 0) - share) / whole : 0,
          ),
        ],
        used.present,
      );
      return { row, column, n: n[cell]!, count: weight[cell]!, countSe: se[0]!, share, shareSe: se[1]! };
    }),
  );
  return { cells, n: used.rows.length, nWeighted: used.weight, shareOf };
}

/** Influence values that are the same for all rows of a cell, times the weight. */
export function cellInfluence(
  design: SurveyDesign,
  { used, rowOf, columnOf }: TwoWayCells,
  ofCell: (row: number, column: number) => number,
): Float64Array {
  const z = new Float64Array(design.rows);
  used.rows.forEach((row, k) => {
    z[row] = design.weight[row]! * ofCell(rowOf[k]!, columnOf[k]!);
  });
  return z;
}
