import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CalibrationRecord } from '@wavebook/indicators';
import {
  type BookChapter,
  type BookWave,
  bookPage,
  ChapterFile,
  CoverageStudy,
  fontFiles,
} from '@wavebook/report';
import {
  type Language,
  languages,
  type Manifest,
  Snapshot,
  Topic,
  WeightDiagnostics,
} from '@wavebook/schema';
import {
  listedFile,
  readManifest,
  repositoryRoot,
  runMain,
  runStage,
  type StageContext,
} from '@wavebook/stage';
import { readComparisons, readDesignComparisons, readEstimates, readPublished } from '@wavebook/tables';

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

/** The book is of the monitoring survey; the baseline surveys have the programme's pages. */
const isMonitoring = ({ instrument }: { readonly instrument: string }): boolean =>
  instrument === 'monitoring';

const readWaves = async (stage: StageContext): Promise<{ waves: BookWave[]; manifest: Manifest }> => {
  const data = (name: string): string => join(stage.root, 'data', name);
  const clean = await readManifest(data('clean'));
  const manifest = await readManifest(data('weighted'));
  await stage.input(join(data('weighted'), 'manifest.json'));
  const waves = await Promise.all(
    manifest.waves.filter(isMonitoring).map(async (wave): Promise<BookWave> => {
      const open = async (name: string): Promise<unknown> =>
        readJson(await listedFile(data('weighted'), manifest, `${wave.instrument}/${wave.wave}/${name}`));
      const snapshot = Snapshot.parse(await open('snapshot.json'));
      const diagnostics = WeightDiagnostics.parse(await open('diagnostics.json'));
      const calibration = CalibrationRecord.parse(await open('calibration.json'));
      const folder = `data/${wave.synthetic ? 'synthetic' : 'raw'}/${wave.instrument}/${wave.wave}/`;
      return {
        wave,
        population: snapshot.population,
        sampling: snapshot.sampling,
        fieldDates: snapshot.field_dates,
        rawFiles: clean.inputs.filter((i) => i.path.startsWith(folder) && !i.path.endsWith('snapshot.json')),
        weights: {
          kishDeff: diagnostics.final_weight.kish_deff,
          effectiveN: diagnostics.final_weight.effective_n,
          strata: diagnostics.strata,
          psus: diagnostics.psus,
          g: [diagnostics.g.min, diagnostics.g.max],
          margins: calibration.margins.map((m) => {
            const miss = (when: 'before' | 'after'): number =>
              Math.max(...m.levels.map((l) => Math.abs(l[when] - l.total) / l.total));
            return { name: m.name, levels: m.levels.length, before: miss('before'), after: miss('after') };
          }),
        },
      };
    }),
  );
  return { waves, manifest };
};

const readChapter = async (stage: StageContext, topic: Topic, lang: Language): Promise<BookChapter> => {
  const estimates = join(stage.root, 'data', 'estimates', topic);
  const charts = join(stage.root, 'data', 'charts', topic);
  const estimatesManifest = await readManifest(estimates);
  const chartsManifest = await readManifest(charts);
  await stage.input(join(estimates, 'manifest.json'));
  await stage.input(join(charts, 'manifest.json'));
  const file = ChapterFile.parse(await readJson(await listedFile(charts, chartsManifest, 'chapter.json')));
  const svg = new Map<string, string>();
  for (const { name } of file.charts)
    svg.set(name, await readFile(await listedFile(charts, chartsManifest, `${name}.${lang}.svg`), 'utf8'));
  const rows = await readEstimates(await listedFile(estimates, estimatesManifest, 'estimates.csv'));
  const comparisons = await readComparisons(
    await listedFile(estimates, estimatesManifest, 'comparisons.csv'),
  );
  const designs = await readDesignComparisons(
    await listedFile(estimates, estimatesManifest, 'design-comparison.csv'),
  );
  const published = await readPublished(await stage.inputs(join(stage.root, 'data', 'published'), '.csv'));
  return { file, rows, comparisons, designs, published, svg };
};

await runMain('book', () =>
  runStage({ name: 'book', root: repositoryRoot(), output: 'data/whitebook' }, async (stage) => {
    const { waves, manifest } = await readWaves(stage);
    const study = join(stage.root, 'packages', 'synthetic', 'studies', 'coverage.json');
    const coverage = waves.some(({ wave }) => wave.synthetic)
      ? { coverage: CoverageStudy.parse(await readJson(await stage.input(study))) }
      : {};
    for (const lang of languages) {
      const chapters = await Promise.all(Topic.options.map((topic) => readChapter(stage, topic, lang)));
      await stage.write(
        `index.${lang}.html`,
        bookPage({ chapters, waves, notes: manifest.notes, ...coverage }, lang),
      );
      const charts = chapters.reduce((sum, { file }) => sum + file.charts.length, 0);
      stage.log(`index.${lang}.html: ${chapters.length} chapters, ${charts} charts`);
    }
    for (const [name, bytes] of await fontFiles()) await stage.write(`fonts/${name}`, bytes);
    return { waves: manifest.waves, notes: manifest.notes };
  }),
);
