import type { Label, Language } from '@wavebook/schema';

/** A text in both languages from what makes it in one. */
export const inBoth = (text: (lang: Language) => string): Label => ({ zh: text('zh'), en: text('en') });

/** With a capital first, as a header or a sentence begins. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Joins labels with the comma of the language. */
export const listed = (items: readonly string[], lang: Language): string =>
  items.join(lang === 'zh' ? '、' : ', ');
