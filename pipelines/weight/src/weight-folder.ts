import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  Codebook,
  type Manifest,
  type ManifestWave,
  Snapshot,
  type WeightDiagnostics,
} from '@wavebook/schema';
import { instruments } from '@wavebook/schema/instruments';
import { listedFile } from '@wavebook/stage';
import { DataError, formatArrow, readArrow } from '@wavebook/tables';
import { readControls } from './read-controls.ts';
import { type ResponseRecord, withSample } from './survey-sample.ts';
import { weightWave } from './weight-wave.ts';

export interface WeightJob {
  readonly root: string;
  readonly clean: string;
  readonly manifest: Manifest;
  readonly wave: ManifestWave;
  readonly output: string;
}

export interface WeightSummary {
  readonly wave: ManifestWave;
  readonly diagnostics: WeightDiagnostics;
  readonly seconds: number;
}

/** Weights one clean wave into `<output>/<instrument>/<wave>/`. The unit of work of a worker. */
export async function run(job: WeightJob): Promise<WeightSummary> {
  const started = performance.now();
  const { instrument, wave } = job.wave;
  const open = (name: string): Promise<string> =>
    listedFile(job.clean, job.manifest, `${instrument}/${wave}/${name}`);
  const snapshot = Snapshot.parse(JSON.parse(await readFile(await open('snapshot.json'), 'utf8')));
  const respondents = await readArrow(await open('respondents.arrow'));
  const members = await readArrow(await open('members.arrow'));
  const { age_window: ageWindow } = Codebook.parse(
    JSON.parse(await readFile(await open('codebook.json'), 'utf8')),
  );
  const settings = snapshot.design.controls;
  const controlsFile = settings ? join(job.root, 'data', 'controls', instrument, settings.file) : undefined;
  const margins =
    settings && controlsFile
      ? await readControls(controlsFile, settings.margins, snapshot.synthetic)
      : undefined;
  const shown = controlsFile && margins ? relative(job.root, controlsFile) : null;
  const key = instruments[snapshot.instrument].records[0]?.key[0] ?? 'respondent_id';
  let result: ReturnType<typeof weightWave>;
  let response: ResponseRecord | undefined;
  try {
    const sampled =
      snapshot.sample_file === undefined
        ? undefined
        : withSample(respondents, await readArrow(await open('sample.arrow')), key);
    response = sampled?.response;
    result = weightWave(
      sampled?.respondents ?? respondents,
      members,
      sampled ? { ...snapshot, design: { ...snapshot.design, weight: 'response_weight' } } : snapshot,
      ageWindow,
      margins && shown ? { file: shown, margins } : undefined,
    );
  } catch (error) {
    if (error instanceof DataError || error instanceof RangeError)
      throw new DataError(`${instrument} ${wave}: ${error.message}`);
    throw error;
  }
  const folder = join(job.output, instrument, wave);
  await mkdir(folder, { recursive: true });
  const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
  await writeFile(join(folder, 'respondents.arrow'), formatArrow(result.respondents));
  await writeFile(join(folder, 'members.arrow'), formatArrow(result.members));
  await writeFile(join(folder, 'calibration.json'), json(result.calibration));
  await writeFile(join(folder, 'diagnostics.json'), json(result.diagnostics));
  if (response) await writeFile(join(folder, 'response.json'), json(response));
  await writeFile(join(folder, 'snapshot.json'), `${JSON.stringify(snapshot, null, 2)}\n`);
  return {
    wave: { ...job.wave, controls: shown },
    diagnostics: result.diagnostics,
    seconds: (performance.now() - started) / 1000,
  };
}
