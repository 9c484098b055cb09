import type { DomainCells } from '../design/domain-cells.ts';
import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import type { CellSums } from './cell-sums.ts';
import { stageVariance } from './stage-variance.ts';

/** PSUs n_h of each stratum, and (1 − f_h) n_h / (n_h − 1). */
export interface StratumFactors {
  readonly psus: Float64Array;
  readonly scale: Float64Array;
}

const knownFactors = new WeakMap<SurveyDesign, StratumFactors | undefined>();

/** Only for designs of one stage in which no stratum has a single PSU: undefined if the design needs the rules of `stageVariance`. */
export function stratumFactors(design: SurveyDesign): StratumFactors | undefined {
  if (!knownFactors.has(design)) knownFactors.set(design, isPlain(design) ? factorsOf(design) : undefined);
  return knownFactors.get(design);
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

function factorsOf({ stages }: SurveyDesign): StratumFactors {
  const { sampled, correction } = stages[0]!;
  const psus = Float64Array.from(sampled);
  const scale = psus.map((n, h) => {
    const f = correction[h]!;
    return f < CERTAINTY_TOLERANCE ? 0 : (f * n) / (n - 1);
  });
  return { psus, scale };
}

/** Strata standing together in a list of unit totals. */
interface StratumRuns {
  /** run → its first total, and the length of the list */
  readonly start: Int32Array;
  readonly stratum: Int32Array;
  /** domain → its first run, and the number of runs */
  readonly ofLevel: Int32Array;
}

const knownRuns = new WeakMap<DomainCells, StratumRuns>();

/** Runs of the cells of a breakdown. */
function cellRuns(cells: DomainCells): StratumRuns {
  let runs = knownRuns.get(cells);
  if (!runs) {
    runs = runsOf(cells.design, cells.unit, cells.start);
    knownRuns.set(cells, runs);
  }
  return runs;
}

const knownUnitRuns = new WeakMap<SurveyDesign, StratumRuns>();

/** Runs of all units of a design, as one domain. */
function unitRuns(design: SurveyDesign): StratumRuns {
  let runs = knownUnitRuns.get(design);
  if (!runs) {
    const units = allUnits(design);
    runs = runsOf(design, units, Int32Array.of(0, units.length));
    knownUnitRuns.set(design, runs);
  }
  return runs;
}

function runsOf({ stages }: SurveyDesign, unit: Int32Array, levelStart: Int32Array): StratumRuns {
  const { group } = stages[0]!;
  const ofLevel = new Int32Array(levelStart.length);
  const start = new Int32Array(unit.length + 1);
  const stratum = new Int32Array(unit.length);
  let runs = 0;
  for (let level = 0; level + 1 < levelStart.length; level++) {
    let previous = -1;
    const to = levelStart[level + 1]!;
    for (let c = levelStart[level]!; c < to; c++) {
      const h = group[unit[c]!]!;
      if (h === previous) continue;
      previous = h;
      start[runs] = c;
      stratum[runs] = h;
      runs++;
    }
    ofLevel[level + 1] = runs;
  }
  start[runs] = unit.length;
  return { start: start.slice(0, runs + 1), stratum: stratum.slice(0, runs), ofLevel };
}

/** Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (T_hi − T̄_h)² of a domain; units that are not listed have a total of 0 and count. */
function runsVariance(
  { start, stratum, ofLevel }: StratumRuns,
  { psus, scale }: StratumFactors,
  level: number,
  total: Float64Array,
): number {
  const last = ofLevel[level + 1]!;
  let variance = 0;
  let from = start[ofLevel[level]!]!;
  for (let run = ofLevel[level]!; run < last; run++) {
    const to = start[run + 1]!;
    const h = stratum[run]!;
    const n = psus[h]!;
    let sum = 0;
    for (let i = from; i < to; i++) sum += total[i]!;
    const mean = sum / n;
    let squares = 0;
    for (let i = from; i < to; i++) {
      const difference = total[i]! - mean;
      squares += difference * difference;
    }
    variance += scale[h]! * (squares + (n - (to - from)) * mean * mean);
    from = to;
  }
  return variance;
}

/** Variance of one domain from the totals of its cells in `total`; cells without weight are not there. */
export function cellVariance({ cells, cellSums, prepared, lane, total }: CellSums, level: number): number {
  const factors = stratumFactors(cells.design);
  if (factors) return runsVariance(cellRuns(cells), factors, level, total);
  const sums = cellSums();
  const from = cells.start[level]!;
  const to = cells.start[level + 1]!;
  const unit = new Int32Array(to - from);
  const present = new Float64Array(to - from);
  let count = 0;
  for (let c = from; c < to; c++) {
    if (sums[(c * prepared.lanes + lane) * 2] === 0) continue;
    unit[count] = cells.unit[c]!;
    present[count] = total[c]!;
    count++;
  }
  return stageVariance(cells.design, unit.subarray(0, count), present.subarray(0, count));
}

/** Variance from the totals of all units of a design. */
export function unitVariance(design: SurveyDesign, total: Float64Array): number {
  const factors = stratumFactors(design);
  return factors
    ? runsVariance(unitRuns(design), factors, 0, total)
    : stageVariance(design, allUnits(design), total);
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
