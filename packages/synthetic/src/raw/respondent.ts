import type { Answers } from '../population/answers.ts';
import type { ChildCare } from '../population/children.ts';
import type { FramePoint } from '../population/frame.ts';
import type { RosterEntry } from './roster.ts';

/** A drawn person as the interviewer notes it, before it is written in a wave's layout. */
export interface RawRespondent {
  readonly point: FramePoint;
  readonly numberInPoint: number;
  readonly weight: number;
  readonly answers: Answers;
  readonly hukouCounty: string;
  readonly roster: readonly RosterEntry[];
  /** Level of schooling of each member of the roster, as canonical code. */
  readonly schooling: readonly string[];
  /** Whether each member of the roster is in kindergarten or school; null where not asked. */
  readonly attendance: readonly ('yes' | 'no' | null)[];
  readonly childCare: readonly (ChildCare | undefined)[];
  /** Members of the household who live here. */
  readonly here: number;
}
