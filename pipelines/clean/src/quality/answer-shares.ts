import { type CategoryShare, codeLists, type NumberSummary, type Variable } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { quantilesOf } from '../median-of.ts';
import { levelCounts, numbersIn, textColumnOf } from './column-values.ts';
import type { Offered } from './offered-answers.ts';

/** Unweighted shares of the categories of every variable that somebody answered; categories that nobody chose have a share of 0. */
export const categoryShares = (
  records: Table,
  unit: readonly Variable[],
  questions: Readonly<Record<string, string>>,
  isOffered: Offered,
): CategoryShare[] =>
  unit.flatMap(({ name, kind, codes }) => {
    const column = kind === 'category' ? textColumnOf(records, name) : undefined;
    if (!column) return [];
    const counts = levelCounts(column);
    const n = counts.reduce((sum, count) => sum + count, 0);
    if (n === 0) return [];
    return (codeLists[codes ?? '']?.codes ?? []).map(({ code }) => {
      const count = counts[column.levels.indexOf(code)] ?? 0;
      return {
        variable: name,
        category: code,
        n,
        count,
        share: count / n,
        question: questions[name] ?? null,
        offered: count > 0 || isOffered(name, code),
      };
    });
  });

/** Unweighted mean and quantiles of every number that somebody answered. */
export const numberSummaries = (records: Table, unit: readonly Variable[]): NumberSummary[] =>
  unit.flatMap(({ name }) => {
    const values = answered(numbersIn(records, name) ?? new Float64Array(0));
    if (values.length === 0) return [];
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[i] as number;
    const mean = sum / values.length;
    const [p10, median, p90] = quantilesOf(values, [0.1, 0.5, 0.9]) as [number, number, number];
    return [{ variable: name, n: values.length, mean, p10, median, p90 }];
  });

/** The numbers that are there. */
function answered(values: Float64Array): Float64Array {
  const found = new Float64Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!Number.isNaN(value)) found[count++] = value;
  }
  return found.subarray(0, count);
}
