import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Snapshot } from '@wavebook/schema';
import { hashFile } from '@wavebook/stage';
import {
  DataError,
  type OpenedTable,
  openTable,
  pathInside,
  type ReadTableOptions,
  type Table,
} from '@wavebook/tables';

/** Opens a file of a wave and makes sure that it is the one that the snapshot recorded. A broken file is reported with its place. */
async function openListed(
  root: string,
  folder: string,
  snapshot: Snapshot,
  name: string,
): Promise<OpenedTable> {
  const shown = relative(root, join(folder, name));
  const recorded = snapshot.files.find((file) => file.name === name);
  if (!recorded) throw new DataError(`${shown}: not listed in snapshot.json`);
  if (!existsSync(join(folder, name)))
    throw new DataError(`${shown}: listed in snapshot.json, but not there`);
  const path = await pathInside(folder, name, relative(root, folder));
  const hash = await hashFile(path);
  const opened = await shownBy(path, shown, () => openTable(path, howToRead(snapshot, name)));
  if (hash !== recorded.sha256) {
    const { size } = await stat(path);
    throw new DataError(
      `${shown}: is not the file that snapshot.json recorded (${size} bytes, sha256 ${hash.slice(0, 12)}…; recorded ${recorded.bytes} bytes, ${recorded.sha256.slice(0, 12)}…); if the new file is meant, run wavebook new-wave ${JSON.stringify(shown)} --instrument ${snapshot.instrument} --wave ${snapshot.wave} --replace`,
    );
  }
  return { ...opened, table: (columns) => shownBy(path, shown, () => opened.table(columns)) };
}

/** The settings of the snapshot are those of the records, its first file. */
const howToRead = ({ files, encoding, sheet, member }: Snapshot, name: string): ReadTableOptions =>
  name === files[0]?.name
    ? {
        typed: false,
        ...(encoding === undefined ? {} : { encoding }),
        ...(sheet === undefined ? {} : { sheet }),
        ...(member === undefined ? {} : { member }),
      }
    : { typed: false };

async function shownBy<Result>(path: string, shown: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DataError) throw new DataError(error.message.replaceAll(path, shown));
    throw error;
  }
}

/** A file beside the raw records. */
export interface BesideFile {
  readonly path: string;
  readonly table: Table;
}

/**
 * The raw records of a wave, not yet read, its design side file if the settings name one, the list of sampled units, and the second file of
 * records where the snapshot has one that is neither.
 */
export async function openRaw(
  root: string,
  folder: string,
  snapshot: Snapshot,
): Promise<{
  records: OpenedTable;
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
          table: await (await openListed(root, folder, snapshot, name)).table(),
        };
  return {
    records: await openListed(root, folder, snapshot, main),
    recordsPath: relative(root, join(folder, main)),
    design: (await beside(designFile))?.table,
    sample: await beside(sampleFile),
    side: await beside(second),
  };
}
