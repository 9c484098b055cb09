import type { Language } from '@wavebook/schema';
import { wordDocument } from '../document/word-document.ts';
import { syntheticNotice } from '../words/notes.ts';
import type { BookData } from './book-data.ts';
import { bookDocument, bookWords } from './book-document.ts';

/** The book as a Word document in one language. The chapters' charts must come with their PNG. */
export function bookWord(
  data: BookData,
  lang: Language,
  blocks = bookDocument(data, lang),
): Promise<Uint8Array> {
  const { title, kicker, contents } = bookWords[lang];
  const synthetic = data.waves.some(({ wave }) => wave.synthetic);
  return wordDocument(blocks, {
    ...{ title, lang, contents },
    lines: [
      kicker,
      ...data.waves.map(({ wave }) => wave.title[lang]),
      ...(synthetic ? [syntheticNotice[lang]] : []),
    ],
  });
}
