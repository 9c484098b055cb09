import type { Mapping } from '../codebook.ts';

/** Letters of a name in Stata and SPSS files. */
const LONGEST_NAME = 32;
/** A placeholder of a roster column, one a slot. */
export const memberPlaceholder = (variable: string, codes: Record<string, string>): Mapping => ({
  ...placeholder(variable, codes),
  raw: `x_${variable}_{n}`,
});

/**
 * A mapping under an invented name, for a variable whose raw name no source gives: a code where `codes` are given, else a number. It looks
 * artificial (`x_contract`), stands in synthetic files only and is never used on a real one.
 */
export function placeholder(variable: string, codes?: Record<string, string>): Mapping {
  return {
    variable,
    raw: `x_${variable}`.slice(0, LONGEST_NAME),
    read: codes ? 'code' : 'number',
    confidence: 'placeholder',
    source: 'invented for synthetic files',
    ...(codes ? { codes } : {}),
  };
}
