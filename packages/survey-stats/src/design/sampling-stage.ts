import { rowNumbers, sortByKey } from './counting-sort.ts';

/**
 * One stage of sampling. Units are numbered so that the units of a group stand together; groups are the strata at the
 * first stage and the units of the stage above at later ones.
 */
export interface SamplingStage {
  readonly units: number;
  readonly groups: number;
  /** unit → its group */
  readonly group: Int32Array;
  /** group → units sampled in the full design, n */
  readonly sampled: Int32Array;
  /** group → sampling fraction n/N; 0 without a finite population correction */
  readonly fraction: Float64Array;
  /** group → 1 − n/N; 1 without a finite population correction */
  readonly correction: Float64Array;
  /** group → product of the sampling fractions of the stages above; 1 at the first stage */
  readonly above: Float64Array;
  /**
   * unit → its inclusion probability, only where units of a group were drawn with unequal ones; `fraction` is then their
   * mean and `correction` the largest 1 − probability
   */
  readonly probability?: Float64Array;
}

/** Units of a stage: row → unit, unit → group, numbered by group and then by id. */
export interface StageUnits {
  readonly unit: Int32Array;
  readonly units: number;
  readonly group: Int32Array;
}

/** Numbers the units (group, id) that occur, whatever the order of the rows. */
export function stageUnits(
  rowGroup: Int32Array,
  groups: number,
  ids: Int32Array,
  idCount: number,
): StageUnits {
  const rows = rowGroup.length;
  const order = sortByKey(sortByKey(rowNumbers(rows), ids, idCount), rowGroup, groups);
  const unit = new Int32Array(rows);
  const group = new Int32Array(rows);
  let units = 0;
  let previousGroup = -1;
  let previousId = -1;
  for (let i = 0; i < rows; i++) {
    const row = order[i]!;
    if (rowGroup[row] !== previousGroup || ids[row] !== previousId) {
      previousGroup = rowGroup[row]!;
      previousId = ids[row]!;
      group[units] = previousGroup;
      units++;
    }
    unit[row] = units - 1;
  }
  return { unit, units, group: group.slice(0, units) };
}

/** Finite population values as population counts per row, from counts (all ≥ 1) or fractions (all ≤ 1). */
export type PopulationKind = 'counts' | 'fractions' | 'none';

/** The first stage of a design with unequal probabilities: the fractions are those of the units, not of the groups. */
export function unequalStage(
  stageNumber: number,
  { unit, units, group }: StageUnits,
  groups: number,
  values: ArrayLike<number>,
): SamplingStage {
  const probability = new Float64Array(units).fill(Number.NaN);
  for (let row = 0; row < unit.length; row++) {
    const u = unit[row]!;
    const value = values[row]!;
    if (Number.isNaN(probability[u]!)) probability[u] = value;
    else if (probability[u] !== value) {
      throw new RangeError(
        `surveyDesign: the probability of a PSU (fpc of stage ${stageNumber}) must be the same in all its rows; got ${probability[u]} and ${value} (row index ${row})`,
      );
    }
  }
  const sampled = new Int32Array(groups);
  const fraction = new Float64Array(groups);
  const correction = new Float64Array(groups);
  for (let u = 0; u < units; u++) {
    const g = group[u]!;
    sampled[g]!++;
    fraction[g]! += probability[u]!;
    correction[g] = Math.max(correction[g]!, 1 - probability[u]!);
  }
  for (let g = 0; g < groups; g++) fraction[g]! /= sampled[g]!;
  return { units, groups, group, sampled, fraction, correction, above: new Float64Array(0), probability };
}

/**
 * Makes a stage from its units and the finite population values of its rows.
 *
 * @throws if the values differ inside a group, or say that more was sampled than there is.
 */
export function samplingStage(
  stageNumber: number,
  { unit, units, group }: StageUnits,
  groups: number,
  above: Float64Array,
  population: { readonly kind: PopulationKind; readonly values?: ArrayLike<number> },
  groupName: (group: number) => string,
): SamplingStage {
  const sampled = new Int32Array(groups);
  for (let u = 0; u < units; u++) sampled[group[u]!]!++;
  const fractions = new Float64Array(groups);
  const correction = new Float64Array(groups).fill(1);
  if (population.kind !== 'none' && population.values) {
    const values = population.values;
    const given = new Float64Array(groups).fill(Number.NaN);
    for (let row = 0; row < unit.length; row++) {
      const g = group[unit[row]!]!;
      const value = values[row]!;
      if (Number.isNaN(given[g]!)) given[g] = value;
      else if (given[g] !== value) {
        throw new RangeError(
          `surveyDesign: fpc of stage ${stageNumber} must be constant in ${groupName(g)}; got ${given[g]} and ${value} (row index ${row})`,
        );
      }
    }
    const rowsOf = (g: number): number => unit.reduce((sum, u) => sum + (group[u] === g ? 1 : 0), 0);
    for (let g = 0; g < groups; g++) {
      const fraction = population.kind === 'counts' ? sampled[g]! / given[g]! : given[g]!;
      if (fraction > 1) {
        throw new RangeError(
          `surveyDesign: fpc of stage ${stageNumber} says that ${groupName(g)} holds ${given[g]} units, but ${sampled[g]} were sampled (${rowsOf(g)} rows); expected the number of units in the population, not in the sample, or the sampled fraction (at most 1)`,
        );
      }
      fractions[g] = fraction;
      correction[g] =
        population.kind === 'counts' && Number.isFinite(given[g]!)
          ? (given[g]! - sampled[g]!) / given[g]!
          : 1 - fraction;
    }
  }
  return { units, groups, group, sampled, fraction: fractions, correction, above };
}
