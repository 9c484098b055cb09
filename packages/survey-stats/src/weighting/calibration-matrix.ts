import { columnTotals, crossProduct, rowProducts, type SparseRows } from './sparse-rows.ts';

/** Calibration variables, rows × columns, by what a calibration asks of them. */
export interface CalibrationMatrix {
  readonly rows: number;
  readonly columns: number;
  /** row → Σ over the columns of x · by */
  products(by: Float64Array): Float64Array;
  /** column → Σ over the rows of weight · x */
  totals(weight: Float64Array): Float64Array;
  /** Σ over the rows of weight · x xᵀ, columns × columns, by rows */
  cross(weight: Float64Array): Float64Array;
  /** entry by entry; made when it is first asked for */
  readonly sparse: SparseRows;
}

/** Variables of any kind. */
export function sparseMatrix(sparse: SparseRows): CalibrationMatrix {
  return {
    rows: sparse.rows,
    columns: sparse.columns,
    products: (by) => rowProducts(sparse, by),
    totals: (weight) => columnTotals(sparse, weight),
    cross: (weight) => crossProduct(sparse, weight),
    sparse,
  };
}
