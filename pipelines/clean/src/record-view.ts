import { type Cells, textAt } from '@wavebook/harmonise';
import type { Codebook } from '@wavebook/schema';
import type { AnswerView, RecordView } from '@wavebook/schema/rules';
import { interviewMonths } from './derive/context.ts';
import { numberAt } from './derive/number-at.ts';

/** A view on columns that is moved from row to row, so that no object is made for a record. */
export interface MovingView<View extends AnswerView> {
  readonly view: View;
  to(row: number): void;
}

/** The answers of a record, read from the cells of its variables. */
export function recordView(
  cells: ReadonlyMap<string, Cells>,
  { interview, age_window }: Pick<Codebook, 'interview' | 'age_window'>,
): MovingView<RecordView> {
  const months = interviewMonths(cells, interview);
  let at = 0;
  const view: RecordView = {
    number: (variable) => numberAt(cells.get(variable), at),
    code: (variable) => {
      const found = cells.get(variable);
      return found ? textAt(found, at) : null;
    },
    get interviewMonth() {
      return months(at);
    },
    ageWindow: age_window,
  };
  return {
    view,
    to: (row) => {
      at = row;
    },
  };
}
