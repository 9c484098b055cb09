import type { Mapping } from '../codebook.ts';

/**
 * A mapping under an invented name, for a variable whose raw name no source gives: a code where `codes` are given, else a number. It looks
 * artificial (`x_contract`), stands in synthetic files only and is never used on a real one.
 */
export function placeholder(variable: string, codes?: Record<string, string>): Mapping {
  return {
    variable,
    raw: `x_${variable}`,
    read: codes ? 'code' : 'number',
    confidence: 'placeholder',
    source: 'invented for synthetic files',
    ...(codes ? { codes } : {}),
  };
}
