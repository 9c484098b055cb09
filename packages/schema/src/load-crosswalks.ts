import type { CodeCrosswalk } from './crosswalks/code-crosswalk.ts';

/**
 * Loads every crosswalk between code lists, by its id (`<from>_to_<to>`); the module is imported when it is asked for.
 *
 * @example (await crosswalks()).education_eight_to_education?.rows[4]?.to // 'upper_secondary'
 */
export async function crosswalks(): Promise<Readonly<Record<string, CodeCrosswalk>>> {
  return (await import('./crosswalks/index.ts')).crosswalks;
}
