import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type BookChapter,
  type BookData,
  type ChainFile,
  ChapterFile,
  CoverageStudy,
  drawFunnels,
} from '@wavebook/report';
import { indicators, type Language, type Manifest, Topic } from '@wavebook/schema';
import { hashFile, listedFile, readManifest, type StageContext } from '@wavebook/stage';
import { readComparisons, readDesignComparisons, readEstimates, readPublished } from '@wavebook/tables';
import { readWaves } from './read-waves.ts';

/** The chapters in book order. */
const order: readonly Topic[] = ['mobility', 'employment', 'insurance', 'services', 'integration'];

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** Records the manifest of a stage folder as an input, and gives its place in the chain. */
async function chainFile(stage: StageContext, folder: string): Promise<ChainFile> {
  const path = join(stage.root, folder, 'manifest.json');
  await stage.input(path);
  return { path: `${folder}/manifest.json`, sha256: await hashFile(path) };
}

/** A chapter in both languages, which differ in their pictures alone. */
async function readChapter(stage: StageContext, topic: Topic): Promise<Record<Language, BookChapter>> {
  const estimates = join(stage.root, 'data', 'estimates', topic);
  const charts = join(stage.root, 'data', 'charts', topic);
  const estimatesManifest = await readManifest(estimates);
  const chartsManifest = await readManifest(charts);
  const manifests = [
    await chainFile(stage, `data/estimates/${topic}`),
    await chainFile(stage, `data/charts/${topic}`),
  ];
  const made = (name: string): Promise<string> => listedFile(estimates, estimatesManifest, name);
  const drawn = (name: string): Promise<string> => listedFile(charts, chartsManifest, name);
  const file = ChapterFile.parse(await readJson(await drawn('chapter.json')));
  const shared = {
    ...{ file, manifests },
    rows: await readEstimates(await made('estimates.csv')),
    comparisons: await readComparisons(await made('comparisons.csv')),
    designs: await readDesignComparisons(await made('design-comparison.csv')),
    published: await readPublished(await stage.inputs(join(stage.root, 'data', 'published'), '.csv')),
  };
  const inLanguage = async (lang: Language): Promise<BookChapter> => {
    const svg = new Map<string, string>();
    const png = new Map<string, Uint8Array>();
    for (const { name } of file.charts) {
      svg.set(name, await readFile(await drawn(`${name}.${lang}.svg`), 'utf8'));
      png.set(name, await readFile(await drawn(`${name}.${lang}.png`)));
    }
    return { ...shared, svg, png };
  };
  return { zh: await inLanguage('zh'), en: await inLanguage('en') };
}

/** Everything that the book binds, read from the stages before it by their manifests, in both languages. */
export async function readBook(
  stage: StageContext,
): Promise<{ manifest: Manifest; books: Record<Language, BookData> }> {
  const manifests = [await chainFile(stage, 'data/clean'), await chainFile(stage, 'data/weighted')];
  const { waves, others, series, manifest } = await readWaves(stage);
  const study = join(stage.root, 'packages', 'synthetic', 'studies', 'coverage.json');
  const coverage = waves.some(({ wave }) => wave.synthetic)
    ? { coverage: CoverageStudy.parse(await readJson(await stage.input(study))) }
    : {};
  const topics = [...Topic.options].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const chapters = await Promise.all(topics.map((topic) => readChapter(stage, topic)));
  const shared = {
    waves,
    others,
    series,
    manifests,
    notes: manifest.notes,
    indicators: await indicators(),
    ...coverage,
  };
  const bookIn = async (lang: Language): Promise<BookData> => ({
    ...shared,
    chapters: chapters.map((chapter) => chapter[lang]),
    funnels: await drawFunnels(waves, lang),
  });
  return { manifest, books: { zh: await bookIn('zh'), en: await bookIn('en') } };
}
