import type { Language } from '@wavebook/schema';
import type { Block } from '../document/block.ts';
import type { BookData } from './book-data.ts';
import { chapterBlocks } from './chapter-blocks.ts';
import { indicatorIndex } from './indicator-index.ts';
import { methodsSection } from './methods.ts';
import { provenanceSection } from './provenance.ts';
import { provinceSection } from './province-tables.ts';
import { qualitySection } from './quality/quality-section.ts';
import { summarySection } from './summary.ts';

export const bookWords = {
  zh: {
    kicker: '流动人口白皮书',
    title: '流动人口的就业、保险与公共服务',
    other: 'English edition',
    contents: '目录',
  },
  en: {
    kicker: 'WHITE BOOK ON MIGRANTS',
    title: 'Employment, insurance and public services of migrants in China',
    other: '中文版',
    contents: 'Contents',
  },
};

/** The whole book in one language, apart from its file format: summary, chapters, methods, data quality, tables by province, index, chain. */
export function bookDocument(data: BookData, lang: Language): Block[] {
  const chapters = data.chapters.map((chapter, i) => chapterBlocks(chapter, data.waves, i + 1, lang));
  const back = [methodsSection, qualitySection, provinceSection, indicatorIndex, provenanceSection];
  const letters = 'ABCDE';
  let used = 0;
  const sections = back.flatMap((make): Block[] => {
    const section = make(data, letters[used] as string, lang);
    if (section) used += 1;
    return section ? [section] : [];
  });
  return [summarySection(data, lang), ...chapters, ...sections];
}
