import { type CategoryShare, codeLists, type NumberSummary, type Variable } from '@wavebook/schema';
import type { Table } from '@wavebook/tables';
import { quantileOf } from '../median-of.ts';
import { levelCounts, numbersIn, textColumnOf } from './column-values.ts';

/** Unweighted shares of the categories of every variable that somebody answered; categories that nobody chose have a share of 0. */
export const categoryShares = (
  records: Table,
  unit: readonly Variable[],
  questions: Readonly<Record<string, string>>,
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
      };
    });
  });

/** Unweighted mean and quantiles of every number that somebody answered. */
export const numberSummaries = (records: Table, unit: readonly Variable[]): NumberSummary[] =>
  unit.flatMap(({ name }) => {
    const values = numbersIn(records, name)?.filter((value) => !Number.isNaN(value));
    if (!values || values.length === 0) return [];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const [p10, median, p90] = [0.1, 0.5, 0.9].map((share) => quantileOf(values, share)) as [
      number,
      number,
      number,
    ];
    return [{ variable: name, n: values.length, mean, p10, median, p90 }];
  });
