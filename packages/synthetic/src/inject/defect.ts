import type { Codebook, IssueCode } from '@wavebook/schema';
import type { Random } from '../random/random.ts';
import type { Cells, RowView } from './row-view.ts';

/** What an interviewer, a key-puncher or a program did wrong in one row. */
export interface Defect {
  readonly name: string;
  /** What a careful reader would say of it, from the schema's closed list; empty if he reads the cell without a word. */
  readonly code: IssueCode | '';
  /** The canonical variable that is hurt; `member_2` for a whole slot, `member_2_birth_year` for a cell of it. */
  readonly variable: string | ((row: RowView) => string);
  /** The most rows that get it; eight if absent. Kept values enter the means, so they must stay few. */
  readonly most?: number;
  /** Whether a layout can have this defect; any can if absent. */
  in?(codebook: Codebook): boolean;
  /** Whether the row can have this defect. */
  fits(row: RowView): boolean;
  /** The new cells by raw column. */
  change(row: RowView, random: Random): Cells;
  /** The columns that stand for the hurt answer, where a reader who gives it up gives up more than the changed cells. */
  clears?(row: RowView): readonly string[];
}

/** Whether a layout has a column for a respondent's variable. */
export const asks =
  (variable: string) =>
  (codebook: Codebook): boolean =>
    codebook.respondent.some((mapping) => mapping.variable === variable);

/** Whether a layout has a column for a member's variable. */
export const asksOfMembers =
  (variable: string) =>
  (codebook: Codebook): boolean =>
    codebook.member.some((mapping) => mapping.variable === variable);
