import type { SurveyDesign } from '../design/survey-design.ts';
import { type AnalysisRows, analysisRows, checkDomain } from '../models/analysis-rows.ts';
import { type CodedVariable, checkCodes } from '../models/covariate.ts';

export interface TwoWayInput {
  readonly rows: CodedVariable;
  readonly columns: CodedVariable;
  /** row → 1 inside, 0 outside */
  readonly domain?: Uint8Array | undefined;
}

/** The cells of a two-way table, row by row. */
export interface TwoWayCells {
  readonly used: AnalysisRows;
  readonly rowLevels: readonly string[];
  readonly columnLevels: readonly string[];
  /** row that enters → table row, table column */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  /** cell → sum of weights */
  readonly weight: Float64Array;
  /** cell → rows */
  readonly n: Int32Array;
}

/** Sums the rows that have both variables. @param dropEmpty leave out levels without a row */
export function twoWayCells(
  caller: string,
  design: SurveyDesign,
  input: TwoWayInput,
  dropEmpty: boolean,
): TwoWayCells {
  const { rows, columns, domain } = input;
  checkCodes(caller, rows, design.rows);
  checkCodes(caller, columns, design.rows);
  checkDomain(caller, design, domain);
  const both = Uint8Array.from(rows.codes, (code, row) =>
    code === -1 || columns.codes[row] === -1 || domain?.[row] === 0 ? 0 : 1,
  );
  const used = analysisRows(design, [], both);
  const down = placed(rows, used.rows, dropEmpty);
  const across = placed(columns, used.rows, dropEmpty);
  const width = across.levels.length;
  const weight = new Float64Array(down.levels.length * width);
  const n = new Int32Array(weight.length);
  used.rows.forEach((row, k) => {
    const cell = down.place[k]! * width + across.place[k]!;
    weight[cell]! += design.weight[row]!;
    n[cell]!++;
  });
  return {
    used,
    rowLevels: down.levels,
    columnLevels: across.levels,
    rowOf: down.place,
    columnOf: across.place,
    weight,
    n,
  };
}

/** The weight of every cell under the weights of another design of this sample. */
export function cellWeights(
  { weight }: SurveyDesign,
  { used, rowOf, columnOf, columnLevels, weight: own }: TwoWayCells,
): Float64Array {
  const weights = new Float64Array(own.length);
  used.rows.forEach((row, k) => {
    weights[rowOf[k]! * columnLevels.length + columnOf[k]!]! += weight[row]!;
  });
  return weights;
}

function placed({ codes, levels }: CodedVariable, rows: Int32Array, dropEmpty: boolean) {
  const seen = new Uint8Array(levels.length);
  for (const row of rows) seen[codes[row]!] = 1;
  const kept = levels.flatMap((_, code) => (!dropEmpty || seen[code] === 1 ? [code] : []));
  const place = Int32Array.from(rows, (row) => kept.indexOf(codes[row]!));
  return { levels: kept.map((code) => levels[code]!), place };
}

/** Sums over the rows and over the columns of a table. */
export function tableMargins(values: Float64Array, rows: number, columns: number) {
  const byRow = new Float64Array(rows);
  const byColumn = new Float64Array(columns);
  values.forEach((value, cell) => {
    byRow[Math.floor(cell / columns)]! += value;
    byColumn[cell % columns]! += value;
  });
  return { byRow, byColumn };
}
