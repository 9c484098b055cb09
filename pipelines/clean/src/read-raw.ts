import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Snapshot } from '@wavebook/schema';
import { hashFile } from '@wavebook/stage';
import { checkEncoding, DataError, readCsv, type Table } from '@wavebook/tables';

/** Reads a file of a wave and makes sure that it is the one that the snapshot recorded. A broken file is reported with its place. */
async function readListed(root: string, folder: string, snapshot: Snapshot, name: string): Promise<Table> {
  const path = join(folder, name);
  const shown = relative(root, path);
  const recorded = snapshot.files.find((file) => file.name === name);
  if (!recorded) throw new DataError(`${shown}: not listed in snapshot.json`);
  if (!existsSync(path)) throw new DataError(`${shown}: listed in snapshot.json, but not there`);
  const isMain = name === snapshot.files[0]?.name;
  const hash = await hashFile(path);
  let read: Table;
  try {
    if (isMain) await checkEncoding(path, snapshot.encoding);
    read = (await readCsv(path, isMain ? { encoding: snapshot.encoding } : { encoding: 'utf-8' })).table;
  } catch (error) {
    if (error instanceof DataError) throw new DataError(error.message.replaceAll(path, shown));
    throw error;
  }
  if (hash !== recorded.sha256) {
    const { size } = await stat(path);
    throw new DataError(
      `${shown}: is not the file that snapshot.json recorded (${size} bytes, sha256 ${hash.slice(0, 12)}…; recorded ${recorded.bytes} bytes, ${recorded.sha256.slice(0, 12)}…); if the new file is meant, run wavebook new-wave ${JSON.stringify(shown)} --instrument ${snapshot.instrument} --wave ${snapshot.wave} --replace`,
    );
  }
  return read;
}

/** A file beside the raw records. */
export interface BesideFile {
  readonly path: string;
  readonly table: Table;
}

/**
 * The raw records of a wave, its design side file if the settings name one, the list of sampled units, and the second file of records
 * where the snapshot has one that is neither.
 */
export async function readRaw(
  root: string,
  folder: string,
  snapshot: Snapshot,
): Promise<{
  records: Table;
  recordsPath: string;
  design: Table | undefined;
  sample: BesideFile | undefined;
  side: BesideFile | undefined;
}> {
  const main = snapshot.files[0]?.name ?? '';
  const { side_file: designFile } = snapshot.design;
  const { sample_file: sampleFile } = snapshot;
  const second = snapshot.files.slice(1).find(({ name }) => name !== designFile && name !== sampleFile)?.name;
  const beside = async (name: string | undefined): Promise<BesideFile | undefined> =>
    name === undefined
      ? undefined
      : {
          path: relative(root, join(folder, name)),
          table: await readListed(root, folder, snapshot, name),
        };
  return {
    records: await readListed(root, folder, snapshot, main),
    recordsPath: relative(root, join(folder, main)),
    design: (await beside(designFile))?.table,
    sample: await beside(sampleFile),
    side: await beside(second),
  };
}
