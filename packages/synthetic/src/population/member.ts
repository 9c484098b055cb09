export type Role = 'head' | 'spouse' | 'child' | 'parent' | 'sibling';
export type Sex = 'male' | 'female';
type Residence = 'here' | 'hukou_place' | 'elsewhere';

/** A member of a household. `eligible`: lives here, hukou elsewhere, age inside the wave's window. */
export interface Member {
  readonly role: Role;
  readonly sex: Sex;
  readonly age: number;
  readonly birthYear: number;
  readonly birthMonth: number;
  readonly residence: Residence;
  readonly maritalStatus: string;
  readonly eligible: boolean;
}

/**
 * People of one family; the head lives here and is eligible. `eligible` lists the places of eligible members; `here` counts the members
 * who live here.
 */
export interface Household {
  readonly members: readonly Member[];
  readonly eligible: readonly number[];
  readonly here: number;
}
