import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest, repositoryRoot, runMain, runStage } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';
import { assumptionsFile, frameworkFiles, gather } from './gather.ts';
import { writeProgramme } from './write-programme.ts';

const folder = fileURLToPath(new URL('../framework', import.meta.url));

await runMain('programme', () =>
  runStage({ name: 'programme', root: repositoryRoot(), output: 'data/programme' }, async (stage) => {
    const data = (name: string): string => join(stage.root, 'data', name);
    const manifest = await readManifest(data('weighted'));
    await stage.input(join(data('weighted'), 'manifest.json'));
    for (const name of [...frameworkFiles, assumptionsFile]) await stage.input(join(folder, name));
    await stage.input(join(data('published'), 'province-population.csv'));
    if (!manifest.waves.some(({ instrument }) => instrument === 'baseline-worker'))
      throw new DataError(
        'data/weighted holds no baseline survey of workers; the programme has nothing to judge',
      );
    const gathered = await gather({
      frameworks: folder,
      frameworksShown: relative(stage.root, folder),
      weighted: data('weighted'),
      manifest,
      published: data('published'),
      log: stage.log,
    });
    const clean = await readManifest(data('clean'));
    await writeProgramme(gathered, clean.inputs, stage);
    const used = new Set(['baseline-worker', 'baseline-enterprise', 'monitoring', 'monitoring-residents']);
    return { waves: manifest.waves.filter(({ instrument }) => used.has(instrument)), notes: [] };
  }),
);
