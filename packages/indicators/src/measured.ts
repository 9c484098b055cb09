import { codeLists, type Indicator, respondentVariables } from '@wavebook/schema';
import { numbersOf, type Table, textOf } from '@wavebook/tables';

/** The values of an indicator's measure for every row, NaN without an answer; one entry a category for a structure. */
export interface Measured {
  readonly category: string;
  readonly y: Float64Array;
  /** Denominator of a ratio. */
  readonly x?: Float64Array;
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
  return Float64Array.from(column.codes, (code) => (code < 0 ? Number.NaN : (values[code] as number)));
};

const hasAnswers = (records: Table, variable: string): boolean => {
  const column = records.columns.get(variable);
  if (!column) return false;
  return column.kind === 'number'
    ? column.values.some((v) => !Number.isNaN(v))
    : column.codes.some((code) => code >= 0);
};

/** Evaluates a measure; undefined when the wave did not ask one of its variables or the file has no known column for it. */
export function measured(records: Table, indicator: Indicator): Measured[] | undefined {
  const { measure } = indicator;
  const needed = measure.kind === 'ratio' ? [measure.variable, measure.denominator] : [measure.variable];
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
      const present = new Set(textOf(records, measure.variable).levels);
      return (codeLists[list ?? '']?.codes ?? [])
        .filter(({ code }) => present.has(code) && !measure.excluded?.includes(code))
        .map(({ code }) => ({
          category: code,
          y: shareOf(records, measure.variable, new Set([code]), measure.excluded ?? []),
        }));
    }
    case 'mean':
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
