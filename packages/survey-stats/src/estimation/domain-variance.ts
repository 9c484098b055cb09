import type { DomainCells } from '../design/domain-cells.ts';
import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import type { CellSums } from './cell-sums.ts';
import { stageVariance } from './stage-variance.ts';

/**
 * Strata standing together in a list of unit totals: run → its first total, PSUs n_h of its stratum and (1 − f_h) n_h /
 * (n_h − 1). Only for designs of one stage in which no stratum has a single PSU, where no rule is needed.
 */
export interface StratumRuns {
  readonly start: Int32Array;
  readonly psus: Float64Array;
  readonly scale: Float64Array;
  /** domain → its first run */
  readonly ofLevel: Int32Array;
}

const knownRuns = new WeakMap<DomainCells, StratumRuns | undefined>();

/** Runs of the cells of a breakdown; undefined if the design needs the rules of `stageVariance`. */
export function cellRuns(cells: DomainCells): StratumRuns | undefined {
  if (!knownRuns.has(cells)) {
    knownRuns.set(cells, isPlain(cells.design) ? runsOf(cells.design, cells.unit, cells.start) : undefined);
  }
  return knownRuns.get(cells);
}

const knownUnitRuns = new WeakMap<SurveyDesign, StratumRuns | undefined>();

/** Runs of all units of a design, as one domain. */
function unitRuns(design: SurveyDesign): StratumRuns | undefined {
  if (!knownUnitRuns.has(design)) {
    const units = allUnits(design);
    knownUnitRuns.set(
      design,
      isPlain(design) ? runsOf(design, units, Int32Array.of(0, units.length)) : undefined,
    );
  }
  return knownUnitRuns.get(design);
}

function isPlain(design: SurveyDesign): boolean {
  const { stages, adjustDomainLonely, lonelyPsu, pps } = design;
  if (
    stages.length !== 1 ||
    pps ||
    (adjustDomainLonely && (lonelyPsu === 'adjust' || lonelyPsu === 'average'))
  ) {
    return false;
  }
  const { sampled, correction } = stages[0]!;
  return sampled.every((n, h) => n > 1 || correction[h]! < CERTAINTY_TOLERANCE);
}

function runsOf(design: SurveyDesign, unit: Int32Array, levelStart: Int32Array): StratumRuns {
  const { group, sampled, correction } = design.stages[0]!;
  const ofLevel = new Int32Array(levelStart.length);
  const start = new Int32Array(unit.length + 1);
  const psus = new Float64Array(unit.length);
  const scale = new Float64Array(unit.length);
  let runs = 0;
  for (let level = 0; level + 1 < levelStart.length; level++) {
    let previous = -1;
    const to = levelStart[level + 1]!;
    for (let c = levelStart[level]!; c < to; c++) {
      const h = group[unit[c]!]!;
      if (h === previous) continue;
      previous = h;
      const n = sampled[h]!;
      const f = correction[h]!;
      start[runs] = c;
      psus[runs] = n;
      scale[runs] = f < CERTAINTY_TOLERANCE ? 0 : (f * n) / (n - 1);
      runs++;
    }
    ofLevel[level + 1] = runs;
  }
  start[runs] = unit.length;
  return { start: start.slice(0, runs + 1), psus: psus.slice(0, runs), scale: scale.slice(0, runs), ofLevel };
}

/** Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (T_hi − T̄_h)² of a domain; units that are not listed have a total of 0 and count. */
function runsVariance(runs: StratumRuns, level: number, total: Float64Array): number {
  const { start, psus, scale, ofLevel } = runs;
  const last = ofLevel[level + 1]!;
  let variance = 0;
  let from = start[ofLevel[level]!]!;
  for (let run = ofLevel[level]!; run < last; run++) {
    const to = start[run + 1]!;
    const n = psus[run]!;
    let sum = 0;
    for (let i = from; i < to; i++) sum += total[i]!;
    const mean = sum / n;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const difference = total[i]! - mean;
      squares += difference * difference;
    }
    variance += scale[run]! * (squares + (n - (to - from)) * mean * mean);
    from = to;
  }
  return variance;
}

/** Variance of one domain from the totals of its cells in `total`; cells without weight are not there. */
export function cellVariance({ cells, cellSums, prepared, lane, total }: CellSums, level: number): number {
  const runs = cellRuns(cells);
  if (runs) return runsVariance(runs, level, total);
  const from = cells.start[level]!;
  const to = cells.start[level + 1]!;
  const unit = new Int32Array(to - from);
  const present = new Float64Array(to - from);
  let count = 0;
  for (let c = from; c < to; c++) {
    if (cellSums[(c * prepared.lanes + lane) * 2] === 0) continue;
    unit[count] = cells.unit[c]!;
    present[count] = total[c]!;
    count++;
  }
  return stageVariance(cells.design, unit.subarray(0, count), present.subarray(0, count));
}

/** Variance from the totals of all units of a design. */
export function unitVariance(design: SurveyDesign, total: Float64Array): number {
  const runs = unitRuns(design);
  return runs ? runsVariance(runs, 0, total) : stageVariance(design, allUnits(design), total);
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
