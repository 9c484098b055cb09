import { type Cells, numberCells } from '@wavebook/harmonise';
import type { Variable } from '@wavebook/schema';
import { monthIndex } from '@wavebook/schema/rules';
import { numberAt } from './number-at.ts';

/** What a derivation may look at: the cells of other variables, and the month in which each record was interviewed. */
export interface DeriveContext {
  readonly rows: number;
  readonly cells: ReadonlyMap<string, Cells>;
  /** Month index of the interview of a record. */
  interviewMonth(row: number): number;
}

/** The month of interview of each record: its own where the instrument asks it, that of the codebook otherwise. */
export function interviewMonths(
  cells: ReadonlyMap<string, Cells>,
  interview: { readonly year: number; readonly month: number },
): (row: number) => number {
  const common = monthIndex(interview.year, interview.month);
  const [year, month] = [cells.get('interview_year'), cells.get('interview_month')];
  if (!year || !month) return () => common;
  return (row) => {
    const own = monthIndex(numberAt(year, row), numberAt(month, row));
    return Number.isNaN(own) ? common : own;
  };
}

/** How a derived variable is computed: `needs` must have been asked, or the variable is not made. */
export interface Derivation {
  readonly needs: readonly string[];
  compute(context: DeriveContext, variable: Variable): Cells;
}

/** The cells of a variable that the derivation named in `needs`. */
export function cellsOf({ cells }: DeriveContext, name: string): Cells {
  const found = cells.get(name);
  if (!found) throw new Error(`cellsOf: derivation did not name "${name}" in its needs`);
  return found;
}

/** A derivation of a number, row by row. */
export const numberFrom = (
  needs: readonly string[],
  compute: (sources: readonly Cells[], row: number, context: DeriveContext) => number,
): Derivation => ({
  needs,
  compute: (context) => {
    const sources = needs.map((name) => cellsOf(context, name));
    return numberCells(context.rows, (row) => compute(sources, row, context));
  },
});
