import type { IssueCode } from '@wavebook/schema';
import type { Random } from '../random/random.ts';
import type { RowView } from './row-view.ts';

/** What an interviewer, a key-puncher or a program did wrong in one row. */
export interface Defect {
  readonly name: string;
  /** What a careful reader would say of it, from the schema's closed list. */
  readonly code: IssueCode;
  /** The canonical variable that is hurt; `member_2` for a whole slot. */
  readonly variable: string;
  /** The most rows that get it; eight if absent. Kept values enter the means, so they must stay few. */
  readonly most?: number;
  /** Whether the row can have this defect. */
  fits(row: RowView): boolean;
  /** The new cells by raw column. */
  change(row: RowView, random: Random): Readonly<Record<string, string>>;
}
