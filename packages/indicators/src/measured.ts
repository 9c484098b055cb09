import { codeLists, type Indicator, type Measure, respondentVariables } from '@wavebook/schema';
import { codebooks } from '@wavebook/schema/codebooks';
import { measuredVariables } from '@wavebook/schema/indicators';
import { numbersOf, type Table, textOf } from '@wavebook/tables';
import { compositeIndex } from './composite.ts';
import { conditionShare } from './condition-share.ts';
import { countOfItems } from './count.ts';
import { hasAnswers } from './has-answers.ts';
import { householdShare } from './household-share.ts';
import { sumOfItems } from './item-reliability.ts';
import { membersMeasured } from './members-measured.ts';
import { aboveOf, combinedScore, itemScores } from './scores.ts';
import type { WeightedWave } from './weighted-wave.ts';
import { yearsBetween } from './years-between.ts';

/**
 * The values of an indicator's measure for every respondent, NaN without an answer; one entry a category for a structure.
 *
 * For a share among household members `y` and `x` are the household's counts with the answer and in all, both divided by its eligible
 * members, so that the ratio of their weighted totals counts each member with the household weight; `members` lists them one by one.
 */
export interface Measured {
  readonly category: string;
  readonly y: Float64Array;
  /** Denominator of a ratio. */
  readonly x?: Float64Array;
  readonly members?: MeasuredMembers;
  /** The two groups of a gap and what it is held equal on. */
  readonly gap?: MeasuredGap;
  /** The items of a scale whose reliability is asked for. */
  readonly items?: readonly Float64Array[];
}

/** Row → 0 for the group whose gap it is, 1 for the group it is set against, -1 for neither; and the control variables. */
export interface MeasuredGap {
  readonly group: Int32Array;
  readonly controls: readonly (
    | { readonly name: string; readonly codes: Int32Array; readonly levels: readonly string[] }
    | { readonly name: string; readonly values: Float64Array }
  )[];
}

/** Household members with the measure: the row of their respondent, and 1, 0 or NaN for their answer. */
export interface MeasuredMembers {
  readonly row: Int32Array;
  readonly y: Float64Array;
  /** Household weight over the respondent's weight: one over the eligible members. */
  readonly share: Float64Array;
}

const shareOf = (
  records: Table,
  variable: string,
  codes: ReadonlySet<string>,
  excluded: readonly string[],
): Float64Array => {
  const column = textOf(records, variable);
  const values = column.levels.map((level) =>
    excluded.includes(level) ? Number.NaN : codes.has(level) ? 1 : 0,
  );
  const y = new Float64Array(column.codes.length).fill(Number.NaN);
  for (let row = 0; row < y.length; row++) {
    const code = column.codes[row] as number;
    if (code >= 0) y[row] = values[code] as number;
  }
  return y;
};

const gapOf = (records: Table, measure: Extract<Measure, { kind: 'gap' }>): MeasuredGap => {
  const column = textOf(records, measure.by);
  const side = column.levels.map((level) => (level === measure.of ? 0 : level === measure.against ? 1 : -1));
  return {
    group: column.codes.map((code) => (code < 0 ? -1 : (side[code] as number))),
    controls: (measure.controls ?? []).map((name) =>
      records.columns.get(name)?.kind === 'number'
        ? { name, values: numbersOf(records, name) }
        : { name, ...textOf(records, name) },
    ),
  };
};

/** A measure as it counts in a universe: the line of low pay is that of the universe, so that answers of others are left out. */
export function measuredWithin(universe: Uint8Array, values: Measured, { measure }: Indicator): Measured {
  if (measure.kind !== 'low_pay') return values;
  return { ...values, y: values.y.map((value, row) => (universe[row] ? value : Number.NaN)) };
}

/** What a measure reads of a wave. */
export type MeasuredWave = Pick<WeightedWave, 'wave' | 'records' | 'members' | 'interview'>;

/** Evaluates a measure; undefined when the wave did not ask one of its variables or the file has no known column for it. */
export function measured(
  { wave, records, members, interview }: MeasuredWave,
  { measure }: Indicator,
): Measured[] | undefined {
  if (measure.kind === 'member_share') return membersMeasured(records, members, measure);
  if (!measuredVariables(measure).every((name) => hasAnswers(records, name))) return undefined;
  const one = (y: Float64Array): Measured[] => [{ category: '', y }];
  switch (measure.kind) {
    case 'share':
      return one(shareOf(records, measure.variable, new Set(measure.codes), measure.excluded ?? []));
    case 'share_above':
      return one(aboveOf(numbersOf(records, measure.variable), measure.above));
    case 'structure':
      return structureOf(records, measure);
    case 'gap':
      return [{ category: '', y: numbersOf(records, measure.variable), gap: gapOf(records, measure) }];
    case 'mean':
    case 'quantile':
    case 'gini':
    case 'low_pay':
      return one(numbersOf(records, measure.variable));
    case 'ratio': {
      const scale = measure.scale ?? 1;
      const y = numbersOf(records, measure.variable).map((v) => v * scale);
      return [{ category: '', y, x: numbersOf(records, measure.denominator) }];
    }
    case 'condition_share':
      return one(conditionShare(records, measure));
    case 'score_mean':
    case 'score_above':
      return one(combinedScore(records, measure));
    case 'reliability': {
      const items = measure.items.map((item) => itemScores(records, item));
      return [{ category: '', y: sumOfItems(items), items }];
    }
    case 'composite':
    case 'composite_above':
      return one(compositeIndex(records, measure));
    case 'count_mean':
    case 'count_above':
      return one(countOfItems(records, measure));
    case 'household_share': {
      const y = householdShare(records, members, measure);
      return y && one(y);
    }
    case 'years_between':
      return one(yearsBetween(records, measure, codebooks[wave.codebook]?.interview ?? interview));
  }
}

function structureOf(records: Table, measure: Extract<Measure, { kind: 'structure' }>): Measured[] {
  const list = respondentVariables.find((v) => v.name === measure.variable)?.codes;
  const column = textOf(records, measure.variable);
  const codes = new Set(column.codes);
  const present = new Set(column.levels.filter((_, code) => codes.has(code)));
  return (codeLists[list ?? '']?.codes ?? [])
    .filter(({ code }) => present.has(code) && !measure.excluded?.includes(code))
    .map(({ code }) => ({
      category: code,
      y: shareOf(records, measure.variable, new Set([code]), measure.excluded ?? []),
    }));
}
