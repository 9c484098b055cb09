import type { SurveyDesign } from '../design/survey-design.ts';
import { type CalibrationLayer, coefficients as fitOf } from '../weighting/calibration-layer.ts';
import type { SparseRows } from '../weighting/sparse-rows.ts';
import { LANES, type PreparedColumns } from './prepared-columns.ts';

/**
 * The residual form of a design's calibrations, for many domains and variables without reading the rows again: what each
 * layer's fit B takes off the unit totals of a statistic.
 *
 * The layers apply newest first, each to z divided by its own factor g (and q): B_l = (Σ w0 x xᵀ/q)⁻¹ (Σ x z/(g q) −
 * Σ_k>l M_lk B_k) with M_lk = Σ_rows x_l x_kᵀ w_k/(g_l q_l), w_k the weight after layer k. So all layers need only
 * Σ x z/(g q) of the statistic itself. R's `svyrecvar` goes oldest first, and so gives the last calibration's own totals an
 * error; the derivative of the twice calibrated estimate by the first weights is this one.
 */
interface Residuals {
  readonly layers: readonly CalibrationLayer[];
  /** layer → row → 1/(g q); 0 where g is 0 */
  readonly reciprocals: readonly Float64Array[];
  /** layer l → layers k after it, from l + 1 → M_lk by rows */
  readonly cross: readonly (readonly Float64Array[])[];
}

const knownResiduals = new WeakMap<readonly CalibrationLayer[], Residuals>();

function residualsOf(layers: readonly CalibrationLayer[]): Residuals {
  let residuals = knownResiduals.get(layers);
  if (!residuals) {
    const reciprocals = layers.map(({ g, q }) =>
      g.map((own, row) => (own === 0 ? 0 : 1 / (q ? own * q[row]! : own))),
    );
    residuals = {
      layers,
      reciprocals,
      cross: layers.map(({ x }, l) =>
        layers.slice(l + 1).map((after) => crossMatrix(x, reciprocals[l]!, after)),
      ),
    };
    knownResiduals.set(layers, residuals);
  }
  return residuals;
}

function crossMatrix(x: SparseRows, reciprocal: Float64Array, after: CalibrationLayer): Float64Array {
  const matrix = new Float64Array(x.columns * after.x.columns);
  for (let row = 0; row < x.rows; row++) {
    const factor = after.baseWeight[row]! * after.g[row]! * reciprocal[row]!;
    if (factor === 0) continue;
    for (let e = x.start[row]!; e < x.start[row + 1]!; e++) {
      const base = x.column[e]! * after.x.columns;
      const own = factor * x.value[e]!;
      for (let f = after.x.start[row]!; f < after.x.start[row + 1]!; f++) {
        matrix[base + after.x.column[f]!]! += own * after.x.value[f]!;
      }
    }
  }
  return matrix;
}

/** B of every layer, for one statistic in one domain. */
export type LayerFits = readonly Float64Array[];

/**
 * Fits of the influence values of one to four lanes in every domain of a breakdown: the rows of the block are gone
 * through once for all lanes.
 *
 * `coefficients` holds at (level · lanes + lane) · 2 the constant and the coefficient of y − centre; 0 for a lane that
 * does not enter.
 */
export class CalibrationFits {
  private readonly residuals: Residuals;
  private readonly lanes: number;
  /** layer → (level · columns + column) · lanes + lane: Σ x z/(g q) */
  private readonly products: readonly Float64Array[];

  constructor(
    layers: readonly CalibrationLayer[],
    prepared: Pick<PreparedColumns, 'lanes' | 'data'>,
    levelOfRow: Int32Array,
    levels: number,
    coefficients: Float64Array,
  ) {
    this.residuals = residualsOf(layers);
    this.lanes = prepared.lanes;
    const add = prepared.lanes === 1 ? addOne : addFour;
    this.products = layers.map(({ x }, l) => {
      const products = new Float64Array(levels * x.columns * prepared.lanes);
      add(x, this.residuals.reciprocals[l]!, levelOfRow, prepared.data, coefficients, products);
      return products;
    });
  }

  /** B of every layer for a statistic of one lane, or of two whose influences add up. */
  fit(level: number, lane: number, laneX: number | undefined): LayerFits {
    const { layers, cross } = this.residuals;
    const fits: Float64Array[] = new Array(layers.length);
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l]!;
      const p = layer.x.columns;
      const own = this.products[l]!;
      const products = new Float64Array(p);
      for (let j = 0; j < p; j++) {
        const at = (level * p + j) * this.lanes;
        products[j] = laneX === undefined ? own[at + lane]! : own[at + lane]! + own[at + laneX]!;
      }
      cross[l]!.forEach((matrix, later) => {
        const b = fits[l + 1 + later]!;
        for (let j = 0; j < p; j++) {
          let sum = 0;
          for (let i = 0; i < b.length; i++) sum += matrix[j * b.length + i]! * b[i]!;
          products[j]! -= sum;
        }
      });
      fits[l] = fitOf(layer, products);
    }
    return fits;
  }
}

/** −Σ over layers of (unit totals of x) B for four domains side by side, into four arrays. */
export function subtractFits(
  design: SurveyDesign,
  fits: readonly LayerFits[],
  totals: readonly Float64Array[],
): void {
  for (const total of totals) total.fill(0);
  design.calibration?.forEach(({ unitTotals }, l) => {
    const b = new Float64Array(unitTotals.columns * LANES);
    fits.forEach((ofDomain, i) => {
      const own = ofDomain[l]!;
      for (let j = 0; j < own.length; j++) b[j * LANES + i] = own[j]!;
    });
    subtractFour(unitTotals, b, totals[0]!, totals[1]!, totals[2]!, totals[3]!);
  });
}

function subtractFour(
  { start, column, value }: SparseRows,
  b: Float64Array,
  total0: Float64Array,
  total1: Float64Array,
  total2: Float64Array,
  total3: Float64Array,
): void {
  let from = start[0]!;
  for (let u = 0; u < total0.length; u++) {
    const to = start[u + 1]!;
    let t0 = total0[u]!;
    let t1 = total1[u]!;
    let t2 = total2[u]!;
    let t3 = total3[u]!;
    for (let e = from; e < to; e++) {
      const v = value[e]!;
      const at = column[e]! * LANES;
      t0 -= v * b[at]!;
      t1 -= v * b[at + 1]!;
      t2 -= v * b[at + 2]!;
      t3 -= v * b[at + 3]!;
    }
    total0[u] = t0;
    total1[u] = t1;
    total2[u] = t2;
    total3[u] = t3;
    from = to;
  }
}

function addOne(
  { start, column, value, columns }: SparseRows,
  reciprocal: Float64Array,
  levelOfRow: Int32Array,
  data: Float64Array,
  coefficients: Float64Array,
  products: Float64Array,
): void {
  const levels = coefficients.length / 2;
  for (let row = 0; row < levelOfRow.length; row++) {
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const r = reciprocal[row]!;
    const z =
      (coefficients[level * 2]! * data[row * 2]! + coefficients[level * 2 + 1]! * data[row * 2 + 1]!) * r;
    const base = level * columns;
    for (let e = start[row]!; e < start[row + 1]!; e++) products[base + column[e]!]! += z * value[e]!;
  }
}

function addFour(
  { start, column, value, columns }: SparseRows,
  reciprocal: Float64Array,
  levelOfRow: Int32Array,
  data: Float64Array,
  coefficients: Float64Array,
  products: Float64Array,
): void {
  const levels = coefficients.length / (LANES * 2);
  for (let row = 0; row < levelOfRow.length; row++) {
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const from = row * (LANES * 2);
    const by = level * (LANES * 2);
    const r = reciprocal[row]!;
    const z0 = (coefficients[by]! * data[from]! + coefficients[by + 1]! * data[from + 1]!) * r;
    const z1 = (coefficients[by + 2]! * data[from + 2]! + coefficients[by + 3]! * data[from + 3]!) * r;
    const z2 = (coefficients[by + 4]! * data[from + 4]! + coefficients[by + 5]! * data[from + 5]!) * r;
    const z3 = (coefficients[by + 6]! * data[from + 6]! + coefficients[by + 7]! * data[from + 7]!) * r;
    const base = level * columns;
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      const v = value[e]!;
      const at = (base + column[e]!) * LANES;
      products[at]! += z0 * v;
      products[at + 1]! += z1 * v;
      products[at + 2]! += z2 * v;
      products[at + 3]! += z3 * v;
    }
  }
}
