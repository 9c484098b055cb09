import type { CalibrationLayer } from '../weighting/calibration-layer.ts';
import { rowNumbers } from './counting-sort.ts';
import { type EncodedIds, encodeIds } from './encode-ids.ts';
import {
  type PopulationKind,
  type SamplingStage,
  type StageUnits,
  samplingStage,
  stageUnits,
} from './sampling-stage.ts';

/**
 * What a stratum with a single PSU in the full design adds to a variance: `fail` throws, `remove` and `certainty` add
 * nothing, `adjust` adds (T − c)² with c the mean PSU total over the strata present (survey 4.3 and later; 4.1 had
 * c = 0), `average` gives it the mean contribution of the other strata.
 */
export type LonelyPsu = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average';

const LONELY_PSU_RULES: readonly string[] = ['fail', 'remove', 'certainty', 'adjust', 'average'];

export interface DesignInput {
  /** One weight a row, finite and at least 0. */
  readonly weight: ArrayLike<number>;
  /** First-stage stratum ids; absent: one stratum. */
  readonly strata?: ArrayLike<number | string> | undefined;
  /** PSU ids, or the ids of stages 1, 2, …; absent: every row is its own PSU. */
  readonly psu?: ArrayLike<number | string> | ArrayLike<number | string>[] | undefined;
  /** Finite population values, per stage: all population counts (≥ 1) or all sampling fractions (≤ 1). */
  readonly fpc?: ArrayLike<number> | ArrayLike<number>[] | undefined;
  /** true (default): PSU ids may restart in each stratum; false: an id seen in two strata throws. */
  readonly nest?: boolean | undefined;
  /** default 'fail', as in R */
  readonly lonelyPsu?: LonelyPsu | undefined;
  /**
   * default false, as in R: apply `adjust` and `average` also to a stratum with several PSUs of which only one has
   * rows in the domain (R's `survey.adjust.domain.lonely`).
   */
  readonly adjustDomainLonely?: boolean | undefined;
}

/** A sample design: weights, strata and PSUs of every row of the full sample. Immutable. */
export interface SurveyDesign {
  readonly rows: number;
  /** row → weight */
  readonly weight: Float64Array;
  /** row → stratum, from 0 */
  readonly stratum: Int32Array;
  /** row → PSU, from 0, unique over strata and standing together by stratum */
  readonly psu: Int32Array;
  /** PSU → stratum */
  readonly psuStratum: Int32Array;
  /** stratum → number of PSUs, n_h */
  readonly psusPerStratum: Int32Array;
  /** number of strata */
  readonly strata: number;
  /** number of PSUs */
  readonly psus: number;
  /** stratum → id as given; empty text if there are no strata */
  readonly stratumLabels: readonly (number | string)[];
  readonly lonelyPsu: LonelyPsu;
  readonly adjustDomainLonely: boolean;
  /** PSU ids of the input did restart in strata */
  readonly nested: boolean;
  /** stages that enter a variance: the first, and those below it as far as fpc is given */
  readonly stages: readonly SamplingStage[];
  /** row → unit of the last of `stages` */
  readonly unit: Int32Array;
  /** calibrations that made the weight, oldest first */
  readonly calibration?: readonly CalibrationLayer[];
}

/**
 * Survey design: says how the sample was drawn, once, for every later estimate.
 *
 * Domains are never filtered from it: pass `domainCells` to an estimator, so that PSUs without a row in the domain
 * still count. Without `fpc` only the first stage enters a variance (ultimate clusters).
 *
 * @param input weight (persons per row), strata, PSU and fpc columns of equal length; see {@link DesignInput}.
 * @returns the design; strata and PSUs are numbered in the order of their ids, not of the rows.
 * @throws on a weight that is not finite or negative, a missing id, columns of unequal length, an fpc that mixes counts
 *   and fractions, varies inside a stratum or is smaller than the sample, and, with `nest: false`, on a PSU id that
 *   occurs in two strata.
 *
 * R equivalent: `survey::svydesign(ids, strata, fpc, weights, nest)`; here `nest` defaults to true.
 * Source: R survey, R/multistage.R (`svydesign`, `as.fpc`).
 * @example
 * const design = surveyDesign({ weight: [1, 1, 2, 2], strata: ['a', 'a', 'b', 'b'], psu: [1, 2, 1, 2] });
 * design.psus; // 4
 * design.nested; // true
 */
export function surveyDesign(input: DesignInput): SurveyDesign {
  const rows = input.weight.length;
  const weight = checkedWeight(input.weight);
  const lonelyPsu = input.lonelyPsu ?? 'fail';
  if (!LONELY_PSU_RULES.includes(lonelyPsu)) {
    throw new RangeError(
      `surveyDesign: lonelyPsu must be one of ${LONELY_PSU_RULES.join(', ')}; got "${lonelyPsu}"`,
    );
  }
  const strata: EncodedIds = input.strata
    ? encodeIds('surveyDesign', 'stratum', input.strata, rows)
    : { codes: new Int32Array(rows), labels: [''] };
  const idStages: EncodedIds[] = idColumns(input.psu).map((ids, index) =>
    encodeIds('surveyDesign', index === 0 ? 'PSU' : `stage ${index + 1} unit`, ids, rows),
  );
  const fpcStages = fpcColumns(input.fpc, rows);
  const stageCount = Math.max(1, idStages.length);
  if (fpcStages.length > stageCount) {
    throw new RangeError(
      `surveyDesign: fpc must have at most one column a stage; expected ${stageCount} or fewer, got ${fpcStages.length}`,
    );
  }
  const kind = populationKind(fpcStages);

  const stratumLabels = strata.labels;
  const stratumName = (h: number) => (input.strata ? `stratum "${stratumLabels[h]}"` : 'the population');
  const stages: SamplingStage[] = [];
  let parents: StageUnits = { unit: strata.codes, units: stratumLabels.length, group: new Int32Array(0) };
  let psus: StageUnits | undefined;
  for (let s = 0; s < Math.max(1, fpcStages.length); s++) {
    const ids = idStages[s];
    const units = ids
      ? stageUnits(parents.unit, parents.units, ids.codes, ids.labels.length)
      : stageUnits(parents.unit, parents.units, rowNumbers(rows), rows);
    const values = fpcStages[s];
    stages.push(
      samplingStage(
        s + 1,
        units,
        parents.units,
        fractionsAbove(stages.at(-1)),
        values ? { kind, values } : { kind: 'none' },
        s === 0 ? stratumName : (g) => `unit ${g + 1} of stage ${s}`,
      ),
    );
    psus ??= units;
    parents = units;
  }
  const first = psus ?? parents;
  const firstIds = idStages[0];
  const nested = firstIds !== undefined && first.units > firstIds.labels.length;
  if (nested && input.nest === false && firstIds) {
    throw new RangeError(
      `surveyDesign: nest: false needs PSU ids that are unique over strata; ${repeatedId(first, firstIds)} occurs in more than one stratum. Leave nest out if ids restart in each stratum`,
    );
  }
  const firstStage = stages[0]!;
  return Object.freeze({
    rows,
    weight,
    stratum: strata.codes,
    psu: first.unit,
    psuStratum: first.group,
    psusPerStratum: firstStage.sampled,
    strata: stratumLabels.length,
    psus: first.units,
    stratumLabels,
    lonelyPsu,
    adjustDomainLonely: input.adjustDomainLonely ?? false,
    nested,
    stages,
    unit: parents.unit,
  });
}

function checkedWeight(given: ArrayLike<number>): Float64Array {
  const weight = Float64Array.from(given);
  let bad = 0;
  let first = -1;
  for (let row = 0; row < weight.length; row++) {
    const w = weight[row]!;
    if (w >= 0 && w < Number.POSITIVE_INFINITY && given[row] !== null) continue;
    if (bad === 0) first = row;
    bad++;
  }
  if (bad > 0) {
    throw new RangeError(
      `surveyDesign: every weight must be finite and at least 0; ${bad} of ${weight.length} rows are not, ` +
        `the first at index ${first} (${given[first]}). Take these rows out or give them weight 0`,
    );
  }
  return weight;
}

function idColumns(psu: DesignInput['psu']): ArrayLike<number | string>[] {
  if (psu === undefined) return [];
  if (Array.isArray(psu) && typeof psu[0] === 'object' && psu[0] !== null)
    return psu as ArrayLike<number | string>[];
  return [psu as ArrayLike<number | string>];
}

function fpcColumns(fpc: DesignInput['fpc'], rows: number): ArrayLike<number>[] {
  if (fpc === undefined) return [];
  const columns =
    Array.isArray(fpc) && typeof fpc[0] === 'object'
      ? (fpc as ArrayLike<number>[])
      : [fpc as ArrayLike<number>];
  columns.forEach((column, index) => {
    if (column.length !== rows) {
      throw new RangeError(
        `surveyDesign: fpc of stage ${index + 1} must have one value a row; expected ${rows}, got ${column.length}`,
      );
    }
  });
  return columns;
}

function populationKind(columns: ArrayLike<number>[]): PopulationKind {
  let above = false;
  let below = false;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const value = column[row]!;
      if (!(value > 0)) {
        throw new RangeError(`surveyDesign: every fpc must be above 0; row index ${row} has ${value}`);
      }
      if (value > 1) above = true;
      if (value < 1) below = true;
      if (above && below) {
        throw new RangeError(
          `surveyDesign: fpc must be all population counts (1 or more) or all fractions (1 or less); row index ${row} has ${value} among values of the other kind`,
        );
      }
    }
  }
  return columns.length === 0 ? 'none' : above ? 'counts' : 'fractions';
}

function fractionsAbove(stage: SamplingStage | undefined): Float64Array {
  if (!stage) return new Float64Array(0);
  const above = new Float64Array(stage.units);
  for (let unit = 0; unit < stage.units; unit++) {
    const g = stage.group[unit]!;
    above[unit] = stage.fraction[g]! * (stage.above.length > 0 ? stage.above[g]! : 1);
  }
  return above;
}

function repeatedId(units: StageUnits, ids: EncodedIds): string {
  const unitOfId = new Int32Array(ids.labels.length).fill(-1);
  for (let row = 0; row < ids.codes.length; row++) {
    const id = ids.codes[row]!;
    const unit = units.unit[row]!;
    if (unitOfId[id] === -1) unitOfId[id] = unit;
    else if (unitOfId[id] !== unit) return `PSU "${ids.labels[id]}"`;
  }
  return 'one';
}
