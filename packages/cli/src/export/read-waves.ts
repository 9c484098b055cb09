import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestWave } from '@wavebook/schema';
import { listedFile, readManifest } from '@wavebook/stage';
import { DataError, readArrow, type Table } from '@wavebook/tables';
import { nearestNames } from '../nearest-names.ts';
import { UsageError } from '../usage-error.ts';
import type { ExportRequest } from './request.ts';

/** A wave of a stage folder with its records. */
export interface ExportWave {
  readonly wave: ManifestWave;
  readonly records: Table;
}

/**
 * Reads the records of the waves in the order of the request.
 *
 * @throws DataError where the stage was not run. @throws UsageError for an instrument or wave that is not there, with those that are.
 */
export async function readWaves(root: string, request: ExportRequest): Promise<ExportWave[]> {
  const { instrument, stage, records } = request;
  const folder = join(root, 'data', stage);
  if (!existsSync(join(folder, 'manifest.json')))
    throw new DataError(`data/${stage}: no records there yet; run wavebook run first`);
  const manifest = await readManifest(folder);
  const instruments = [...new Set(manifest.waves.map((wave) => wave.instrument))];
  if (!instruments.includes(instrument))
    throw new UsageError(
      `--instrument: expected an instrument of data/${stage}; got "${instrument}"; ${nearestNames(instrument, instruments)}`,
    );
  const there = manifest.waves.filter((wave) => wave.instrument === instrument);
  return Promise.all(
    request.waves.map(async (name) => {
      const wave = there.find((other) => other.wave === name);
      if (!wave)
        throw new UsageError(
          `--wave: data/${stage} has ${there.map((other) => other.wave).join(', ')} of ${instrument}; got "${name}"`,
        );
      const path = `${instrument}/${name}/${records}.arrow`;
      if (!manifest.files.some((file) => file.path === path))
        throw new UsageError(`--records: ${instrument} ${name} has no ${records}`);
      return { wave, records: await readArrow(await listedFile(folder, manifest, path)) };
    }),
  );
}
