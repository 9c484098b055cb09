import type { Codebook, Mapping } from '@wavebook/schema';

/** Whether somebody in a wave can have a category of a variable. */
export type Offered = (variable: string, category: string) => boolean;

/** Variables whose categories are ages, by their first. */
const ageClasses: ReadonlySet<string> = new Set(['age_group', 'five_year_age']);

/**
 * By its codebook: the answers that the question of a wave has, and the ages up to the oldest that it surveys. A category that is derived
 * in another way, or read from words, can always be.
 */
export function offeredBy(mappings: readonly Mapping[], [, oldest]: Codebook['age_window']): Offered {
  const answers = new Map(
    mappings.flatMap(({ variable, read, codes, texts }) =>
      read === 'code' && codes
        ? [[variable, new Set([...Object.values(codes), ...Object.values(texts ?? {})])]]
        : [],
    ),
  );
  return (variable, category) =>
    ageClasses.has(variable)
      ? oldest === null || Number.parseInt(category, 10) <= oldest
      : (answers.get(variable)?.has(category) ?? true);
}
