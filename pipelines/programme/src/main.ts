import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readManifest, repositoryRoot, runMain, runStage } from '@wavebook/stage';
import { DataError } from '@wavebook/tables';
import { assumptionsFile, frameworkFiles, gather, readAll } from './gather.ts';
import { writeProgramme } from './write-programme.ts';

const folder = fileURLToPath(new URL('../framework', import.meta.url));

await runMain('programme', () =>
  runStage({ name: 'programme', root: repositoryRoot(), output: 'data/programme' }, async (stage) => {
    const data = (name: string): string => join(stage.root, 'data', name);
    const open = async (name: string) => ({ folder: data(name), manifest: await readManifest(data(name)) });
    const stages = { clean: await open('clean'), weighted: await open('weighted') };
    for (const name of ['clean', 'weighted']) await stage.input(join(data(name), 'manifest.json'));
    for (const name of [...frameworkFiles, assumptionsFile]) await stage.input(join(folder, name));
    await stage.input(join(data('published'), 'province-population.csv'));
    const { waves } = stages.weighted.manifest;
    if (!waves.some(({ instrument }) => instrument === 'baseline-worker'))
      throw new DataError(
        'data/weighted holds no baseline survey of workers; the programme has nothing to judge',
      );
    const read = await readAll({
      frameworks: folder,
      frameworksShown: relative(stage.root, folder),
      stages,
      published: data('published'),
      log: stage.log,
    });
    await writeProgramme(await gather(read, stage.log), stages.clean.manifest.inputs, stage);
    const used = new Set(['baseline-worker', 'baseline-enterprise', 'monitoring', 'monitoring-residents']);
    return { waves: waves.filter(({ instrument }) => used.has(instrument)), notes: [] };
  }),
);
