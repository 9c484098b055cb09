import type { Language } from '@wavebook/schema';

/** Words that keep their capital inside a sentence: places, peoples, and the ends of the compass as regions. */
const keepsCapital = /^(Han|East|West|Central|Centre|North|South|China|Type I|I |[A-Z]{2})/;

/** A label as it stands inside a sentence: English ones begin with a small letter unless they are names. */
export function inSentence(label: string, lang: Language): string {
  if (lang === 'zh' || keepsCapital.test(label)) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** A name of a place keeps its capitals. */
export const levelInSentence = (domain: string, label: string, lang: Language): string =>
  ['province', 'region', 'region_three'].includes(domain) ? label : inSentence(label, lang);
