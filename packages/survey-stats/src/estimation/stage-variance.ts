import type { SamplingStage } from '../design/sampling-stage.ts';
import { CERTAINTY_TOLERANCE, type SurveyDesign } from '../design/survey-design.ts';
import { jointVariance, unequalStratum } from './unequal-variance.ts';

/**
 * Design variance of a total from the weighted totals of its sampling units, the one engine behind every SE.
 *
 * V = Σ_h (1 − f_h) n_h/(n_h − 1) Σ_i (T_hi − T̄_h)², plus the lower stages times the sampling fractions above them.
 * n_h is that of the full design; units that are not listed have a total of 0 and count. With unequal probabilities the
 * first stage's term is that of the design's `pps`.
 *
 * @param unit units of the last stage that have a row in the domain, ascending. @param total their totals T.
 *   The strata of the listed units are those present, which matters for the rules `fail`, `adjust` and `average`.
 * @throws for a stratum with one PSU under the rule `fail`, naming it.
 *
 * Source: R survey, R/multistage.R (`svyrecvar`, `multistage`, `onestage`, `onestrat`), R/pps.R.
 */
export function stageVariance(design: SurveyDesign, unit: Int32Array, total: Float64Array): number {
  let variance = 0;
  let units = unit;
  let totals = total;
  for (let s = design.stages.length - 1; s > 0; s--) {
    const stage = design.stages[s]!;
    variance += lowerStage(design, stage, s + 1, units, totals);
    const collapsed = collapse(stage, units, totals);
    units = collapsed.units;
    totals = collapsed.totals;
  }
  return variance + firstStage(design, units, totals);
}

function firstStage(design: SurveyDesign, unit: Int32Array, total: Float64Array): number {
  const { pps } = design;
  if (pps?.blocks) return jointVariance(design.psus, pps.blocks, pps.estimator, unit, total);
  const stage = design.stages[0]!;
  const { group, sampled, correction } = stage;
  const { lonelyPsu, adjustDomainLonely } = design;
  const domainRule = adjustDomainLonely && (lonelyPsu === 'adjust' || lonelyPsu === 'average');
  const centre = lonelyPsu === 'adjust' ? overallCentre(stage, unit, total) : 0;
  let variance = 0;
  let strata = 0;
  let averaged = 0;
  for (let from = 0; from < unit.length; ) {
    const h = group[unit[from]!]!;
    strata++;
    let to = from;
    let sum = 0;
    while (to < unit.length && group[unit[to]!] === h) {
      sum += total[to]!;
      to++;
    }
    const n = sampled[h]!;
    const f = correction[h]!;
    if (f < CERTAINTY_TOLERANCE) {
      from = to;
      continue;
    }
    const lonely = n === 1 || (domainRule && to - from === 1);
    if (lonely && lonelyPsu === 'average') averaged++;
    else if (lonely && lonelyPsu === 'fail') throw lonelyError(design, h);
    else if (n > 1 || lonelyPsu === 'adjust') {
      const mean = lonely ? centre : sum / n;
      variance += pps
        ? unequalStratum(stage, pps, h, unit, total, from, to, mean)
        : f * (n > 1 ? n / (n - 1) : 1) * squares(total, from, to, n, mean);
    }
    from = to;
  }
  return averaged === 0
    ? variance
    : strata === averaged
      ? Number.NaN
      : (variance * strata) / (strata - averaged);
}

function squares(total: Float64Array, from: number, to: number, n: number, mean: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const difference = total[i]! - mean;
    sum += difference * difference;
  }
  return sum + (n - (to - from)) * mean * mean;
}

/** Mean PSU total over the strata present: what the later `adjust` rule centres at. */
function overallCentre(stage: SamplingStage, unit: Int32Array, total: Float64Array): number {
  let sum = 0;
  let count = 0;
  let previous = -1;
  for (let i = 0; i < unit.length; i++) {
    const h = stage.group[unit[i]!]!;
    if (h !== previous) {
      previous = h;
      count += stage.sampled[h]!;
    }
    sum += total[i]!;
  }
  return count === 0 ? 0 : sum / count;
}

/** Variance inside the units of the stage above; each of those is a single stratum of its own. */
function lowerStage(
  design: SurveyDesign,
  stage: SamplingStage,
  stageNumber: number,
  unit: Int32Array,
  total: Float64Array,
): number {
  let variance = 0;
  for (let from = 0; from < unit.length; ) {
    const g = stage.group[unit[from]!]!;
    let to = from;
    let sum = 0;
    while (to < unit.length && stage.group[unit[to]!] === g) {
      sum += total[to]!;
      to++;
    }
    const n = stage.sampled[g]!;
    const f = stage.correction[g]!;
    if (f >= CERTAINTY_TOLERANCE) {
      if (n > 1) variance += stage.above[g]! * f * (n / (n - 1)) * squares(total, from, to, n, sum / n);
      else if (design.lonelyPsu === 'fail' || design.lonelyPsu === 'collapse') {
        throw new RangeError(
          `surveyDesign: ${unitsOfOne(stage, stageNumber)}, first that of row index ${firstRow(design, stageNumber, g)}, and so no variance; choose lonelyPsu 'remove', 'certainty' or 'adjust', or leave out the fpc of stage ${stageNumber}`,
        );
      } else if (design.lonelyPsu === 'average') return Number.NaN;
    }
    from = to;
  }
  return variance;
}

function unitsOfOne({ groups, sampled, correction }: SamplingStage, stageNumber: number): string {
  const alone = sampled.reduce(
    (sum, n, g) => sum + (n === 1 && correction[g]! >= CERTAINTY_TOLERANCE ? 1 : 0),
    0,
  );
  return `${alone} of ${groups} units of stage ${stageNumber - 1} have only one sampled unit at stage ${stageNumber}`;
}

/** The first row of a unit of the stage above. */
function firstRow(design: SurveyDesign, stageNumber: number, unit: number): number {
  const stages = design.stages.slice(stageNumber - 1).reverse();
  return design.unit.findIndex((own) => stages.reduce((u, { group }) => group[u]!, own) === unit);
}

function collapse(
  stage: SamplingStage,
  unit: Int32Array,
  total: Float64Array,
): { units: Int32Array; totals: Float64Array } {
  const units = new Int32Array(unit.length);
  const totals = new Float64Array(unit.length);
  let count = 0;
  for (let i = 0; i < unit.length; i++) {
    const g = stage.group[unit[i]!]!;
    if (count === 0 || units[count - 1] !== g) {
      units[count] = g;
      count++;
    }
    totals[count - 1]! += total[i]!;
  }
  return { units: units.subarray(0, count), totals: totals.subarray(0, count) };
}

function lonelyError(design: SurveyDesign, h: number): RangeError {
  const label = design.stratumLabels[h];
  const where = label === '' ? 'the design' : `stratum "${label}"`;
  const { sampled, correction } = design.stages[0]!;
  const alike = sampled.filter((n, own) => n === 1 && correction[own]! >= CERTAINTY_TOLERANCE).length;
  const others = alike > 1 ? `, as ${alike - 1} of the other ${design.strata - 1} strata have` : '';
  return new RangeError(
    `surveyDesign: ${where} has only one PSU${others}, so it has no variance of its own; choose lonelyPsu 'remove', 'certainty', 'adjust' or 'average', or merge the stratum with a similar one`,
  );
}
