import type { CalibrationLayer } from '../weighting/calibration-layer.ts';
import { checkedRule, checkPps } from './check-design.ts';
import { type CollapsedStratum, type CollapseOptions, collapseStrata } from './collapse-strata.ts';
import { rowNumbers } from './counting-sort.ts';
import { fpcColumns, idColumns, populationKind, weightColumn } from './design-columns.ts';
import { type EncodedIds, encodeIds } from './encode-ids.ts';
import {
  type SamplingStage,
  type StageUnits,
  samplingStage,
  stageUnits,
  unequalStage,
} from './sampling-stage.ts';
import { type PpsInput, type UnequalProbabilities, unequalProbabilities } from './unequal-probabilities.ts';

/**
 * What a stratum with a single PSU in the full design adds to a variance: `fail` throws, `remove` and `certainty` add
 * nothing, `adjust` adds (T − c)² with c the mean PSU total over the strata present (survey 4.3 and later; 4.1 had
 * c = 0), `average` gives it the mean contribution of the other strata. `collapse` merges it with a similar stratum when
 * the design is made, see `collapse`. A stratum is present where the domain has a row of it with an answer and a weight that
 * is not 0 (R counts rows of weight 0 too).
 */
export type LonelyPsu = 'fail' | 'remove' | 'certainty' | 'adjust' | 'average' | 'collapse';

/** Strata with 1 − n/N below this are self-representing and add nothing, whatever their number of PSUs. */
export const CERTAINTY_TOLERANCE = 1e-7;

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
  /** partners for `lonelyPsu: 'collapse'`, and only for it */
  readonly collapse?: CollapseOptions | undefined;
  /**
   * PSUs drawn with unequal probabilities without replacement; the first stage's fpc holds each PSU's probability. The
   * weights are not made from it.
   */
  readonly pps?: PpsInput | undefined;
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
  /** strata that `lonelyPsu: 'collapse'` merged; the design's strata and degrees of freedom are those after it */
  readonly collapsed?: readonly CollapsedStratum[];
  /** how PSUs of unequal probabilities enter a variance; absent: equal probabilities inside a stratum */
  readonly pps?: UnequalProbabilities;
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
 *   and fractions, varies inside a stratum (without `pps`) or is smaller than the sample, probabilities that do not fit
 *   together, a stratum without a partner under `collapse`, and, with `nest: false`, on a PSU id that occurs in two strata.
 *
 * R equivalent: `survey::svydesign(ids, strata, fpc, weights, nest, pps, variance)`; here `nest` defaults to true, and
 * `collapse` has none. Source: R survey, R/multistage.R (`svydesign`, `as.fpc`), R/pps.R.
 * @example
 * const design = surveyDesign({ weight: [1, 1, 2, 2], strata: ['a', 'a', 'b', 'b'], psu: [1, 2, 1, 2] });
 * design.psus; // 4
 * design.nested; // true
 */
export function surveyDesign(input: DesignInput): SurveyDesign {
  const rows = input.weight.length;
  const weight = weightColumn('surveyDesign', input.weight);
  const lonelyPsu = checkedRule(input);
  let strata: EncodedIds = input.strata
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

  checkPps(input, kind);

  const given = strata;
  const stratumName = (h: number) => (input.strata ? `stratum "${given.labels[h]}"` : 'the population');
  const stages: SamplingStage[] = [];
  let parents: StageUnits = { unit: strata.codes, units: strata.labels.length, group: new Int32Array(0) };
  let psus: StageUnits | undefined;
  let collapsed: readonly CollapsedStratum[] | undefined;
  for (let s = 0; s < Math.max(1, fpcStages.length); s++) {
    const ids = idStages[s];
    let units = ids
      ? stageUnits(parents.unit, parents.units, ids.codes, ids.labels.length)
      : stageUnits(parents.unit, parents.units, rowNumbers(rows), rows);
    const values = fpcStages[s];
    const unequal = s === 0 && input.pps !== undefined ? values : undefined;
    let stage = unequal
      ? unequalStage(s + 1, units, parents.units, unequal)
      : samplingStage(
          s + 1,
          units,
          parents.units,
          fractionsAbove(stages.at(-1)),
          values ? { kind, values } : { kind: 'none' },
          s === 0 ? stratumName : (g) => `unit ${g + 1} of stage ${s}`,
        );
    if (s === 0 && input.collapse) {
      const { correction } = stage;
      const merged = collapseStrata(
        strata,
        units,
        stage,
        input.collapse,
        (h) => correction[h]! < CERTAINTY_TOLERANCE,
      );
      ({ strata, units, collapsed } = merged);
      stage = unequal ? unequalStage(1, units, strata.labels.length, unequal) : merged.stage;
    }
    stages.push(stage);
    psus ??= units;
    parents = units;
  }
  const first = psus ?? parents;
  const firstIds = idStages[0];
  const nested = firstIds !== undefined && first.units > firstIds.labels.length;
  if (nested && input.nest === false && firstIds) {
    throw new RangeError(
      `surveyDesign: nest: false needs PSU ids that are unique over strata; ${repeatedIds(first, firstIds)}. Leave nest out if ids restart in each stratum`,
    );
  }
  const firstStage = stages[0]!;
  const pps = input.pps && unequalProbabilities(input.pps, firstStage, first, strata, firstIds);
  return Object.freeze({
    rows,
    weight,
    stratum: strata.codes,
    psu: first.unit,
    psuStratum: first.group,
    psusPerStratum: firstStage.sampled,
    strata: strata.labels.length,
    psus: first.units,
    stratumLabels: strata.labels,
    lonelyPsu,
    adjustDomainLonely: input.adjustDomainLonely ?? false,
    nested,
    stages,
    unit: parents.unit,
    ...(collapsed && { collapsed }),
    ...(pps && { pps }),
  });
}

function fractionsAbove(stage: SamplingStage | undefined): Float64Array {
  if (!stage) return new Float64Array(0);
  const above = new Float64Array(stage.units);
  for (let unit = 0; unit < stage.units; unit++) {
    const g = stage.group[unit]!;
    above[unit] =
      (stage.probability?.[unit] ?? stage.fraction[g]!) * (stage.above.length > 0 ? stage.above[g]! : 1);
  }
  return above;
}

function repeatedIds(units: StageUnits, ids: EncodedIds): string {
  const unitOfId = new Int32Array(ids.labels.length).fill(-1);
  const repeated = new Set<number>();
  ids.codes.forEach((id, row) => {
    const unit = units.unit[row]!;
    if (unitOfId[id] === -1) unitOfId[id] = unit;
    else if (unitOfId[id] !== unit) repeated.add(id);
  });
  const [first = 0] = [...repeated].sort((a, b) => a - b);
  return `${repeated.size} of ${ids.labels.length} ids occur in more than one stratum, first "${ids.labels[first]}"`;
}
