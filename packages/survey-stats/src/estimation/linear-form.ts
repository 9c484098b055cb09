import type { SurveyDesign } from '../design/survey-design.ts';
import type { CalibrationLayer } from '../weighting/calibration-layer.ts';
import { coefficients } from '../weighting/calibration-layer.ts';
import type { SparseRows } from '../weighting/sparse-rows.ts';
import { CELL_WEIGHT, CELL_WIDTH, CELL_X, CELL_Y, type CellSums } from './cell-sums.ts';
import { residualise } from './residualise.ts';
import { stageVariance } from './stage-variance.ts';

/**
 * Influence value of a row in a domain, before the weight: u = constant + y (y − centre) + x x, for rows of the domain
 * with an answer, and 0 elsewhere. One coefficient a domain.
 */
export interface LinearForm {
  readonly constant: Float64Array;
  readonly y: Float64Array;
  readonly x?: Float64Array;
}

/** Variance of Σ w u in every domain; NaN where the coefficients are. */
export function linearFormVariance(sums: CellSums, form: LinearForm): Float64Array {
  const { cells } = sums;
  const variance = new Float64Array(cells.levels);
  const { design } = cells;
  const layers = design.calibration;
  const residual = layers && layers.length > 0 ? calibratedTotals(design, layers, sums, form) : undefined;
  const unit = new Int32Array(cells.cells);
  const total = new Float64Array(cells.cells);
  for (let level = 0; level < cells.levels; level++) {
    const constant = form.constant[level]!;
    const byY = form.y[level]!;
    if (Number.isNaN(constant) || Number.isNaN(byY)) {
      variance[level] = Number.NaN;
      continue;
    }
    if (residual) {
      variance[level] = stageVariance(design, allUnits(design), residual(level));
      continue;
    }
    let count = 0;
    for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
      if (sums.cell[c * CELL_WIDTH] === 0) continue;
      unit[count] = cells.unit[c]!;
      total[count] = cellTotal(sums, form, level, c);
      count++;
    }
    variance[level] = stageVariance(design, unit.subarray(0, count), total.subarray(0, count));
  }
  return variance;
}

/** Variance of Σ over domains of a · Σ w u: one number, all strata present, covariances included; NaN if one has none. */
export function combinedVariance(sums: CellSums, form: LinearForm, combination: readonly number[]): number {
  const { cells } = sums;
  const { design } = cells;
  const layers = design.calibration;
  const residual = layers && layers.length > 0 ? calibratedTotals(design, layers, sums, form) : undefined;
  const total = new Float64Array(allUnits(design).length);
  for (let level = 0; level < cells.levels; level++) {
    const a = combination[level]!;
    if (a === 0) continue;
    if (Number.isNaN(form.constant[level]!) || Number.isNaN(form.y[level]!)) return Number.NaN;
    if (residual) {
      const totals = residual(level);
      for (let u = 0; u < total.length; u++) total[u]! += a * totals[u]!;
    } else {
      for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
        total[cells.unit[c]!]! += a * cellTotal(sums, form, level, c);
      }
    }
  }
  return stageVariance(design, allUnits(design), total);
}

function cellTotal({ cell }: CellSums, form: LinearForm, level: number, c: number): number {
  const at = c * CELL_WIDTH;
  const total = form.constant[level]! * cell[at + CELL_WEIGHT]! + form.y[level]! * cell[at + CELL_Y]!;
  return form.x ? total + form.x[level]! * cell[at + CELL_X]! : total;
}

const unitLists = new WeakMap<Int32Array, Int32Array>();

function allUnits(design: SurveyDesign): Int32Array {
  let list = unitLists.get(design.unit);
  if (!list) {
    list = Int32Array.from({ length: design.stages.at(-1)?.units ?? 0 }, (_, unit) => unit);
    unitLists.set(design.unit, list);
  }
  return list;
}

/** Unit totals of a domain, in a buffer that the next call may use again; each domain is asked for once, in order. */
type UnitTotals = (level: number) => Float64Array;

/** Unit totals of the residual form: outside the domain the residual is −xB, not 0, so every unit has one. */
function calibratedTotals(
  design: SurveyDesign,
  layers: readonly CalibrationLayer[],
  sums: CellSums,
  form: LinearForm,
): UnitTotals {
  const [only] = layers;
  return layers.length === 1 && only
    ? oneLayer(design, only, sums, form)
    : severalLayers(design, layers, sums, form);
}

const BLOCK = 4;

function oneLayer(
  design: SurveyDesign,
  layer: CalibrationLayer,
  sums: CellSums,
  form: LinearForm,
): UnitTotals {
  const { cells } = sums;
  const p = layer.x.columns;
  const products = new Float64Array((cells.levels + 1) * p);
  addProducts(layer, cells.levelOfRow, sums, form, products);
  const units = allUnits(design).length;
  const totals = Array.from({ length: BLOCK }, () => new Float64Array(units));
  const b = new Float64Array(p * BLOCK);
  let block = -1;
  return (level) => {
    if (Math.floor(level / BLOCK) !== block) {
      block = Math.floor(level / BLOCK);
      for (let i = 0; i < BLOCK; i++) {
        const of = Math.min(block * BLOCK + i, cells.levels - 1);
        const fit = coefficients(layer, products.subarray(of * p, (of + 1) * p));
        for (let j = 0; j < p; j++) b[j * BLOCK + i] = fit[j]!;
      }
      subtractFits(layer.unitTotals, b, totals[0]!, totals[1]!, totals[2]!, totals[3]!);
    }
    const total = totals[level % BLOCK]!;
    for (let c = cells.start[level]!; c < cells.start[level + 1]!; c++) {
      total[cells.unit[c]!]! += cellTotal(sums, form, level, c);
    }
    return total;
  };
}

/** −(unit totals of x) B for four domains side by side: the sums do not wait for each other. */
function subtractFits(
  x: SparseRows,
  b: Float64Array,
  total0: Float64Array,
  total1: Float64Array,
  total2: Float64Array,
  total3: Float64Array,
): void {
  const { start, column, value } = x;
  let from = start[0]!;
  for (let u = 0; u < total0.length; u++) {
    const to = start[u + 1]!;
    let t0 = 0;
    let t1 = 0;
    let t2 = 0;
    let t3 = 0;
    for (let e = from; e < to; e++) {
      const v = value[e]!;
      const at = column[e]! * BLOCK;
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

/** Σ w0 x u per domain and calibration column. */
function addProducts(
  layer: CalibrationLayer,
  levelOfRow: Int32Array,
  sums: CellSums,
  form: LinearForm,
  products: Float64Array,
): void {
  const { x, baseWeight } = layer;
  const { start, column, value } = x;
  const p = x.columns;
  const levels = sums.cells.levels;
  for (let row = 0; row < levelOfRow.length; row++) {
    const level = levelOfRow[row]!;
    if (level === levels) continue;
    const u = rowInfluence(sums, form, level, row);
    if (Number.isNaN(u)) continue;
    const wu = baseWeight[row]! * u;
    const base = level * p;
    for (let e = start[row]!; e < start[row + 1]!; e++) products[base + column[e]!]! += wu * value[e]!;
  }
}

function rowInfluence(sums: CellSums, form: LinearForm, level: number, row: number): number {
  const u = form.constant[level]! + form.y[level]! * (sums.y[row]! - sums.centre);
  return form.x && sums.x ? u + form.x[level]! * sums.x[row]! : u;
}

/** Layers applied oldest first, each on z divided by its own weight after, as R's svyrecvar does. */
function severalLayers(
  design: SurveyDesign,
  layers: readonly CalibrationLayer[],
  sums: CellSums,
  form: LinearForm,
): UnitTotals {
  const { cells } = sums;
  const z = new Float64Array(design.rows);
  const total = new Float64Array(allUnits(design).length);
  return (level) => {
    for (let row = 0; row < design.rows; row++) {
      const u = cells.levelOfRow[row] === level ? rowInfluence(sums, form, level, row) : 0;
      z[row] = !Number.isNaN(u) ? u * design.weight[row]! : 0;
    }
    const residual = layers.reduce((sofar, layer) => residualise(layer, sofar), z);
    total.fill(0);
    for (let row = 0; row < design.rows; row++) total[design.unit[row]!]! += residual[row]!;
    return total;
  };
}
