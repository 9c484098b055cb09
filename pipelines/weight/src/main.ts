import { join } from 'node:path';
import { inWorkers, readManifest, repositoryRoot, runMain, runStage } from '@wavebook/stage';
import type { WeightJob, WeightSummary } from './weight-folder.ts';

await runMain('weight', () =>
  runStage({ name: 'weight', root: repositoryRoot(), output: 'data/weighted' }, async (stage) => {
    const clean = join(stage.root, 'data', 'clean');
    const manifest = await readManifest(clean);
    await stage.input(join(clean, 'manifest.json'));
    const jobs: WeightJob[] = manifest.waves.map((wave) => ({
      root: stage.root,
      clean,
      manifest,
      wave,
      output: stage.folder,
    }));
    const done = await inWorkers<WeightJob, WeightSummary>(import.meta.resolve('./weight-folder.ts'), jobs);
    const notes = [...manifest.notes];
    for (const { wave, diagnostics, seconds } of done) {
      const { final_weight: final, g, largest_discrepancy: miss } = diagnostics;
      const about = wave.controls
        ? `calibrated to ${wave.controls}, g ${g.min.toFixed(3)} to ${g.max.toFixed(3)}, largest miss ${((miss?.before ?? 0) * 100).toFixed(1)} % before, ${(miss?.after ?? 0).toExponential(1)} after`
        : 'no controls: base weights kept';
      stage.log(
        `${wave.instrument} ${wave.wave}: ${diagnostics.respondents} respondents, ${diagnostics.psus} PSUs in ${diagnostics.strata} strata; ${about}; Kish deff ${final.kish_deff.toFixed(2)}; ${seconds.toFixed(1)} s`,
      );
      if (wave.controls) await stage.input(join(stage.root, wave.controls));
      else if (wave.instrument === 'monitoring')
        notes.push({
          zh: `${wave.wave} 年没有校准总量，使用原权重；只发布比例和均值，不发布总量`,
          en: `Wave ${wave.wave} has no control totals and keeps its base weights; shares and means are published, totals are not`,
        });
    }
    return { waves: done.map((d) => d.wave), notes };
  }),
);
