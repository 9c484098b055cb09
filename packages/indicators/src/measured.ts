import { codeLists, type Indicator, type Measure, respondentVariables } from '@wavebook/schema';
import { numbersOf, type Table, textOf } from '@wavebook/tables';
import { membersMeasured } from './members-measured.ts';

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

/** Whether any row of a table answers a variable. */
export function hasAnswers(records: Table, variable: string): boolean {
  const column = records.columns.get(variable);
  if (!column) return false;
  return column.kind === 'number'
    ? column.values.some((v) => !Number.isNaN(v))
    : column.codes.some((code) => code >= 0);
}

/** A measure as it counts in a universe: the line of low pay is that of the universe, so that answers of others are left out. */
export function measuredWithin(universe: Uint8Array, values: Measured, { measure }: Indicator): Measured {
  if (measure.kind !== 'low_pay') return values;
  return { ...values, y: values.y.map((value, row) => (universe[row] ? value : Number.NaN)) };
}

/** Evaluates a measure; undefined when the wave did not ask one of its variables or the file has no known column for it. */
export function measured(records: Table, members: Table, indicator: Indicator): Measured[] | undefined {
  const { measure } = indicator;
  if (measure.kind === 'member_share') return membersMeasured(records, members, measure);
  const needed = [
    measure.variable,
    ...(measure.kind === 'ratio' ? [measure.denominator] : []),
    ...(measure.kind === 'gap' ? [measure.by, ...(measure.controls ?? [])] : []),
  ];
  if (!needed.every((name) => hasAnswers(records, name))) return undefined;
  switch (measure.kind) {
    case 'share':
      return [
        {
          category: '',
          y: shareOf(records, measure.variable, new Set(measure.codes), measure.excluded ?? []),
        },
      ];
    case 'share_above': {
      const values = numbersOf(records, measure.variable);
      return [{ category: '', y: values.map((v) => (Number.isNaN(v) ? v : v > measure.above ? 1 : 0)) }];
    }
    case 'structure': {
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
    case 'gap':
      return [{ category: '', y: numbersOf(records, measure.variable), gap: gapOf(records, measure) }];
    case 'mean':
    case 'quantile':
    case 'gini':
    case 'low_pay':
      return [{ category: '', y: numbersOf(records, measure.variable) }];
    case 'ratio': {
      const scale = measure.scale ?? 1;
      return [
        {
          category: '',
          y: numbersOf(records, measure.variable).map((v) => v * scale),
          x: numbersOf(records, measure.denominator),
        },
      ];
    }
  }
}
