import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChapterFile } from '@wavebook/report';
import { numbersOf } from './numbers-of.ts';
import type { Numbers, Walk } from './walk.ts';
import { walkCharts } from './walk-charts.ts';
import { walkFindings } from './walk-findings.ts';
import { walkPage } from './walk-page.ts';
import { walkSheets } from './walk-sheets.ts';
import { walkWord } from './walk-word.ts';

/** What a walk checks. */
export const kinds = [
  'page',
  'trace',
  'finding',
  'word',
  'prose',
  'sheet',
  'spec',
  'csv',
  'picture',
  'alternative text',
] as const;

const chapterFiles = (root: string): ChapterFile[] =>
  readdirSync(join(root, 'data/charts')).map((topic) =>
    ChapterFile.parse(JSON.parse(readFileSync(join(root, 'data/charts', topic, 'chapter.json'), 'utf8'))),
  );

async function walkBook(root: string, numbers: Numbers, walk: Walk): Promise<void> {
  const book = join(root, 'data/whitebook');
  const chapters = chapterFiles(root);
  const plans = new Map(chapters.map(({ topic, findings }) => [topic as string, findings]));
  for (const lang of ['zh', 'en'] as const) {
    const page = join(book, `index.${lang}.html`);
    walkPage(page, numbers, walk);
    walkFindings(readFileSync(page, 'utf8'), plans, numbers, lang, walk);
    walkWord(join(book, `whitebook.${lang}.docx`), page, walk);
  }
  await walkSheets(join(book, 'tables.xlsx'), numbers, walk);
  for (const topic of readdirSync(join(root, 'data/charts')))
    walkCharts(join(root, 'data/charts', topic), numbers, walk);
}

/** The programme's pages, where they were made. */
async function walkProgramme(root: string, numbers: Numbers, walk: Walk): Promise<void> {
  const folder = join(root, 'data/programme');
  if (!existsSync(join(folder, 'estimates.csv'))) return;
  for (const lang of ['zh', 'en']) walkPage(join(folder, `programme.${lang}.html`), numbers, walk);
  await walkSheets(join(folder, 'programme.xlsx'), numbers, walk);
  walkCharts(join(folder, 'charts'), numbers, walk);
}

/**
 * Walks everything that was made to be shown, the book and the programme's pages: pages, findings, documents, sheets, specs, chart data,
 * pictures, alternative texts. Lists each number that differs from the estimates after rounding, each that is withheld there and present
 * here, and each claim without a test.
 */
export async function wrongNumbers(root: string): Promise<Walk> {
  const numbers = await numbersOf(root);
  const walk: Walk = { checked: {}, wrong: [] };
  await walkBook(root, numbers, walk);
  await walkProgramme(root, numbers, walk);
  return walk;
}
