import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { OWN_CODEBOOK } from '@wavebook/harmonise';
import { SeriesRow } from '@wavebook/schema';
import { inWorkers, runStage } from '@wavebook/stage';
import { DataError, formatCsv } from '@wavebook/tables';
import type { CleanJob, CleanSummary } from './clean-folder.ts';
import { CORRECTIONS } from './corrections/correct-files.ts';
import { findWaves } from './find-waves.ts';
import { formLines } from './form-lines.ts';
import { seriesOf } from './quality/series.ts';

const counts = (record: Record<string, number>): string =>
  Object.entries(record)
    .map(([code, count]) => `${code} ${count}`)
    .join(', ') || 'none';

const mostUnmapped = 24;

const unmappedLine = (names: readonly string[]): string => {
  const more = names.length - mostUnmapped;
  return `unmapped: ${names.slice(0, mostUnmapped).join(', ')}${more > 0 ? `, … and ${more} more, in data/clean/manifest.json` : ''}`;
};

/** Runs the jobs of all waves; the outputs stand in the order of the jobs. */
export type RunJobs = (jobs: readonly CleanJob[]) => Promise<CleanSummary[]>;

const onAllCores: RunJobs = (jobs) => inWorkers(import.meta.resolve('./clean-folder.ts'), jobs);

/** The clean stage: every raw wave under `root` to `data/clean`, by one folder swap. Throws a `DataError` for data that cannot be used. */
export const cleanStage = (root: string, runJobs: RunJobs = onAllCores): Promise<void> =>
  runStage({ name: 'clean', root, output: 'data/clean' }, async (stage) => {
    const { waves, leftOut } = await findWaves(stage.root);
    if (waves.length === 0)
      throw new DataError('data/raw and data/synthetic hold no wave; add one with wavebook new-wave');
    const notes = leftOut.map(({ instrument, wave }) => ({
      zh: `${instrument} 有真实数据，合成的 ${wave} 年数据未使用`,
      en: `${instrument} has a real wave; the synthetic wave ${wave} is left out`,
    }));
    const hasOwnCodebook = (folder: string): boolean => existsSync(join(folder, OWN_CODEBOOK));
    for (const { folder, snapshot } of waves)
      if (hasOwnCodebook(folder))
        notes.push({
          zh: `${snapshot.instrument} ${snapshot.wave} 的版式不在已知编码手册之列，按该轮自带的编码手册（codebook.yaml）读取`,
          en: `${snapshot.instrument} ${snapshot.wave} has the layout of no known codebook and is read by its own (codebook.yaml)`,
        });
    for (const note of notes) stage.log(note.en);
    const jobs: CleanJob[] = waves.map(({ folder }) => ({
      root: stage.root,
      folder,
      output: stage.folder,
      failed: join(stage.root, 'data', '.clean-failed'),
    }));
    const done = await runJobs(jobs);
    await stage.write(
      'series.csv',
      formatCsv(Object.keys(SeriesRow.shape) as (keyof SeriesRow)[], seriesOf(done.map((d) => d.quality))),
    );
    for (const { wave, removed, forms, seconds } of done) {
      stage.log(
        `${wave.instrument} ${wave.wave}${wave.synthetic ? ' (synthetic)' : ''}: ${wave.rows_in} rows in, ${wave.rows_out} out; removed: ${counts(removed)}; issues: ${counts(wave.issues)}; ${seconds.toFixed(1)} s`,
      );
      for (const line of formLines(forms)) stage.log(`  ${line}`);
      if (!wave.synthetic && wave.unmapped.length > 0) stage.log(`  ${unmappedLine(wave.unmapped)}`);
    }
    for (const { folder, snapshot } of waves)
      for (const name of [
        'snapshot.json',
        ...snapshot.files.map((f) => f.name),
        ...[OWN_CODEBOOK, CORRECTIONS].filter((name) => existsSync(join(folder, name))),
      ])
        await stage.input(join(folder, name));
    const published = join(stage.root, 'data', 'published');
    if (existsSync(published)) await stage.inputs(published, '.csv');
    stage.log(`read ${waves.map(({ folder }) => relative(stage.root, folder)).join(', ')}`);
    return { waves: done.map((d) => d.wave), notes };
  });
