import {
  type Condition,
  type Indicator,
  inUniverse,
  type PublishedComparison,
  type PublishedValue,
} from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { quantileOf } from '../median-of.ts';

/** Whether a condition holds for a row, worked out once for each value and reason of its variable. */
function holdsAt(records: Table, condition: Condition): (row: number) => boolean {
  const { variable } = condition;
  const column = records.columns.get(variable);
  const reasons = records.columns.get(`${variable}_missing`);
  const reasonAt = (row: number): number => (reasons?.kind === 'text' ? (reasons.codes[row] as number) : -1);
  const known = new Map<number, Map<number, boolean>>();
  return (row) => {
    const reason = reasonAt(row);
    const ofReason = known.get(reason) ?? new Map<number, boolean>();
    known.set(reason, ofReason);
    const own = column?.kind === 'number' ? column.values[row] : column?.codes[row];
    const key = own ?? -1;
    const found = ofReason.get(key);
    if (found !== undefined) return found;
    const record = {
      [variable]: column?.kind === 'number' ? own : (column?.levels[key] ?? null),
      [`${variable}_missing`]: reasons?.kind === 'text' ? (reasons.levels[reason] ?? null) : null,
    };
    const truth = inUniverse({ universe: [condition] }, record) === true;
    ofReason.set(key, truth);
    return truth;
  };
}

type Figure = { readonly n: number; readonly value: number } | undefined;

/** The answers in the universe of an indicator; those that it excludes are left out. */
function answersOf(
  variable: string,
  excluded: readonly string[],
  universe: readonly Condition[],
  records: Table,
): (string | number)[] {
  const column = records.columns.get(variable);
  const conditions = universe.map((condition) => holdsAt(records, condition));
  const answers: (string | number)[] = [];
  for (let row = 0; row < records.rows; row++) {
    const answer =
      column?.kind === 'number' ? column.values[row] : column?.levels[column.codes[row] as number];
    if (answer === undefined || Number.isNaN(answer) || excluded.includes(String(answer))) continue;
    if (conditions.every((holds) => holds(row))) answers.push(answer);
  }
  return answers;
}

/** The unweighted figure of an indicator that is a share, mean or quantile of one variable; undefined for any other. */
function figureOf({ measure, universe }: Indicator, category: string, records: Table): Figure {
  const { kind } = measure;
  if (kind !== 'share' && kind !== 'structure' && kind !== 'mean' && kind !== 'quantile') return undefined;
  if (!records.columns.has(measure.variable)) return undefined;
  const excluded = 'excluded' in measure ? (measure.excluded ?? []) : [];
  const answers = answersOf(measure.variable, excluded, universe, records);
  const n = answers.length;
  if (n === 0) return undefined;
  if (kind === 'share' || kind === 'structure') {
    const codes = kind === 'share' ? measure.codes : [category];
    return { n, value: answers.filter((answer) => codes.includes(String(answer))).length / n };
  }
  const numbers = Float64Array.from(answers, Number);
  return {
    n,
    value:
      kind === 'quantile'
        ? quantileOf(numbers, measure.probability)
        : numbers.reduce((sum, x) => sum + x, 0) / n,
  };
}

/** Whether a figure of ours agrees with a printed one, which may be a limit. */
function agrees(relation: PublishedValue['relation'], difference: number, tolerance: number): boolean {
  if (relation === 'at_least' || relation === 'over') return difference >= -tolerance;
  if (relation === 'at_most' || relation === 'under') return difference <= tolerance;
  return Math.abs(difference) <= tolerance;
}

/**
 * The unweighted figures of a wave beside those printed elsewhere for its year and the whole country, where an indicator of ours measures the
 * same. Figures from memory are left out.
 */
export const publishedComparisons = (
  wave: string,
  records: Table,
  published: readonly PublishedValue[],
  indicators: readonly Indicator[],
): PublishedComparison[] =>
  published
    .filter((p) => p.printed !== 'recalled' && String(p.year) === wave && p.domain === 'all')
    .flatMap((p) => {
      const indicator = indicators.find(({ id }) => id === p.indicator);
      const figure = indicator && figureOf(indicator, p.category ?? '', records);
      if (!figure) return [];
      const difference = figure.value - p.value;
      return [
        {
          published: p.id,
          indicator: p.indicator ?? '',
          category: p.category === '' ? null : p.category,
          printed: p.value,
          weighted: p.weighted,
          n: figure.n,
          value: figure.value,
          difference,
          within: agrees(p.relation, difference, p.tolerance ?? 0),
        },
      ];
    });
