import type { Label, Language } from '@wavebook/schema';
import type { Block, Run } from '../document/block.ts';
import { Theme } from '../words/findings/plan.ts';
import type { BookData } from './book-data.ts';
import { chapterFindings, findingAnchor } from './finding-blocks.ts';

const themes: Record<Theme, Label> = {
  new_trends: { zh: '人口流动新趋势', en: 'New trends of migration' },
  urbanisation: { zh: '流动与城镇化', en: 'Migration and urbanisation' },
  equal_access: { zh: '基本公共卫生服务均等化', en: 'Equal access to basic public health services' },
  border_areas: { zh: '边境地区人口流动', en: 'Migration in border areas' },
  left_behind: { zh: '留守儿童', en: 'Children left behind' },
  work_injury: { zh: '建筑业和采矿业的工伤保障', en: 'Work injury cover in construction and mining' },
  women: { zh: '女性流动人口', en: 'Women' },
  young_workers: { zh: '青年劳动者', en: 'Young workers' },
  children: { zh: '子女教育与预防接种', en: 'Children’s schooling and vaccination' },
  migrant_types: { zh: '第一类与第二类农民工', en: 'Type I and Type II migrants' },
};

/** The index leads to the findings; their own links stand there. */
const nowhere = {
  reference: () => ({ anchor: '', number: '' }),
  summary: { anchor: '', number: '' },
};

/** The subjects that run through the chapters, each with the findings that speak of it. */
export function themeBlocks(data: BookData, lang: Language): Block[] {
  const told = data.chapters.flatMap((chapter) =>
    chapterFindings(chapter, data.waves, nowhere, lang).map((finding, i) => ({
      ...finding,
      link: {
        text: `${chapter.file.title[lang]}${lang === 'zh' ? '：' : ': '}${finding.title}`,
        anchor: findingAnchor(chapter.file.topic, i),
      },
    })),
  );
  const entries = Theme.options.flatMap((theme) => {
    const own = told.filter((finding) => finding.themes.includes(theme));
    if (own.length === 0) return [];
    const links = own.flatMap(({ link }, i): Run[] =>
      i === 0 ? [link] : [lang === 'zh' ? '；' : '; ', link],
    );
    return [{ term: [themes[theme][lang]], text: links }];
  });
  if (entries.length === 0) return [];
  return [
    { kind: 'heading', level: 3, text: lang === 'zh' ? '专题索引' : 'Themes' },
    { kind: 'definitions', entries },
  ];
}
