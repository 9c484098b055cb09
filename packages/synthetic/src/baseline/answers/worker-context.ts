import type { Answers } from '../../population/answers.ts';
import type { Random } from '../../random/random.ts';
import type { Outcome } from '../effects.ts';

export type Cells = Record<string, string | number | null>;
/** A yes with this chance. */
export type Yes = (chance: number) => 'yes' | 'no';

/** What the model knows of a person beside the answers of the synthetic population. */
export interface WorkerContext {
  /** Answers that the population of 2011 gives. */
  readonly base: Answers;
  readonly state: Readonly<Record<Outcome, boolean>>;
  readonly hukouCounty: string;
  readonly children: readonly { readonly age: number; readonly here: boolean }[];
  readonly spouseHere: boolean;
  readonly year: number;
  readonly month: number;
  readonly random: Random;
}
