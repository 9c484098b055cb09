import type { Lang } from '../chart-text.ts';

const latin: Record<string, string> = { '“': '"', '”': '"', '‘': "'", '’': "'", '…': '...' };

/**
 * Quotation marks and ellipses as narrow signs, in English texts. In a Chinese font the curly ones are as wide as a
 * hanzi, which tears English text apart.
 *
 * @example latinMarks('women’s', 'en') // "women's"
 */
export function latinMarks(text: string, lang: Lang): string {
  return lang === 'en' ? text.replace(/[“”‘’…]/g, (mark) => latin[mark] ?? mark) : text;
}
