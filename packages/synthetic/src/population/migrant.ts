import type { Effects } from './effects.ts';
import type { Sex } from './member.ts';
import type { MigrationRange } from './origin.ts';
import type { Wave } from './waves.ts';

/** What the models of work, insurance and services know of a person. */
export interface Migrant {
  readonly wave: Wave;
  readonly sex: Sex;
  readonly age: number;
  /** Place in the levels of schooling. */
  readonly education: number;
  readonly range: MigrationRange;
  readonly agricultural: boolean;
  readonly stayYears: number;
  readonly familyHere: boolean;
  readonly smallChildHere: boolean;
  readonly childHere: boolean;
  readonly prosperity: number;
  readonly factories: boolean;
  readonly effects: Effects;
  /** Unseen traits of the household: attention to insurance and services, and luck at work. */
  readonly care: number;
  readonly luck: number;
}
