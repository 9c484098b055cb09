import { isCovered } from './font-data.ts';

/**
 * Characters of a text that the chart fonts cannot draw, each once, in order of appearance. The rasteriser drops
 * such characters without a word, so every text is checked before it is drawn. Line feeds count as covered.
 *
 * @example missingCharacters('北京𠮷') // ['𠮷']
 */
export function missingCharacters(text: string): string[] {
  const missing = new Set<string>();
  for (const char of text) {
    if (char !== '\n' && !isCovered(char.codePointAt(0) ?? 0)) missing.add(char);
  }
  return [...missing];
}
