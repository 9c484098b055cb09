import type { IssueCode } from '../issue.ts';
import type { Label } from '../label.ts';

/** What a rule sees of a record or a member: numbers (NaN where empty) and codes (null where empty) of canonical variables. */
export interface AnswerView {
  number(variable: string): number;
  code(variable: string): string | null;
}

/** A record with what the wave says of all: month of interview (months since the year 0) and the ages that it surveys. */
export interface RecordView extends AnswerView {
  readonly interviewMonth: number;
  readonly ageWindow: readonly [youngest: number, oldest: number | null];
}

/**
 * What every rule says of itself. `code` is the issue that it raises, whose action and severity it has; `needs` are the variables that must be
 * answered for it to be judged; `variable` is the one reported; `clears` are the cells emptied where the action is `set_invalid`.
 */
interface RuleText {
  readonly id: string;
  readonly code: IssueCode;
  readonly label: Label;
  readonly variable: string;
  readonly needs: readonly string[];
  readonly clears?: readonly string[];
  readonly source: string;
}

/**
 * A rule on one record. Rules run in their order, each on what the ones before left: `dates` first, `scope` once the age is known, `answers`
 * after routing, `comparison` after outliers. The last two leave a cell alone that was flagged before.
 */
export interface RecordRule extends RuleText {
  readonly phase: 'dates' | 'scope' | 'answers' | 'comparison';
  /** Issues of a record that make the rule moot. */
  readonly unless?: readonly IssueCode[];
  fails(record: RecordView): boolean;
}

/** A rule on one other member of the roster beside the respondent. */
export interface MemberRule extends RuleText {
  fails(member: AnswerView, respondent: RecordView): boolean;
}

/** A slot of the roster: whether anything stands in it, and the relation to the respondent. */
export interface RosterSlot {
  readonly filled: boolean;
  readonly relation: string | null;
}

/**
 * A rule on a whole roster; `slots` gives the slots, from 1, that break it, of respondents for whom `holdsFor` is true; without it of all.
 * `needs` are variables of members.
 */
export interface RosterRule extends RuleText {
  slots(roster: readonly RosterSlot[]): readonly number[];
  holdsFor?(respondent: RecordView): boolean;
}

/** Months since the year 0, for comparing dates given as year and month. */
export const monthIndex = (year: number, month: number): number => year * 12 + month - 1;
