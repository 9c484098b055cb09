import { join } from 'node:path';
import { estimateWaves } from '@wavebook/indicators';
import { comparisonColumns, designComparisonColumns } from '@wavebook/schema';
import { readManifest, repositoryRoot, runMain, runStage } from '@wavebook/stage';
import { formatCsv, formatEstimates } from '@wavebook/tables';
import { estimatePlan } from './estimate-plan.ts';

await runMain('integration', () =>
  runStage(
    { name: 'integration', root: repositoryRoot(), output: 'data/estimates/integration' },
    async (stage) => {
      const folder = join(stage.root, 'data', 'weighted');
      const manifest = await readManifest(folder);
      await stage.input(join(folder, 'manifest.json'));
      const { estimates, comparisons, designs } = await estimateWaves(
        folder,
        manifest,
        estimatePlan,
        stage.log,
      );
      await stage.write('estimates.csv', formatEstimates(estimates));
      await stage.write('comparisons.csv', formatCsv(comparisonColumns, comparisons));
      await stage.write('design-comparison.csv', formatCsv(designComparisonColumns, designs));
      return { waves: manifest.waves, notes: manifest.notes };
    },
  ),
);
