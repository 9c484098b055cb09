import { join } from 'node:path';
import { drawChapter } from '@wavebook/report';
import { listedFile, readManifest, repositoryRoot, runMain, runStage } from '@wavebook/stage';
import { formatCsv, readComparisons, readEstimates, readPublished } from '@wavebook/tables';
import { chapter } from './chapter.ts';

await runMain('integration', () =>
  runStage(
    { name: 'integration', root: repositoryRoot(), output: 'data/charts/integration' },
    async (stage) => {
      const folder = join(stage.root, 'data', 'estimates', 'integration');
      const manifest = await readManifest(folder);
      const rows = await readEstimates(
        await stage.input(await listedFile(folder, manifest, 'estimates.csv')),
      );
      const comparisons = await readComparisons(
        await stage.input(await listedFile(folder, manifest, 'comparisons.csv')),
      );
      const published = await readPublished(
        await stage.inputs(join(stage.root, 'data', 'published'), '.csv'),
      );
      const drawn = await drawChapter(
        chapter,
        { rows, comparisons, waves: manifest.waves, published },
        stage.write,
        formatCsv,
      );
      stage.log(`${drawn} charts in two languages`);
      return { waves: manifest.waves, notes: manifest.notes };
    },
  ),
);
